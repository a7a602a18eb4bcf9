import Policy
import Quantities
import WorkbookReading

/// Makes a table of a sheet's cells as they come, like ``CSVReader`` of the bytes of a file.
///
/// The first row that holds something has the headings; of a heading with several lines the first
/// counts, so that a cell may have the other language and the unit below. Blank rows are passed over.
/// A row that is marked as an example (``ExampleRow``) is passed over, which is said.
final class SheetTableBuilder: SheetCellTaker {
  private let file: String
  private let dates: DateSystem
  /// Whether the headings alone are wanted.
  private let endsAtHeadings: Bool
  /// The bytes of all texts, and the fields; the sheet may claim more than its file has.
  private let limits: (textBytes: Int, fields: Int)

  private var headingRow = 0
  private var headings: [String] = []
  private var columns: [Int] = []
  private var fieldOfColumn: [Int: Int] = [:]
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var rowLines: [UInt32] = []
  private var problems: [Int: QuantityFormatError] = [:]
  private var row = 0
  private var rowStart = 0
  private var isRowBlank = true
  private(set) var remarks = SheetRemarks()
  /// What was met in the row at hand; an example says nothing of the table.
  private var rowRemarks = SheetRemarks()

  init(
    file: String, dates: DateSystem, endsAtHeadings: Bool = false,
    limits: (textBytes: Int, fields: Int) = (CSVLimits.fileLengthBytes, CSVLimits.fieldsPerSheet)
  ) {
    self.file = file
    self.dates = dates
    self.endsAtHeadings = endsAtHeadings
    self.limits = limits
  }

  func take(_ cell: SheetCell) throws(WorkbookReadingError) -> Bool {
    if headingRow == 0 { headingRow = cell.reference.row }
    guard cell.reference.row > headingRow else {
      try takeHeading(cell)
      return true
    }
    if endsAtHeadings { return false }
    if cell.reference.row != row {
      endRow()
      row = cell.reference.row
    }
    let text = read(cell)
    guard let field = fieldOfColumn[cell.reference.column] else {
      if !isBlank(text.text) { rowRemarks.withoutHeading.note(cell.reference) }
      return true
    }
    try fill(to: rowStart + field, at: cell.reference)
    if let problem = text.problem { problems[starts.count] = problem }
    try append(text.text, at: cell.reference)
    if !isBlank(text.text) {
      isRowBlank = false
      if cell.isHidden { rowRemarks.hidden.note(cell.reference) }
      if cell.formula != nil { rowRemarks.formulas.note(cell.reference) }
    }
    return true
  }

  /// The table, when all cells have been taken.
  ///
  /// - Returns: `nil` when there are no usable headings; that is reported.
  func table(_ diagnostics: inout Diagnostics) -> CSVTable? {
    endRow()
    guard !headings.isEmpty else {
      diagnostics.report(
        Diagnostic(
          file: file, line: max(headingRow, 1), column: 1, numbering: .cells,
          problem: "the sheet has no headings", expectation: "a first row of headings"))
      return nil
    }
    var table = CSVTable(
      file: file, headings: headings, headingLine: headingRow, isComplete: true, bytes: bytes,
      starts: starts, ends: ends, rowLines: rowLines, spreadRowLines: [:])
    table.numbering = .cells
    table.columnNumbers = columns
    table.problems = problems
    table.hasOnlyExamples = rowLines.isEmpty && remarks.examples.count > 0
    let repeated = CSVReader.repeatedHeadings(among: headings)
    for (index, first) in repeated {
      let place = CellReference(row: headingRow, column: columns[first]).map { "\($0)" } ?? ""
      diagnostics.report(
        table.headingError(
          index, "the heading \(headings[index].quoted) stands in \(place) already",
          "every heading once"))
    }
    return repeated.isEmpty ? table : nil
  }

  // MARK: Rows

