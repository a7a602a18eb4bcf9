extension LogLinearHistogram: Codable {
  private enum CodingKeys: String, CodingKey {
    case bits, classes
  }

  /// Restores a histogram.
  ///
  /// - Throws: `DecodingError` for classes that no numbers have.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let flat = try container.decode([UInt32].self, forKey: .classes)
    let classes = stride(from: 0, to: flat.count - flat.count % 2, by: 2).map { place in
      (index: Int(flat[place]), count: flat[place + 1])
    }
    let bits = try container.decode(Int.self, forKey: .bits)
    guard flat.count.isMultiple(of: 2),
      let histogram = LogLinearHistogram(bits: bits, classes: classes)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .classes, in: container, debugDescription: "no numbers have these classes")
    }
    self = histogram
  }

  /// Writes the classes that have numbers: index, count, index, count and so on.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(bits, forKey: .bits)
    try container.encode(
      classes.flatMap { [UInt32($0.index), $0.count] }, forKey: .classes)
  }
}
