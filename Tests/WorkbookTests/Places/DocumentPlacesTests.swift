import Policy
import Quantities
import Reporting
import Testing

@testable import Workbook

/// Cells of a document by their keys.
@Suite struct DocumentPlacesTests {
  @Test(arguments: Language.allCases)
  func findsCellsAndEntries(_ language: Language) throws {
    var table = ReportTable(
      "review_decisions", title: Phrase("Review", "審議"),
      columns: [
        .identifier("item_id", Phrase("item", "品項")),
        .text("decision", Phrase("decision", "決定")).entry(),
        .money("override_price", Phrase("price", "底價")).entry(),
      ])
    table.append([.text("A")], key: "A")
    table.append([.text("B")], key: "B")
    table.appendTotal(cells: [.text("total")], key: "total")
    let document = ReportDocument(
      title: Phrase("t", "t"), createdOn: try #require(Day(year: 2026, month: 1, day: 1)),
      language: language,
      sheets: [
        ReportSheet("cover", name: Phrase("Cover", "封面"), title: Phrase("Cover", "封面")),
        ReportSheet(
          "review", name: Phrase("Review", "審議"), title: Phrase("Review", "審議"),
          blocks: [.table(table)]),
      ])
    let places = try DocumentPlaces(document)
    #expect(places.sheetNames == document.sheets.map { $0.name[language] })
    let texts = places.entries.map { "\($0.sheetIndex)!\($0.cell)" }.sorted()
    // The title, a blank row, the table's title, its headings, then two rows; no totals.
    #expect(texts == ["1!B5", "1!B6", "1!C5", "1!C6"])
    let place = places.place(table: "review_decisions", row: "B", column: "override_price")
    #expect(place.map { "\($0.sheetIndex)!\($0.cell)" } == "1!C6")
    #expect(places.place(table: "review_decisions", row: "C", column: "decision") == nil)
    #expect(places.place(table: "other", row: "B", column: "decision") == nil)
  }
}
