public import Quantities

/// Which day a workbook counts its dates from.
public enum DateSystem: Hashable, Sendable {
  /// 1 is 1900-01-01, and 60 a 29 February 1900 that never was.
  case from1900
  /// 0 is 1904-01-01.
  case from1904

  /// The day of a serial number.
  ///
  /// - Parameter serial: The whole part of a date.
  /// - Returns: The day.
  /// - Throws: `QuantityFormatError` for a day that is not in the calendar of spreadsheets.
  public func day(ofSerial serial: Int) throws(QuantityFormatError) -> Day {
    // 9999-12-31.
    let lastSerial = self == .from1900 ? 2_958_465 : 2_957_003
    guard (0...lastSerial).contains(serial) else {
      throw QuantityFormatError(
        "is a date beyond the calendar of spreadsheets", expected: "a date from 1900 to 9999")
    }
    guard self == .from1900 else {
      return Day(daysSinceEpoch: Int32(serial - 24_107))
    }
    guard serial != 60, serial != 0 else {
      throw QuantityFormatError(
        "is \(serial == 60 ? "29 February 1900" : "0 January 1900"), a day that spreadsheets have and the calendar has not",
        expected: "a date from 1900 to 9999")
    }
    return Day(daysSinceEpoch: Int32(serial - (serial < 60 ? 25_568 : 25_569)))
  }
}