  private func takeHeading(_ cell: SheetCell) throws(WorkbookReadingError) {
    let text = read(cell).text
    let firstLine = text.split(whereSeparator: \.isNewline).first ?? ""
    let line = Array(firstLine.utf8)
    let heading = String(decoding: line[CSVTable.trimmed(0..<line.count, in: line)], as: UTF8.self)
    guard !heading.isEmpty else { return }
    guard headings.count < CSVLimits.fieldsPerRow else {
      throw WorkbookReadingError(
        "the row has more than \(CSVLimits.fieldsPerRow) headings", expected: "fewer headings",
        at: cell.reference)
    }
    fieldOfColumn[cell.reference.column] = headings.count
    headings.append(heading)
    columns.append(cell.reference.column)
  }

  private func endRow() {
    guard row > 0 else { return }
    let isExample = isExample()
    if isRowBlank || isExample {
      for index in rowStart..<starts.count { problems[index] = nil }
      starts.removeLast(starts.count - rowStart)
      ends.removeLast(ends.count - rowStart)
    } else {
      let missing = rowStart + headings.count - starts.count
      starts.append(contentsOf: repeatElement(0, count: missing))
      ends.append(contentsOf: repeatElement(0, count: missing))
      rowLines.append(UInt32(row))
    }
    if !isExample { remarks.add(rowRemarks) }
    rowRemarks = SheetRemarks()
    rowStart = starts.count
    isRowBlank = true
  }

  /// Whether the row at hand is an example, by its first field.
  private func isExample() -> Bool {
    guard starts.count > rowStart else { return false }
    let range = CSVTable.trimmed(Int(starts[rowStart])..<Int(ends[rowStart]), in: bytes)
    guard ExampleRow.isMarked(String(decoding: bytes[range], as: UTF8.self)) else { return false }
    if let first = columns.first, let place = CellReference(row: row, column: first) {
      remarks.examples.note(place)
    }
    return true
  }

  private func fill(to index: Int, at place: CellReference) throws(WorkbookReadingError) {
    guard index < limits.fields else {
      throw WorkbookReadingError(
        "the table has too many fields",
        expected: "at most \(limits.fields), rows times headings", at: place)
    }
    starts.append(contentsOf: repeatElement(0, count: index - starts.count))
    ends.append(contentsOf: repeatElement(0, count: index - ends.count))
  }

  private func append(_ text: String, at place: CellReference) throws(WorkbookReadingError) {
    guard bytes.count + text.utf8.count <= limits.textBytes else {
      throw WorkbookReadingError(
        "the sheet has too much text", expected: "at most \(limits.textBytes) bytes",
        at: place)
    }
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: text.utf8)
    ends.append(UInt32(bytes.count))
  }

  // MARK: Cells

  /// A cell's text, and why it is no value; a text that is none is what the cell shows.
  private func read(_ cell: SheetCell) -> (text: String, problem: QuantityFormatError?) {
    do throws(QuantityFormatError) {
      let text = try cell.plainText(dates)
      return (text, SheetTableBuilder.controlProblem(text))
    } catch {
      switch cell.value {
      case .error(let text), .number(let text): return (text, error)
      default: return ("=" + (cell.formula?.text ?? ""), error)
      }
    }
  }

  private static func controlProblem(_ text: String) -> QuantityFormatError? {
    let isBad: (Unicode.Scalar) -> Bool = { scalar in
      scalar.isControl && scalar != "\n" && scalar != "\r" && scalar != "\t"
    }
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }),
      let scalar = text.unicodeScalars.first(where: isBad)
    else { return nil }
    return QuantityFormatError(
      "holds a control character (U+\(String(scalar.value, radix: 16, uppercase: true)))",
      expected: "text without control characters")
  }

  private func isBlank(_ text: String) -> Bool {
    // Most texts begin with a letter or a digit: one comparison tells.
    if let first = text.utf8.first, first > 0x20, first < 0x80 { return false }
    let text = Array(text.utf8)
    return CSVTable.trimmed(0..<text.count, in: text).isEmpty
  }
}
