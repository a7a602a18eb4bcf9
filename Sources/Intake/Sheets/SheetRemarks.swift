import Policy
import WorkbookReading

/// What a reader of a sheet should know although it is no error: nothing is passed over in silence.
struct SheetRemarks {
  /// How many cells there are of a kind, and the first one.
  struct Tally {
    private(set) var count = 0
    private(set) var first: CellReference?

    mutating func note(_ place: CellReference) {
      if first == nil { first = place }
      count += 1
    }

    mutating func add(_ later: Tally) {
      if first == nil { first = later.first }
      count += later.count
    }
  }

  /// Cells with a value in a column without a heading.
  var withoutHeading = Tally()
  /// Cells with a value in hidden rows or columns.
  var hidden = Tally()
  /// Cells whose value is the stored result of a formula.
  var formulas = Tally()
  /// Rows that are marked as examples.
  var examples = Tally()

  /// Adds what was met in the rows behind.
  mutating func add(_ later: SheetRemarks) {
    withoutHeading.add(later.withoutHeading)
    hidden.add(later.hidden)
    formulas.add(later.formulas)
    examples.add(later.examples)
  }

  /// The warnings.
  ///
  /// - Parameters:
  ///   - file: The file with its sheet.
  ///   - table: The table; merged cells above it are none of its.
  ///   - features: What the sheet has besides its cells.
  ///   - isHidden: Whether the sheet itself is hidden.
  /// - Returns: One warning a kind, at its first cell.
  func warnings(
    file: String, of table: CSVTable, _ features: SheetFeatures, isHidden: Bool
  ) -> [Diagnostic] {
    var merged = Tally()
    for range in features.mergedRanges
    where range.last.row > table.headingLine && range.first != range.last {
      merged.note(range.first)
    }
    let warning = { (tally: Tally, problem: String, expectation: String) -> Diagnostic? in
      guard let first = tally.first else { return nil }
      return Diagnostic(
        file: file, line: first.row, column: first.column, numbering: .cells, problem: problem,
        expectation: expectation)
    }
    let count = { (tally: Tally, one: String, many: String) in
      tally.count == 1 ? "1 \(one) here" : "\(tally.count) \(many), the first one here"
    }
    let sheet =
      isHidden
      ? Diagnostic(
        file: file, line: 0, column: 0, numbering: .cells,
        problem: "the sheet is hidden and is read",
        expectation: "a sheet that everybody sees") : nil
    return [
      sheet,
      warning(
        withoutHeading,
        "not read, as the column has no heading: " + count(withoutHeading, "cell", "cells"),
        "a heading over every value"),
      warning(
        hidden, "hidden and read: " + count(hidden, "cell", "cells"), "rows and columns that show"),
      warning(
        merged,
        "merged cells: \(count(merged, "range", "ranges")); the first cell of each has the value, the"
          + " others are read as empty", "a value in every cell"),
      warning(
        formulas,
        "read as the result that was stored last: " + count(formulas, "formula", "formulas"),
        "values, or a workbook that was saved after its last change"),
      table.hasOnlyExamples
        ? warning(
          examples, "not filled in: the only row is marked as an example", "rows of its own")
        : warning(
          examples, "not read, as marked as an example: " + count(examples, "row", "rows"),
          "no example beside real rows"),
    ].compactMap(\.self)
  }
}
