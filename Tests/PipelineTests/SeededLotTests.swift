import Pipeline
import Quantities
import Testing

/// A lot that anyone can repeat from its seed.
@Suite("Seeded lot")
struct SeededLotTests {
  private static func vendors(_ count: Int) -> [VendorID] {
    (0..<count).map { VendorID("V\($0)") }
  }

  @Test("returns exactly the tied vendors", arguments: 0...9, [0, 1, 20_260_331, UInt64.max])
  func permutes(count: Int, seed: UInt64) {
    let vendors = SeededLotTests.vendors(count)
    let drawn = SeededLot.draw(seed: seed)(ItemID("item"), vendors)
    #expect(drawn.sorted() == vendors)
  }

  @Test("is repeated by its seed and item, whatever was drawn before", arguments: 0..<20)
  func repeats(item: Int) {
    let vendors = SeededLotTests.vendors(7)
    let draw = SeededLot.draw(seed: 42)
    let first = draw(ItemID("item-\(item)"), vendors)
    for other in 0..<5 { _ = draw(ItemID("other-\(other)"), vendors) }
    #expect(draw(ItemID("item-\(item)"), vendors) == first)
    #expect(SeededLot.draw(seed: 42)(ItemID("item-\(item)"), vendors) == first)
  }

  @Test("gives each item and each seed a draw of its own")
  func differs() {
    let vendors = SeededLotTests.vendors(7)
    let byItem = (0..<50).map { SeededLot.draw(seed: 1)(ItemID("item-\($0)"), vendors) }
    let bySeed = (0..<50).map { SeededLot.draw(seed: UInt64($0))(ItemID("item"), vendors) }
    // 50 of 5,040 orders coincide in a pair with probability 0.22; more than five never.
    #expect(Set(byItem).count >= 45)
    #expect(Set(bySeed).count >= 45)
  }

  /// Pearson's χ² over the six orders of three vendors; 20.515 is its 0.999 quantile at 5 degrees.
  @Test("favours no order")
  func isFair() {
    let vendors = SeededLotTests.vendors(3)
    let drawCount = 6_000
    var counts: [[VendorID]: Int] = [:]
    for seed in 0..<drawCount {
      counts[SeededLot.draw(seed: UInt64(seed))(ItemID("item"), vendors), default: 0] += 1
    }
    let expected = drawCount / 6
    let squares = counts.values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) }
    #expect(counts.count == 6)
    #expect(Double(squares) / Double(expected) < 20.515)
  }
}
