import Reporting
import Testing

@Suite struct FormulaTests {
  @Test func `a template is read into literals, names and ranges`() throws {
    let template = "={price}*SUM({t.amount})-{t.amount@R1}+MEDIAN({p.value@a.b..c.d})&\"{{x}}\""
    #expect(
      try Formula(template).parts() == [
        .literal("="), .name("price"), .literal("*SUM("), .range(CellRange("t", "amount")),
        .literal(")-"), .range(CellRange("t", "amount", rows: .one("R1"))), .literal("+MEDIAN("),
        .range(CellRange("p", "value", rows: .span("a.b", "c.d"))), .literal(")&\"{x}\""),
      ])
  }

  /// Keys may come from the input, so every character must survive, alone and next to any other.
  @Test func `a reference reads back whatever its keys hold`() throws {
    let pieces = ["a", ".", "..", "@", "{", "}", "\\", "'", "\"", "雲", " ", "="]
    let keys = pieces + pieces.flatMap { first in pieces.map { first + $0 } }
    for key in keys {
      for rows in [CellRange.Rows.one(key), .span(key, "x"), .span("x", key)] {
        let range = CellRange("table", "column", rows: rows)
        let formula = Formula("=" + Formula.reference(range))
        #expect(try formula.parts() == [.literal("="), .range(range)])
      }
    }
  }

  @Test func `an at sign without a row is the row beside the formula`() throws {
    let range = CellRange("t", "c", rows: .same)
    #expect(try Formula("={t.c@}").parts() == [.literal("="), .range(range)])
    #expect(Formula.reference(range) == "{t.c@}")
  }

  @Test(arguments: ["a\"b", "{x}", "=1+1", "\"\"", "雲端"])
  func `quoted text stays one literal with doubled quotation marks`(text: String) throws {
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    #expect(
      try Formula("=" + Formula.quoted(text)).parts() == [.literal("=\"" + doubled + "\"")])
  }

  @Test(arguments: [
    "1+1", "", "={", "={}", "={a", "=}", "={.a}", "={a.}", "={a.b@..c}", "={a.b@c..}",
    "={a{b}", "={a\\}",
  ])
  func `a template with a fault is refused`(template: String) {
    #expect(throws: FormulaError.self) { try Formula(template).parts() }
  }
}
