import Policy
import Quantities
import Tendering
import Testing

struct LotTests {
  private static let sample = SampleTender(reserve: 100, prices: [90, 90, 90, 90])

  private func award(seed: UInt64?, lot: LotDraw?) throws -> ItemAward {
    var policy = try SampleRule(share: PlainShare(numerator: 1, denominator: 2)).policy()
    policy.lotSeed = seed
    return AwardRule(policy: policy, lot: lot).award(LotTests.sample.tender())
  }

  @Test("The draw sees the item and the vendors by name, and its first ones win")
  func drawnOrder() throws {
    let names = LotTests.sample.offers.map(\.vendorID).sorted()
    let award = try award(seed: 1) { item, vendors in
      item == ItemID("I") && vendors == names ? vendors.reversed() : vendors
    }
    #expect(award.awarded.map(\.bid.vendorID).sorted() == Array(names.suffix(2)))
    #expect(award.tie?.resolution == .lot(seed: 1, order: names.reversed(), seatCount: 2))
  }

  @Test("Without a seed, or without a draw, nothing is drawn")
  func notDrawn() throws {
    let withoutSeed = try award(seed: nil) { _, vendors in vendors }
    let withoutDraw = try award(seed: 1, lot: nil)
    for (award, reason) in [(withoutSeed, PendingReason.noLotSeed), (withoutDraw, .noDraw)] {
      #expect(award.outcome == .pending(awarded: 0, pending: 4, seats: 2))
      guard case .pending(_, 2, reason) = award.tie?.resolution else {
        Issue.record("\(String(describing: award.tie))")
        continue
      }
    }
  }

  @Test("A draw that returns other vendors than it was given decides nothing", arguments: 0...3)
  func unusableDraw(kind: Int) throws {
    let award = try award(seed: 1) { _, vendors in
      switch kind {
      case 0: []
      case 1: Array(vendors.dropLast())
      case 2: vendors.dropLast() + [VendorID("stranger")]
      default: vendors.map { _ in vendors[0] }
      }
    }
    #expect(award.pendingCount == 4)
    guard case .pending(_, 2, .unusableDraw) = award.tie?.resolution else {
      Issue.record("\(String(describing: award.tie))")
      return
    }
  }
}
