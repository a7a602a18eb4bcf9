import Policy
import Quantities
import Tendering
import Testing

struct ValidityTests {
  @Test(
    "A price equal to the reserve is valid, one minor unit above it is not",
    arguments: [(1, true), (99, true), (100, true), (101, false), (999_999_999_999_999, false)]
      as [(Int64, Bool)])
  func reserveBoundary(price: Int64, isValid: Bool) throws {
    let award = try SampleRule().rule().award(SampleTender(reserve: 100, prices: [price]).tender())
    #expect(award.bids[0].outcomeText == (isValid ? "awarded" : "above-reserve"))
    #expect(award.bids[0].rank == (isValid ? 1 : nil))
    #expect(award.bids[0].contractPrice == (isValid ? Money(minorUnits: price) : nil))
    let reserve = Money(minorUnits: 100)
    #expect(
      BidValidity(of: award.bids[0].bid, reservePrice: reserve)
        == (isValid
          ? .valid(price: Money(minorUnits: price))
          : .aboveReserve(price: Money(minorUnits: price), reservePrice: reserve)))
  }

  @Test("An admitted bid needs a price above zero", arguments: [nil, 0, -1] as [Int64?])
  func noPrice(price: Int64?) throws {
    let bid = Bid(
      itemID: ItemID("I"), vendorID: VendorID("V"),
      unitPrice: price.map { Money(minorUnits: $0) },
      position: SourcePosition(file: "bids.csv", line: 2))
    let tender = Tender(itemID: bid.itemID, reservePrice: Money(minorUnits: 100), bids: [bid])
    let award = try SampleRule().rule().award(tender)
    #expect(award.bids[0].outcome == .disqualified(.noPrice))
    #expect(award.outcome == .failed(.noValidBid(disqualified: 1, aboveReserve: 0)))
    #expect(tender.problems().map(\.kind) == [.bidNotAboveZero])
  }

  @Test("A disqualified bid may lack a price")
  func disqualifiedWithoutPrice() throws {
    let bid = Bid(
      itemID: ItemID("I"), vendorID: VendorID("V"), unitPrice: nil, status: .disqualified,
      position: SourcePosition(file: "bids.csv", line: 2))
    let tender = Tender(itemID: bid.itemID, reservePrice: Money(minorUnits: 100), bids: [bid])
    #expect(try SampleRule().rule().award(tender).bids[0].outcome == .disqualified(.refused))
    #expect(tender.problems().isEmpty)
  }

  @Test("Every way to fail before a selection has its own reason")
  func failures() throws {
    let rule = try SampleRule().rule()
    let award = { (reserve: Int64?, prices: [Int64?]) in
      rule.award(SampleTender(reserve: reserve, prices: prices).tender())
    }
    #expect(award(nil, []).outcome == .failed(.noReserve))
    #expect(award(nil, [90, nil]).outcome == .failed(.noReserve))
    #expect(award(nil, [90, nil]).bids.map(\.outcomeText) == ["no-reserve", "disqualified"])
    #expect(award(100, []).outcome == .failed(.noBids))
    #expect(
      award(100, [101, nil, 102]).outcome
        == .failed(.noValidBid(disqualified: 1, aboveReserve: 2)))
    #expect(award(0, [1]).bids.map(\.outcomeText) == ["above-reserve"])
  }

  @Test("Two bids of one vendor fail the item")
  func repeatedBid() throws {
    var sample = SampleTender(reserve: 100, prices: [90, 91, 92])
    sample.offers[2].number = 0
    let tender = sample.tender()
    let award = try SampleRule().rule().award(tender)
    let vendor = sample.offers[0].vendorID
    #expect(award.outcome == .failed(.repeatedBid(vendor)))
    #expect(award.awardedCount == 0)
    let problem = try #require(tender.problems().first)
    #expect(tender.problems().count == 1)
    #expect(problem.kind == .repeatedBid(first: SourcePosition(file: "bids.csv", line: 2)))
    #expect(problem.position == SourcePosition(file: "bids.csv", line: 4))
    #expect(problem.vendorID == vendor)
  }
}
