import Reporting

/// How a spreadsheet shows a number.
enum NumberFormat: Hashable {
  case general
  /// Text that stays text when someone edits the cell.
  case text
  case integer
  case money(decimals: Int)
  case decimal(places: Int)
  case percent(places: Int)
  case date
  case real(places: Int)

  /// The format of a value in a column of the given precision.
  init(_ value: CellValue, precision: ColumnPrecision) {
    switch value {
    case .empty, .phrase, .choice: self = .general
    case .text: self = .text
    case .integer: self = .integer
    case .money: self = .money(decimals: precision.moneyDecimals)
    case .amount: self = .money(decimals: precision.decimals)
    case .decimal: self = .decimal(places: precision.decimals)
    case .percentage: self = .percent(places: precision.percentDecimals)
    case .day: self = .date
    case .real: self = .real(places: precision.realDecimals)
    }
  }

  /// The format in the code of spreadsheets; negative amounts keep the sign before the currency.
  func code(_ currency: Currency) -> String {
    switch self {
    case .general: "General"
    case .text: "@"
    case .integer: "#,##0"
    case .money(let decimals):
      NumberFormat.moneyCode(currency, number: "#,##0" + NumberFormat.fraction(decimals))
    case .decimal(let places), .real(let places): "#,##0" + NumberFormat.fraction(places)
    case .percent(let places): "0" + NumberFormat.fraction(places) + "%"
    case .date: "yyyy-mm-dd"
    }
  }

  /// The format on the axis of a chart, where the title states the currency and round numbers stand.
  ///
  /// - Parameters:
  ///   - currency: The currency of amounts.
  ///   - span: How far the numbers lie apart; a narrow axis needs decimals.
  /// - Returns: A format that shows the marks of the axis apart from each other.
  func axisCode(_ currency: Currency, span: Double) -> String {
    switch self {
    case .money: span >= 5 ? "#,##0" : "#,##0.00"
    case .percent(let places):
      span >= 0.05 ? "0%" : NumberFormat.percent(places: places).code(currency)
    case .decimal, .real: "General"
    case .general, .text, .integer, .date: code(currency)
    }
  }

  private static func moneyCode(_ currency: Currency, number: String) -> String {
    guard !currency.prefix.isEmpty else { return number }
    let prefix = "\"" + currency.prefix.filter { $0 != "\"" } + "\""
    return "\(prefix)\(number);-\(prefix)\(number)"
  }

  private static func fraction(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: places) : ""
  }
}
