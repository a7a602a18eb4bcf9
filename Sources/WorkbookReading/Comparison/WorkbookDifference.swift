public import Policy

/// Something of a workbook that is not as it was written.
public struct WorkbookDifference: Hashable, Sendable {
  /// What differs.
  public enum Kind: String, Hashable, Sendable {
    /// A sheet: it is gone, was added, has another name, place or visibility.
    case sheet
    /// A defined name.
    case name
    /// What a cell holds.
    case value
    /// A cell's formula.
    case formula
    /// The value of a formula that stands as it was, though a cell that it hangs on has changed.
    case notRecalculated = "not-recalculated"
    /// What a cell holds that people fill in.
    case entry
  }

  /// What differs.
  public let kind: Kind
  /// The sheet, as it was written, or the added one; empty for a name of the whole workbook.
  public let sheet: String
  /// The cell; `nil` for a sheet or a name.
  public let cell: CellReference?
  /// What was written; empty for nothing.
  public let written: String
  /// What was found; empty for nothing.
  public let found: String
  /// Where the cell was written; `nil` for a sheet or a name.
  public let place: WorkbookPlace?
}

extension SheetCell {
  /// The value as a difference shows it.
  var shownValue: String { value.shown }

  /// The formula as a difference shows it, or the value where there is none.
  var shownFormula: String {
    guard let formula else { return shownValue }
    switch formula.kind {
    case .plain: return "=" + formula.text
    case .array: return "{=" + formula.text + "}"
    case .shared, .dataTable:
      return formula.text.isEmpty ? "= (a shared formula that is not there)" : "=" + formula.text
    }
  }
}

extension SheetCell.Value {
  /// The value as a difference shows it.
  var shown: String {
    switch self {
    case .none: ""
    case .number(let text), .text(let text), .error(let text), .date(let text): text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    }
  }

  /// Whether a cell shows nothing.
  var isNothing: Bool { self == .none || self == .text("") }

  /// How far a result that another program computes may lie off, and for results below 1 by itself:
  /// a ratio less 1 has lost the digits that the two had in common.
  private static let resultTolerance = 1e-12

  /// Whether a spreadsheet shows the same: numbers to 15 significant digits, the rest exactly.
  ///
  /// - Parameters:
  ///   - other: The other value.
  ///   - isResult: Whether it is a formula's, which programs compute each in their own order of binary
  ///     arithmetic.
  /// - Returns: Whether the two agree.
  func isSame(as other: SheetCell.Value, isResult: Bool = false) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)):
      if left == right { return true }
      if isResult, let left = Double(left), let right = Double(right),
        abs(left - right) <= Self.resultTolerance * max(abs(left), abs(right), 1)
      {
        return true
      }
      if let (left, right) = DecimalNumber.pair(left, right), left.plainText == right.plainText {
        return true
      }
      // Two that straddle the middle between two such decimals differ by a last binary digit or two.
      guard let left = Double(left), let right = Double(right) else { return false }
      return abs(left - right) <= 4 * max(left.ulp, right.ulp)
    default: return self == other
    }
  }
}

extension DecimalNumber {
  fileprivate static func pair(_ left: String, _ right: String) -> (DecimalNumber, DecimalNumber)? {
    guard let left = DecimalNumber(left), let right = DecimalNumber(right) else { return nil }
    return (left, right)
  }
}
