extension ExactMoments: Codable {
  private enum CodingKeys: String, CodingKey {
    case count, sum, squares
  }

  /// Restores sums.
  ///
  /// - Throws: `DecodingError` for parts that no numbers have.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let sum = Int128(try container.decode(String.self, forKey: .sum)),
      let squares = UInt128(try container.decode(String.self, forKey: .squares)),
      let moments = ExactMoments(
        count: try container.decode(Int.self, forKey: .count), sum: sum, squares: squares)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .squares, in: container, debugDescription: "no numbers have these sums")
    }
    self = moments
  }

  /// Writes the sums as decimal text, since they are wider than numbers of JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(String(sum), forKey: .sum)
    try container.encode(String(squares), forKey: .squares)
  }
}
