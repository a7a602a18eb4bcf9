import Policy
import Pricing
import Quantities
import Testing
import TestSupport
import WorkbookReading

@testable import Intake

/// Decisions out of cells.
@Suite struct ReviewReaderTests {
  /// The rows of a sheet whose columns are the item and the entries; `d:` marks a date.
  private func read(_ rows: [[String]]) throws -> ReviewReader {
    let xml = rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, text in
        let reference = "\(TestWorkbook.letter(column))\(index + 1)"
        guard text.hasPrefix("d:") else { return TestWorkbook.cell(text, at: reference) }
        return "<c r=\"\(reference)\" s=\"1\"><v>\(text.dropFirst(2))</v></c>"
      }
      return "<row r=\"\(index + 1)\">\(cells.joined())</row>"
    }
    var book = TestWorkbook(sheetData: xml.joined())
    book.formatCodes = ["yyyy-mm-dd"]
    let cells = try WorkbookCells(try WorkbookReader(try book.bytes()))
    let review = try rows.enumerated().map { index, row in
      var entries: [String: ReviewRow.Entry] = [:]
      for (column, key) in ReviewReader.ColumnKey.entries.enumerated() {
        let place = try #require(CellReference(row: index + 1, column: column + 2))
        entries[key] = ReviewRow.Entry(place: place, cell: cells.sheets[0][place])
      }
      return ReviewRow(itemID: row[0], entries: entries)
    }
    return ReviewReader(
      review, in: "b.xlsx!Review", dates: .from1900, lastDay: try Day(text: "2027-03-31"))
  }

  @Test func readsBothLanguagesAndKindsOfCells() throws {
    let reader = try read([
      ["A", "Override", "1234.5", "why", "X", "d:46056"],
      ["B", " 改定 ", "NT$1,000", "理由", "Y", "115/02/03"],
      ["C", "accept"], ["D"], ["E", "暫緩", "", "", "", "", "later"],
      ["F", "", "", "", "", "", "note"],
    ])
    #expect(reader.diagnostics.errorLines.isEmpty, "\(reader.diagnostics.errorLines)")
    #expect(reader.items.map(\.itemID.text) == ["A", "B", "C", "E", "F"])
    #expect(reader.items.map(\.decision) == [.override, .override, .accept, .hold, nil])
    let overrides = reader.items.compactMap(\.override)
    #expect(overrides.map(\.reservePrice.decimalText) == ["1234.50", "1000"])
    // 2026-02-03 is day 46056 of spreadsheets.
    #expect(overrides.map(\.decidedOn.isoText) == ["2026-02-03", "2026-02-03"])
    #expect(reader.shown.map(\.itemID) == ["A", "B", "C", "E", "F"])
  }

  @Test(arguments: [
    (
      ["A", "reject"],
      "b.xlsx!Review!B1: “reject” is no decision, expected accept (同意), override (改定), hold (暫緩)"
    ),
    (
      ["A", "", "5"],
      "b.xlsx!Review!B1: no decision stands beside an override price, expected override or 改定, or no price"
    ),
    (
      ["A", "accept", "5"],
      "b.xlsx!Review!B1: “accept” stands beside an override price, expected override or 改定, or no price"
    ),
    (
      ["A", "override", "0", "w", "x", "2026-02-03"],
      "b.xlsx!Review!C1: override_price “0” is not above 0, expected a price above 0 such as 1234.50"
    ),
    (
      ["A", "override", "1.234", "w", "x", "2026-02-03"],
      "b.xlsx!Review!C1: override_price “1.234” has more than two decimals, expected"
    ),
    (
      ["A", "override", "5", "", "x", "2026-02-03"],
      "b.xlsx!Review!D1: reason is empty beside an override, expected why"
    ),
    (
      ["A", "override", "5", "w", "", "2026-02-03"],
      "b.xlsx!Review!E1: decided_by is empty beside an override, expected who decided"
    ),
    (
      ["A", "override", "5", "w", "x", "1989-12-31"],
      "b.xlsx!Review!F1: decided_on “1989-12-31” is before 1990-01-01, expected"
    ),
    (
      ["A", "override", "5", "w", "x", "2027-04-01"],
      "b.xlsx!Review!F1: decided_on “2027-04-01” is after the contract's end, expected a day not after 2027-03-31"
    ),
  ])
  func namesTheCell(_ row: [String], _ expected: String) throws {
    let lines = try read([row]).diagnostics.errorLines
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(expected) ?? false, "\(lines)")
  }

  @Test func reportsAllAtOnce() throws {
    let reader = try read([["A", "override"], ["B", "no"], ["C", "override", "-1", "", "", "x"]])
    #expect(reader.diagnostics.errorLines.count == 9)
    #expect(reader.items.isEmpty)
  }
}
