/// The number of a cloud procurement case, such as `1150202`.
///
/// Read from the deck's examples (slides 12, 16, 17): three digits of the ROC year, the class `02`
/// (assumed to be fixed for cloud services) and a sequence of two digits.
public struct CaseNumber: Hashable, Sendable {
  /// The ROC year; 115 is 2026.
  public let rocYear: Int
  /// The sequence within the year; `02` and `06` stand for the two tenders.
  public let sequence: Int

  /// The class of cloud services within a case number.
  public static let cloudClass = "02"

  /// Reads a case number of seven digits.
  ///
  /// - Throws: ``QuantityFormatError`` when the text is not one.
  public init(text: some StringProtocol) throws(QuantityFormatError) {
    let trimmed = Substring(text).trimmingSpaces()
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard trimmed.utf8.count == 7, trimmed.utf8.allSatisfy(isDigit),
      trimmed.dropFirst(3).hasPrefix(CaseNumber.cloudClass),
      let year = Int(trimmed.prefix(3)), year > 0,
      let sequence = Int(trimmed.suffix(2)), sequence > 0
    else {
      throw QuantityFormatError(
        "is not a case number",
        expected: "the ROC year, 02 and a sequence of two digits, such as 1150202")
    }
    rocYear = year
    self.sequence = sequence
  }

  /// The half-year cycle that the case belongs to.
  ///
  /// - Returns: `nil` for a sequence that is neither of the two in the deck's examples.
  public var cycle: ProcurementCycle? { ProcurementCycle(caseNumber: self) }
}

extension CaseNumber: CustomStringConvertible {
  /// The seven digits.
  public var description: String {
    rocYear.padded(to: 3) + CaseNumber.cloudClass + sequence.padded(to: 2)
  }
}
