import Policy
import Quantities
import Tendering
import Testing

/// Five bids of which half are awarded, the third lowest tied with the fourth: one place for two.
struct TieBreakTests {
  static let half = PlainShare(numerator: 1, denominator: 2)

  private func award(
    _ tie: TieRule, rebids: [Int64?] = [], lotSeed: UInt64? = nil,
    prices: [Int64] = [80, 81, 90, 90, 95]
  ) throws -> ItemAward {
    try SampleRule(share: TieBreakTests.half, tie: tie, lotSeed: lotSeed).rule()
      .award(SampleTender(reserve: 100, prices: prices, rebids: rebids).tender())
  }

  @Test("Include all: more than k are awarded")
  func includeAll() throws {
    let award = try award(.includeAll)
    #expect(award.cutoffCount == 3)
    #expect(award.cutoffPrice == Money(minorUnits: 90))
    #expect(award.outcome == .awarded(count: 4))
    #expect(award.bids[2].outcome == .awarded(.tieIncluded))
    #expect(award.tie?.resolution == .includedAll)
    #expect(award.tie?.seatCount == 1)
  }

  @Test("Exclude all: fewer than k are awarded")
  func excludeAll() throws {
    let award = try award(.excludeAll)
    #expect(award.outcome == .awarded(count: 2))
    #expect(award.bids[3].outcome == .notAwarded(.tieExcluded))
    #expect(award.tie?.resolution == .excludedAll)
  }

  @Test("Exclude all may leave nobody: the item fails with that reason")
  func excludeAllFails() throws {
    let award = try award(.excludeAll, prices: [90, 90, 90, 95])
    #expect(award.outcome == .failed(.tieExcludedAll(tied: 3)))
    #expect(award.awardedCount == 0)
  }

  @Test("Without re-bids and lot the tied bids are pending, never chosen")
  func pending() throws {
    let award = try award(.rebidThenLot)
    #expect(award.outcome == .pending(awarded: 2, pending: 2, seats: 1))
    #expect(
      award.bids.map(\.outcomeText)
        == ["awarded", "awarded", "pending-tie", "pending-tie", "not-awarded"])
    guard case .pending(let vendors, 1, .noLotSeed) = award.tie?.resolution else {
      Issue.record("\(String(describing: award.tie))")
      return
    }
    #expect(vendors == award.tie?.vendors)
    #expect(vendors == vendors.sorted() && vendors.count == 2)
  }

  @Test("The lowest re-bid wins and is the contract price; no re-bid keeps the own price")
  func rebidDecides() throws {
    let award = try award(.rebidThenLot, rebids: [nil, nil, nil, 88])
    #expect(award.bids[3].outcome == .awarded(.rebid))
    #expect(award.bids[3].contractPrice == Money(minorUnits: 88))
    #expect(award.bids[3].rank == 3)
    #expect(award.bids[2].outcome == .notAwarded(.rebidLost))
    #expect(award.bids[2].standingPrice == Money(minorUnits: 90))
    #expect(award.tie?.resolution == .rebids)
    #expect(award.tie?.rebids.map(\.unitPrice) == [Money(minorUnits: 88)])
  }

  @Test("A re-bid below every other bid changes the tie alone, not the ranking")
  func rebidKeepsRank() throws {
    let award = try award(.rebidThenLot, rebids: [nil, nil, 10, nil])
    #expect(award.bids.map(\.rank) == [1, 2, 3, 3, 5])
    #expect(award.bids[2].contractPrice == Money(minorUnits: 10))
    #expect(award.bids[2].lowPriceFlagText == "below-total;below-item")
  }

  @Test("Equal re-bids go to the lot, at the re-bid price")
  func lotAfterRebids() throws {
    let pending = try award(.rebidThenLot, rebids: [nil, nil, 88, 88])
    #expect(pending.outcome == .pending(awarded: 2, pending: 2, seats: 1))
    let drawn = try award(.rebidThenLot, rebids: [nil, nil, 88, 88], lotSeed: 5)
    #expect(drawn.outcome == .awarded(count: 3))
    let winner = try #require(drawn.bids.first { $0.outcome == .awarded(.lot) })
    #expect(winner.contractPrice == Money(minorUnits: 88))
    #expect(drawn.bids.count { $0.outcome == .notAwarded(.lotLost) } == 1)
    guard case .lot(5, let order, 1) = drawn.tie?.resolution else {
      Issue.record("\(String(describing: drawn.tie))")
      return
    }
    #expect(order.first == winner.bid.vendorID)
  }

  @Test("Re-bids without effect are reported with the reason")
  func unusedRebids() throws {
    let reasons = { (award: ItemAward) in award.unusedRebids.map(\.reason) }
    #expect(
      reasons(try award(.rebidThenLot, rebids: [70, nil, 91, 90])) == [
        .notTied, .aboveOwnPrice(Money(minorUnits: 90)),
      ])
    #expect(reasons(try award(.rebidThenLot, rebids: [nil, nil, 0, 90])) == [.notAboveZero])
    #expect(reasons(try award(.includeAll, rebids: [nil, nil, 88])) == [.tieRuleTakesNone])
    #expect(reasons(try award(.excludeAll, rebids: [nil, nil, 88])) == [.tieRuleTakesNone])
    let untied: [Int64] = [80, 81, 90, 91, 95]
    #expect(reasons(try award(.rebidThenLot, rebids: [nil, nil, 88], prices: untied)) == [.noTie])
  }

  @Test("A second re-bid of one vendor has no effect")
  func repeatedRebid() throws {
    let base = SampleTender(reserve: 100, prices: [90, 90], rebids: [89]).tender()
    let first = try #require(base.rebids.first)
    let second = Rebid(
      itemID: first.itemID, vendorID: first.vendorID, unitPrice: Money(minorUnits: 1),
      position: SourcePosition(file: "rebids.csv", line: 9))
    let tender = Tender(
      itemID: base.itemID, reservePrice: base.reservePrice, bids: base.bids,
      rebids: [first, second])
    let award = try SampleRule(share: TieBreakTests.half).rule().award(tender)
    #expect(award.bids[0].contractPrice == Money(minorUnits: 89))
    #expect(award.unusedRebids.map(\.rebid) == [second])
    #expect(award.unusedRebids.map(\.reason) == [.repeated])
  }
}
