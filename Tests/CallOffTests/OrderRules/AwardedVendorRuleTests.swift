import CallOff
import Policy
import Quantities
import Testing

@Suite struct AwardedVendorRuleTests {
  static let row = Sample.row("bids.csv", 9)

  @Test("Only an awarded vendor may be ordered from; an undecided tie is missing evidence")
  func awards() throws {
    let place = OrderPlace(itemID: ItemID("I1"), vendorID: VendorID("V1"))
    let above = Phrase("above the reserve price", "高於底價")
    let cases: [(OrderFacts.Award?, OrderResult)] = [
      (.awarded, .met), (.pending, .missingEvidence), (.notAwarded(above, Self.row), .flagged),
      (nil, .flagged),
    ]
    for (award, result) in cases {
      let review = try OrderSample.review([try OrderSample.order()]) { facts in
        facts.awards = award.map { [place: $0] } ?? [:]
      }
      let finding = try #require(try OrderSample.finding(.ordersAward, in: review))
      #expect(finding.result == result)
      if case .notAwarded? = award {
        #expect(finding.record == Self.row)
        #expect(finding.reason.english.contains(above.english))
      }
    }
  }
}
