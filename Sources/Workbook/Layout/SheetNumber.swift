import Policy
import Quantities
import Reporting

/// What a cell of a spreadsheet stores for a value.
enum SheetNumber: Hashable {
  case nothing
  case number(Double)
  case text(String)

  init(_ value: CellValue, context: RenderContext) {
    guard !value.isEmpty else {
      self = .nothing
      return
    }
    if SheetNumber.hasTooManyDigits(value) || !SheetNumber.isAfterLeapYearError(value) {
      self = .text(value.displayText(context.language, precision: ColumnPrecision(for: value)))
      return
    }
    switch value {
    case .empty: self = .nothing
    case .text, .phrase: self = .text(value.plainText(context.language))
    case .choice(_, let words): self = .text(words[context.language])
    case .integer(let number): self = .number(Double(number))
    case .money(let money):
      self = .number(Double(money.minorUnits) / Double(Money.minorUnitsPerUnit))
    case .amount(let number), .decimal(let number), .percentage(let number):
      self = .number(SheetNumber.nearest(number))
    case .day(let day): self = .number(Double(SheetNumber.serial(day)))
    case .real(let number): self = .number(number)
    }
  }

  /// Whether a spreadsheet might change the value or show another one: more than 14 digits.
  ///
  /// Fractions whose decimals do not end are excepted: only what stands before their point counts.
  static func hasTooManyDigits(_ value: CellValue) -> Bool {
    switch value {
    case .integer(let number): number.magnitude > SheetLimits.exactInteger.magnitude
    case .money(let money): significant(money) > SheetLimits.exactInteger.magnitude
    case .amount(let number), .decimal(let number), .percentage(let number):
      number.magnitude > Rational(SheetLimits.exactInteger)
    case .empty, .text, .phrase, .choice, .day, .real: false
    }
  }

  /// The digits of an amount: whole units where it has no cents.
  private static func significant(_ money: Money) -> UInt64 {
    let hasCents = !money.minorUnits.isMultiple(of: Money.minorUnitsPerUnit)
    return hasCents
      ? money.minorUnits.magnitude
      : money.minorUnits.magnitude / Money.minorUnitsPerUnit.magnitude
  }

  /// The day's number in spreadsheets: 1 is 1900-01-01, and 60 a day that never was.
  private static func serial(_ day: Day) -> Int { Int(day.daysSinceEpoch) + 25_569 }

  /// Excel and LibreOffice number the days before 1900-03-01 differently.
  private static func isAfterLeapYearError(_ value: CellValue) -> Bool {
    guard case .day(let day) = value else { return true }
    return serial(day) > 60
  }

  /// The binary number next to a fraction, to within its 18th decimal.
  private static func nearest(_ number: Rational) -> Double {
    if number.isWhole, let whole = Int64(exactly: number.numerator) { return Double(whole) }
    return Double(number.decimalText(fractionDigitLimit: 18)) ?? 0
  }
}
