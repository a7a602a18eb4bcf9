import Policy
import Quantities
import Reporting
import Testing

@Suite struct ReportTableTests {
  private static func table() -> ReportTable {
    var table = ReportTable(
      "fees",
      columns: [
        .identifier("order_id", Phrase("Order", "訂單")), .money("fee", Phrase("Fee", "費用")),
        .text("note", Phrase("Note", "備註")),
      ])
    table.append([.text("O1"), .money(Money(minorUnits: 100)), .text("a")], key: "O1")
    table.append([.text("O2"), .money(Money(minorUnits: 250))], key: "O2", style: .attention)
    return table
  }

  @Test func `a total sums the rows in view of its own columns only`() throws {
    var table = Self.table()
    table.appendTotal(Phrase("Total", "合計"), sums: ["fee": .money(Money(minorUnits: 350))])
    let total = try #require(table.totals.first)
    #expect(total.style == .total)
    #expect(total.cells[0].value == .phrase(Phrase("Total", "合計")))
    #expect(total.cells[1].value == .money(Money(minorUnits: 350)))
    #expect(total.cells[1].formula == Formula("=SUBTOTAL(109,{fees.fee})"))
    #expect(total.cells[2] == .empty)
    #expect(table.rows.count == 2)
  }

  @Test func `selected columns keep their cells, in the order asked for`() {
    let selected = Self.table().selecting(columns: ["note", "order_id", "unknown"])
    #expect(selected.columns.map(\.key) == ["note", "order_id"])
    #expect(
      selected.rows.map { $0.cells.map(\.value) } == [
        [.text("a"), .text("O1")], [.empty, .text("O2")],
      ])
    #expect(selected.rows.map(\.key) == ["O1", "O2"])
  }

  @Test func `the last row takes another style and keeps the rest`() {
    var table = Self.table()
    table.restyleLastRow(.cutoff)
    #expect(table.rows.map(\.style) == [.normal, .cutoff])
    #expect(table.rows.last?.key == "O2")
  }
}
