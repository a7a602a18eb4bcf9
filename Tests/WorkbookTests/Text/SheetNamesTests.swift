import Testing

@testable import Workbook

@Suite struct SheetNamesTests {
  @Test(arguments: [
    ("Awards: 3/2026", "Awards- 3-2026"), ("[a]*?\\", "-a----"), ("'quoted'", "quoted"),
    ("History", "History_"), ("", "Sheet 1"), ("''", "Sheet 1"), ("a\nb", "a b"),
    ("封面", "封面"), (" x ", "x"),
  ])
  func `a wish is made to fit`(wish: String, expected: String) {
    #expect(SheetNames.unique([wish]) == [expected])
  }

  @Test func `every name keeps the rules of spreadsheets, whatever is wished for`() {
    let long = String(repeating: "長", count: 40)
    let emoji = String(repeating: "👩‍👩‍👧", count: 9)
    let wishes = [long, long, long + "x", emoji, "A", "a", "A (2)", "", "", "it's", "\u{1}"]
    let names = SheetNames.unique(wishes)
    #expect(names.count == wishes.count)
    #expect(Set(names.map { $0.lowercased() }).count == wishes.count)
    for name in names {
      #expect((1...31).contains(name.utf16.count))
      #expect(!name.contains { "[]:*?/\\".contains($0) })
      #expect(!name.hasPrefix("'") && !name.hasSuffix("'"))
    }
  }

  @Test func `a name in a formula is quoted`() {
    #expect(SheetNames.quoted("it's 底價") == "'it''s 底價'")
  }

  @Test(arguments: ["cutoff_share", "_x", "rate.tier", "tax2025x", "ABCD1", "Rate", "xyz"])
  func `a name for cells is taken`(name: String) {
    #expect(SheetNames.isDefinedName(name))
  }

  @Test(arguments: [
    "", "1a", "A1", "xfd9", "R", "c", "R1C1", "rc", "r2c", "a b", "a-b", "底價", "=a",
  ])
  func `a name that reads as something else is refused`(name: String) {
    #expect(!SheetNames.isDefinedName(name))
  }

  @Test func `names of native tables are unique without regard to case and punctuation`() {
    let names = SheetNames.uniqueTableNames(["a-b", "A_b", "底"])
    #expect(names == ["a-b": "table_a_b", "A_b": "table_A_b_2", "底": "table__"])
  }

  @Test func `headings of a native table are unique, on one line and not empty`() {
    #expect(
      SheetNames.uniqueHeadings(["Price", "price", "a\nb", "", "=1"])
        == ["Price", "price 2", "a b", "4", "=1"])
  }
}
