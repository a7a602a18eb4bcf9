import Quantities

/// How many decimals the numbers of one column show, so that their points stand below each other.
///
/// No amount hides its cents: money shows two decimals as soon as one value has any.
public struct ColumnPrecision: Hashable, Sendable {
  /// Decimals of money: 0 or 2.
  public private(set) var moneyDecimals = 0
  /// Decimals of exact numbers and of amounts before rounding.
  public private(set) var decimals = 0
  /// Decimals of a rate or share in percent.
  public private(set) var percentDecimals = 0
  /// Decimals of simulated and estimated numbers.
  public private(set) var realDecimals: Int

  private let decimalLimit: Int
  private let percentLimit: Int

  /// The precision of a cell that stands alone.
  public init(for value: CellValue) {
    self.init(kind: nil)
    include(value)
  }

  /// The precision of a table's column, totals included.
  ///
  /// - Complexity: O(rows).
  public init(table: ReportTable, columnIndex: Int) {
    let column = table.columns.indices.contains(columnIndex) ? table.columns[columnIndex] : nil
    self.init(kind: column?.kind)
    for rows in [table.rows, table.totals] {
      for row in rows where row.cells.indices.contains(columnIndex) {
        include(row.cells[columnIndex].value)
      }
    }
  }

  private init(kind: ReportTable.Column.Kind?) {
    decimalLimit = if case .decimal(let limit) = kind { min(max(limit, 0), 9) } else { 6 }
    percentLimit = if case .percentage(let limit) = kind { min(max(limit, 0), 9) } else { 4 }
    realDecimals = if case .real(let count) = kind { min(max(count, 0), 15) } else { 4 }
  }

  /// The precision with other decimals of exact and of simulated numbers.
  ///
  /// - Parameter fractionDigitCount: The decimals, at most 9; `nil` changes nothing.
  /// - Returns: The precision.
  public func showing(fractionDigitCount: Int?) -> ColumnPrecision {
    guard let fractionDigitCount else { return self }
    var precision = self
    precision.decimals = min(max(fractionDigitCount, 0), 9)
    precision.realDecimals = precision.decimals
    return precision
  }

  private mutating func include(_ value: CellValue) {
    switch value {
    case .money(let money):
      if !money.minorUnits.isMultiple(of: Money.minorUnitsPerUnit) { moneyDecimals = 2 }
    case .amount(let number), .decimal(let number):
      if decimals < decimalLimit {
        decimals = max(decimals, number.fractionDigitCount(limit: decimalLimit))
      }
    case .percentage(let number):
      if percentDecimals < percentLimit {
        let count = number.fractionDigitCount(limit: percentLimit + 2)
        percentDecimals = max(percentDecimals, min(max(count - 2, 0), percentLimit))
      }
    case .empty, .text, .phrase, .choice, .integer, .day, .real: break
    }
  }
}

extension Rational {
  /// How many decimals the fraction has, up to a limit.
  func fractionDigitCount(limit: Int) -> Int {
    if isWhole { return 0 }
    let text = decimalText(fractionDigitLimit: limit)
    guard let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }
}
