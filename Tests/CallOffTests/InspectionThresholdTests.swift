import CallOff
import Policy
import Quantities
import Testing

@Suite struct InspectionThresholdTests {
  @Test(
    "From NT$10,000,000 on an order needs the superior's approval",
    arguments: [(999_999_999, false), (1_000_000_000, true), (1_000_000_001, true)]
      as [(Int64, Bool)])
  func threshold(cents: Int64, isFlagged: Bool) throws {
    let ledger = try Sample.ledger([Sample.order(cents: cents)])
    #expect(ledger.assessments[0].flags.contains(.needsSuperiorApproval) == isFlagged)
    #expect(InspectionThreshold.isReached(by: Money(minorUnits: cents)) == isFlagged)
  }

  @Test("The flag cites the law")
  func rule() {
    #expect(FeeFlag.needsSuperiorApproval.rule?.basis == .law)
    #expect(InspectionThreshold.rule.citation.text.contains("Art. 6 IV"))
  }
}
