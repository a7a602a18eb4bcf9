import Quantities
import Testing

struct IdentifierTests {
  @Test("Names sort by code points, not by a locale")
  func order() {
    let sorted = ["A", "B", "a", "b", "v10", "v2", "é", "中", "文", "😀"]
    #expect(sorted.map { VendorID($0) }.reversed().sorted().map(\.text) == sorted)
    #expect(VendorID("x").description == "x")
  }

  @Test("Exactly one of less, equal, greater holds, also for two spellings of one name")
  func trichotomy() {
    let names = ["e\u{301}", "é", "e", "f", "ẹ\u{302}", "ệ", ""].map { ItemID($0) }
    for left in names {
      for right in names {
        #expect([left < right, left == right, left > right].count { $0 } == 1)
        if left == right { #expect(left.hashValue == right.hashValue) }
      }
    }
  }
}
