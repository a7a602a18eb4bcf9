public import Policy
public import Quantities

/// What a cell holds.
///
/// Every number but ``real(_:)`` is exact.
public enum CellValue: Hashable, Sendable {
  /// Nothing: no value exists, which is not zero.
  case empty
  /// Text from the input; never read as a formula.
  case text(String)
  /// Text of the report.
  case phrase(Phrase)
  /// One of some names: files get the name, people the words.
  case choice(String, Phrase)
  /// A whole number.
  case integer(Int64)
  /// An amount of money.
  case money(Money)
  /// An exact amount in units of the currency that no rounding has made money of yet.
  case amount(Rational)
  /// An exact number without a unit.
  case decimal(Rational)
  /// An exact part or rate; files get `0.011`, people `1.1%`.
  case percentage(Rational)
  /// A date.
  case day(Day)
  /// A simulated or estimated number; not exact, and not finite counts as nothing.
  case real(Double)

  /// Whether the value is a number, shown at the right of its column.
  public var isNumeric: Bool {
    switch self {
    case .empty, .text, .phrase, .choice, .day: false
    case .integer, .money, .amount, .decimal, .percentage, .real: true
    }
  }

  /// Whether there is no value.
  public var isEmpty: Bool {
    switch self {
    case .empty: true
    case .real(let number): !number.isFinite
    default: false
    }
  }
}
