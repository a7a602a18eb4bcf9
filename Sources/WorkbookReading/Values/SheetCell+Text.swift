public import Quantities

extension SheetCell {
  /// The cell's value as text, such as a field of CSV has.
  ///
  /// Numbers are exact decimals of at most 15 significant digits, as programs show them. Dates become
  /// ISO 8601, with the time of day where there is one: `2026-03-31`, `2026-03-31 10:30`. A time alone
  /// is `10:30`. Booleans become `true` and `false`.
  ///
  /// - Parameter dates: What the workbook counts its dates from.
  /// - Returns: The text; empty for a formula that came to an empty text.
  /// - Throws: `QuantityFormatError` for an error such as `#N/A`, a formula whose result was not saved,
  ///   and a day that is not in the calendar.
  public func plainText(_ dates: DateSystem) throws(QuantityFormatError) -> String {
    switch value {
    case .none:
      throw QuantityFormatError(
        "is a formula without a stored result",
        expected: "a value, or the file opened and saved by a spreadsheet program")
    case .text(let text): return text
    case .boolean(let isTrue): return isTrue ? "true" : "false"
    case .error(let text):
      throw QuantityFormatError(
        "is an error of the spreadsheet", expected: "a value in place of \(text)")
    case .date(let text): return SheetCell.withoutMidnight(text)
    case .number(let text):
      guard let number = DecimalNumber(text) else { return text }
      return try plainText(of: number, dates)
    }
  }

  private func plainText(
    of number: DecimalNumber, _ dates: DateSystem
  ) throws(QuantityFormatError) -> String {
    switch format {
    case .number: return number.plainText
    case .digits(let count):
      guard number.isWhole, !number.isNegative else { return number.plainText }
      let text = number.wholeText
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    case .date:
      guard !number.isNegative || number.isZero, let serial = Int(number.wholeText) else {
        throw QuantityFormatError(
          "is a date beyond the calendar of spreadsheets", expected: "a date from 1900 to 9999")
      }
      return try SheetCell.dateText(serial, fraction: number.fractionText, dates)
    }
  }

  private static func dateText(
    _ serial: Int, fraction: String, _ dates: DateSystem
  ) throws(QuantityFormatError) -> String {
    let secondsPerDay = 86_400
    // Twelve decimals of a day are a tenth of a microsecond, and the product fits.
    let digits = fraction.prefix(12)
    let scale = (0..<12).reduce(1) { product, _ in product * 10 }
    let padded = Int(digits + String(repeating: "0", count: 12 - digits.count)) ?? 0
    let seconds = (padded * secondsPerDay + scale / 2) / scale
    let (day, second) = (serial + seconds / secondsPerDay, seconds % secondsPerDay)
    if serial == 0, seconds > 0, day == 0 { return timeText(second) }
    let date = try dates.day(ofSerial: day).isoText
    return second == 0 ? date : date + " " + timeText(second)
  }

  private static func timeText(_ second: Int) -> String {
    let twoDigits: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    let minutes = twoDigits(second / 3_600) + ":" + twoDigits(second / 60 % 60)
    return second % 60 == 0 ? minutes : minutes + ":" + twoDigits(second % 60)
  }

  /// A date that is written with a time of 0 is a date.
  private static func withoutMidnight(_ text: String) -> String {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    let isMidnight = parts[1].allSatisfy { "0:.Z".contains($0) }
    return isMidnight ? String(parts[0]) : parts.joined(separator: " ")
  }
}
