import Policy
import Reporting

/// How the rows of a table are spread over sheets.
struct StreamedParts: Hashable {
  /// Rows kept free below a table for lines that only its end tells.
  static let footRowCount = 3

  /// The rows of each sheet, counted from 0; one sheet where there are no rows.
  let ranges: [Range<Int>]
  /// The row that the headings stand in, the same on each sheet.
  let headingRow: Int

  /// Spreads rows; `nil` where none fits between the headings and the foot.
  ///
  /// - Parameters:
  ///   - rowCount: How many there are.
  ///   - noteCount: Paragraphs above the table, the one that tells of other sheets not counted.
  ///   - rowLimit: The rows of a sheet.
  init?(rowCount: Int, noteCount: Int, rowLimit: Int) {
    let whole = StreamedParts.headingRow(noteCount: noteCount)
    let room = rowLimit - whole - 1 - StreamedParts.footRowCount
    guard rowCount > max(room, 0) else {
      guard room > 0 else { return nil }
      (ranges, headingRow) = ([0..<rowCount], whole)
      return
    }
    headingRow = StreamedParts.headingRow(noteCount: noteCount + 1)
    let partRoom = rowLimit - headingRow - 1 - StreamedParts.footRowCount
    guard partRoom > 0 else { return nil }
    ranges = stride(from: 0, to: rowCount, by: partRoom).map {
      $0..<min($0 + partRoom, rowCount)
    }
  }

  /// Title, a free row, paragraphs, a free row.
  private static func headingRow(noteCount: Int) -> Int { noteCount > 0 ? noteCount + 3 : 2 }

  /// What the line on a sheet says of the others.
  ///
  /// - Parameters:
  ///   - part: The sheet, counted from 0.
  ///   - names: The names of all sheets of the table.
  /// - Returns: `nil` where there is one sheet only.
  func note(part: Int, names: [String]) -> ReportNote? {
    StreamedParts.note(ranges, part: part, names: names)
  }

  /// What the line on a sheet says of the others.
  static func note(_ ranges: [Range<Int>], part: Int, names: [String]) -> ReportNote? {
    guard ranges.count > 1, names.count == ranges.count else { return nil }
    let rows = ranges[part]
    let (first, last) = (grouped(rows.lowerBound + 1), grouped(rows.upperBound))
    let count = grouped(ranges[ranges.count - 1].upperBound)
    var english = "Rows \(first) to \(last) of \(count)"
    var chinese = "本頁為第 \(first) 至 \(last) 列，共 \(count) 列"
    if part > 0 {
      english += "; continued from sheet “\(names[part - 1])”"
      chinese += "；承接工作表「\(names[part - 1])」"
    }
    if part + 1 < ranges.count {
      english += "; continues on sheet “\(names[part + 1])”"
      chinese += "；續於工作表「\(names[part + 1])」"
    }
    return ReportNote(Phrase(english + ".", chinese + "。"), kind: .warning)
  }

  private static func grouped(_ number: Int) -> String {
    let value = CellValue.integer(Int64(number))
    return value.displayText(.english, precision: ColumnPrecision(for: value))
  }
}
