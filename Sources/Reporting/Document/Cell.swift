public import Policy
public import Quantities

/// A value of a report, with the formula that yields it and a link where there are any.
public struct Cell: Hashable, Sendable {
  /// The value that the engine computed; stored beside the formula where there is one.
  public let value: CellValue
  /// The formula that a spreadsheet recomputes the value by.
  public let formula: Formula?
  /// Where the cell leads to.
  public let link: LinkTarget?

  /// Decimals that an exact or simulated number shows, where rows are of different units; `nil` for
  /// those of its column.
  public private(set) var fractionDigitCount: Int?

  /// Creates a cell.
  public init(_ value: CellValue, formula: Formula? = nil, link: LinkTarget? = nil) {
    self.value = value
    self.formula = formula
    self.link = link
  }

  /// The same cell with a formula.
  public func computed(by formula: Formula) -> Cell {
    Cell(value, formula: formula, link: link).showing(fractionDigitCount: fractionDigitCount)
  }

  /// The same cell with a link; `nil` takes the link away.
  public func linked(to target: LinkTarget?) -> Cell {
    Cell(value, formula: formula, link: target).showing(fractionDigitCount: fractionDigitCount)
  }

  /// The same cell with decimals of its own.
  public func showing(fractionDigitCount: Int?) -> Cell {
    var cell = self
    cell.fractionDigitCount = fractionDigitCount
    return cell
  }
}

/// Where a link leads to.
public enum LinkTarget: Hashable, Sendable {
  /// The top of a sheet, by its key.
  case sheet(String)
  /// A row of a table, by the keys of both.
  case row(table: String, key: String)
  /// A page on the web; anything but `http` and `https` is shown without a link.
  case web(String)
}

// Short constructors; each takes an optional and makes an empty cell of `nil`.
extension Cell {
  /// A cell without a value.
  public static let empty = Cell(.empty)

  /// Text from the input.
  public static func text(_ text: String?) -> Cell { Cell(text.map(CellValue.text) ?? .empty) }

  /// An identifier.
  public static func identifier<Subject>(_ name: Identifier<Subject>?) -> Cell {
    text(name?.text)
  }

  /// Text of the report.
  public static func phrase(_ phrase: Phrase?) -> Cell {
    Cell(phrase.map(CellValue.phrase) ?? .empty)
  }

  /// One of some names, with its words.
  public static func choice(_ name: String, _ words: Phrase) -> Cell { Cell(.choice(name, words)) }

  /// A whole number.
  public static func integer(_ number: Int64?) -> Cell {
    Cell(number.map(CellValue.integer) ?? .empty)
  }

  /// A count.
  public static func count(_ number: Int) -> Cell { Cell(.integer(Int64(number))) }

  /// An amount of money.
  public static func money(_ money: Money?) -> Cell { Cell(money.map(CellValue.money) ?? .empty) }

  /// An exact amount before rounding, given in minor units.
  ///
  /// - Throws: `ArithmeticOverflow` when the amount in units of the currency does not fit.
  public static func amount(minorUnits: Rational?) throws(ArithmeticOverflow) -> Cell {
    guard let minorUnits else { return .empty }
    return Cell(.amount(try minorUnits / Rational(Money.minorUnitsPerUnit)))
  }

  /// An exact number.
  public static func decimal(_ number: Rational?) -> Cell {
    Cell(number.map(CellValue.decimal) ?? .empty)
  }

  /// A rate.
  public static func rate(_ rate: Rate?) -> Cell {
    Cell(rate.map { .percentage($0.value) } ?? .empty)
  }

  /// A share.
  public static func share(_ share: Share?) -> Cell {
    Cell(share.map { .percentage($0.value) } ?? .empty)
  }

  /// An exact fraction that is shown in percent, of whatever sign.
  public static func percentage(_ fraction: Rational?) -> Cell {
    Cell(fraction.map(CellValue.percentage) ?? .empty)
  }

  /// A date.
  public static func day(_ day: Day?) -> Cell { Cell(day.map(CellValue.day) ?? .empty) }

  /// A simulated or estimated number.
  public static func real(_ number: Double?) -> Cell {
    Cell(number.map(CellValue.real) ?? .empty)
  }

  /// The row of the input that something was read from.
  public static func source(_ position: SourcePosition?) -> Cell {
    text(position?.description)
  }
}
