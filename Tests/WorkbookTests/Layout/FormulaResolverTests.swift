import Policy
import Quantities
import Reporting
import Testing

@testable import Workbook

@Suite struct FormulaResolverTests {
  /// Two sheets: facts at A1… and a table with headings in row 3 and rows 4 to 6, total in row 7.
  private static func resolver() throws -> FormulaResolver {
    var table = ReportTable(
      "t",
      columns: [
        .identifier("id", Phrase(verbatim: "id")), .money("price", Phrase(verbatim: "price")),
      ])
    for key in ["a", "b", "c.d"] {
      table.append([.text(key), .money(.zero)], key: key)
    }
    table.appendTotal(Phrase(verbatim: "sum"), sums: ["price": .money(.zero)], key: "sum")
    let facts = FactList("f", facts: [.init("share", Phrase(verbatim: "share"), .integer(1))])
    let name = Phrase(verbatim: "it's")
    let document = ReportDocument(
      title: name, createdOn: Day(daysSinceEpoch: 0), language: .english,
      sheets: [
        ReportSheet("one", name: name, title: name, blocks: [.facts(facts)]),
        ReportSheet("two", name: Phrase(verbatim: "Two"), title: name, blocks: [.table(table)]),
      ],
      definedNames: [.init("cutoff", for: CellRange("f", "share"))])
    return try DocumentRenderer(document).resolver
  }

  @Test(arguments: [
    ("={price}*2", "=B5*2"), ("=SUM({t.price})", "=SUM($B$4:$B$6)"), ("={t.price@b}", "=$B$5"),
    ("=MAX({t.price@a..c.d})", "=MAX($B$4:$B$6)"), ("={t.price@sum}", "=$B$7"),
    ("={f.share}", "='it''s'!$B$3"), ("={cutoff}+1", "=cutoff+1"),
    ("=MINIFS({t.price},{t.id},\"MINIFS(\")", "=_xlfn.MINIFS($B$4:$B$6,$A$4:$A$6,\"MINIFS(\")"),
    ("={{1,2}}", "={1,2}"),
  ])
  func `names become places`(template: String, expected: String) throws {
    let location = FormulaResolver.Location(sheetIndex: 1, table: "t", row: 4)
    #expect(try Self.resolver().text(of: Formula(template), at: location) == expected)
  }

  @Test func `a reference from another sheet names its sheet`() throws {
    let location = FormulaResolver.Location(sheetIndex: 0, table: nil, row: 2)
    #expect(
      try Self.resolver().text(of: Formula("=SUM({t.price})"), at: location)
        == "=SUM('Two'!$B$4:$B$6)")
  }

  @Test(arguments: [
    "={nothing}", "={x.price}", "={t.x}", "={t.price@z}", "={t.price@b..a}", "={f.x}",
    "={f.share@a}",
  ])
  func `a name that leads nowhere is an error`(template: String) throws {
    let location = FormulaResolver.Location(sheetIndex: 1, table: "t", row: 4)
    let resolver = try Self.resolver()
    let error = #expect(throws: WorkbookError.self) {
      try resolver.text(of: Formula(template), at: location)
    }
    guard case .unresolved = error else {
      Issue.record("unexpected: \(String(describing: error))")
      return
    }
  }

  @Test func `a formula that no spreadsheet takes is an error`() throws {
    let location = FormulaResolver.Location(sheetIndex: 1, table: "t", row: 4)
    let long = Formula("=1" + String(repeating: "+1", count: 5_000))
    let resolver = try Self.resolver()
    #expect(throws: WorkbookError.self) { try resolver.text(of: long, at: location) }
    #expect(throws: WorkbookError.self) { try resolver.text(of: Formula("={"), at: location) }
  }
}
