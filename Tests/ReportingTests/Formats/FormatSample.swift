import Policy
import Quantities
import Reporting

/// One row of every kind of value, and one row of nothing.
enum FormatSample {
  static func table() throws -> ReportTable {
    var table = ReportTable(
      "sample",
      columns: [
        .identifier("item_id", Phrase("Item", "品項編號")),
        .choice("outcome", Phrase("Outcome", "結果")),
        .integer("rank", Phrase("Rank", "名次")),
        .money("reserve_price", Phrase("Reserve price", "底價")),
        .decimal("historical", Phrase("Historical", "歷史")),
        .percentage("rate", Phrase("Rate", "費率")),
        .date("due_on", Phrase("Due on", "到期日")),
        .real("mean", Phrase("Mean", "平均")),
        .text("note", Phrase("Note", "備註")),
      ])
    table.append([
      .text("=A1"), .choice("awarded", Phrase("awarded", "決標")), .integer(1_234_567),
      .money(try Money(text: "9,999,999,999,999.99")),
      try .amount(minorUnits: Rational(100_000, over: 3)), .rate(try Rate(text: "1.1%")),
      .day(Day(year: 2026, month: 3, day: 31)), .real(1e-7),
      .phrase(Phrase("said \"so\", twice", "稱「是」,兩次")),
    ])
    table.append([.text("雲端"), .empty, .empty, .money(try Money(text: "5"))])
    table.appendTotal(Phrase("Total", "合計"), sums: ["rank": .integer(1_234_567)])
    return table
  }
}
