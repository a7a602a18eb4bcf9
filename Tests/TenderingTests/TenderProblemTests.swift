import Policy
import Quantities
import Tendering
import Testing

struct TenderProblemTests {
  @Test("Every problem of the re-bids, each with its row")
  func rebids() throws {
    let base = SampleTender(reserve: 100, prices: [90, 90, 95, nil], rebids: [91, 0, 94, 40])
      .tender()
    let stranger = Rebid(
      itemID: base.itemID, vendorID: VendorID("stranger"), unitPrice: Money(minorUnits: 5),
      position: SourcePosition(file: "rebids.csv", line: 8))
    let again = Rebid(
      itemID: base.itemID, vendorID: base.bids[2].vendorID, unitPrice: Money(minorUnits: 5),
      position: SourcePosition(file: "rebids.csv", line: 9))
    let tender = Tender(
      itemID: base.itemID, reservePrice: base.reservePrice, bids: base.bids,
      rebids: base.rebids + [stranger, again])
    let problems = tender.problems()
    #expect(
      problems.map(\.kind) == [
        .rebid(.aboveOwnPrice(Money(minorUnits: 90))), .rebid(.notAboveZero), .rebidWithoutBid,
        .rebid(.repeated),
      ])
    #expect(problems.map(\.position.line) == [2, 3, 8, 9])
    for problem in problems {
      #expect(problem.phrase.english.contains(problem.vendorID.text))
      #expect(problem.phrase.traditionalChinese.contains(problem.vendorID.text))
    }
  }

  @Test("A re-bid equal to the own bid, or one that is not needed, is no problem")
  func harmless() {
    let tied = SampleTender(reserve: 100, prices: [90, 90, 95], rebids: [90, 89, 60])
    #expect(tied.tender().problems().isEmpty)
    #expect(SampleTender(reserve: 100, prices: []).tender().problems().isEmpty)
  }
}
