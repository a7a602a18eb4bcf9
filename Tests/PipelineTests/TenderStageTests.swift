import Pipeline
import Policy
import Quantities
import Statistics
import Tendering
import Testing

/// Every item awarded on its own, every bid back in the order of the input.
@Suite("Tender stage")
struct TenderStageTests {
  private typealias Submissions = TenderStage.Submissions

  private static let lots = ["B", "A", "C"].map { item in
    TenderStage.Lot(itemID: ItemID(item), reservePrice: SmallCase.money(item == "C" ? 500 : 1_000))
  }

  /// A has ten bids, B two equal ones across the cutoff, C one above its reserve price; two rows name
  /// an item that is not put up.
  private static let bids: [Bid] =
    (0..<10).map { SmallCase.bid("A", "V\($0)", 900 + Int64($0), line: 2 + $0) } + [
      SmallCase.bid("B", "V0", 700, line: 12), SmallCase.bid("B", "V1", 800, line: 13),
      SmallCase.bid("B", "V2", 800, line: 14), SmallCase.bid("C", "V3", 501, line: 15),
      SmallCase.bid("D", "V0", 1, line: 16), SmallCase.bid("D", "V1", 1, line: 17),
    ]

  /// The outcomes on each line of the input; one, unless a bid went to two places.
  private static func outcomes(_ stage: TenderStage) -> [Int: [String]] {
    Dictionary(grouping: stage.bidAwards, by: \.bid.bid.position.line)
      .mapValues { $0.map(\.bid.outcomeText) }
  }

  @Test(
    "keeps the rows in input order and awards alike, however they are shuffled", arguments: 0..<40)
  func rowOrder(shuffle: UInt64) throws {
    var stream = RandomStream(seed: shuffle, stream: 1)
    let rows = stream.shuffled(TenderStageTests.bids)
    let policy = try SmallPolicy.award([.awardLotSeed: "7", .awardCutoffShare: "0.6"])
    let stage = TenderStage(
      lots: TenderStageTests.lots, submissions: Submissions(bids: rows), policy: policy)
    let known = rows.filter { $0.itemID.text != "D" }
    #expect(stage.bidAwards.map(\.bid.bid) == known)
    #expect(stage.bidAwards.allSatisfy { $0.award.itemID == $0.bid.bid.itemID })
    #expect(stage.awards.map(\.itemID.text) == ["B", "A", "C"])
    #expect(stage.tenders.map(\.itemID.text) == ["B", "A", "C"])

    let straight = TenderStage(
      lots: TenderStageTests.lots, submissions: Submissions(bids: TenderStageTests.bids),
      policy: policy)
    #expect(TenderStageTests.outcomes(stage) == TenderStageTests.outcomes(straight))
  }

  @Test("awards an item as if it stood alone", arguments: ["A", "B", "C"])
  func grouping(item: String) throws {
    let policy = try SmallPolicy.award([.awardLotSeed: "7", .awardCutoffShare: "0.6"])
    let all = TenderStage(
      lots: TenderStageTests.lots, submissions: Submissions(bids: TenderStageTests.bids),
      policy: policy)
    let alone = TenderStage(
      lots: TenderStageTests.lots.filter { $0.itemID.text == item },
      submissions: Submissions(bids: TenderStageTests.bids.filter { $0.itemID.text == item }),
      policy: policy)
    #expect(alone.awards == all.awards.filter { $0.itemID.text == item })
  }

  @Test("awards the lowest bids that the rules name")
  func byHand() throws {
    let stage = TenderStage(
      lots: TenderStageTests.lots, submissions: Submissions(bids: TenderStageTests.bids),
      policy: try SmallPolicy.award([.awardCutoffShare: "0.6"]))
    let lines = { (outcome: String) in
      stage.bidAwards.filter { $0.bid.outcomeText == outcome }.map(\.bid.bid.position.line)
    }
    // A: 0.6 × 10 = 6. B: 0.6 × 3 = 1.8, so 2 of 3, and two bids at 800 stand for the second place.
    #expect(lines("awarded") == [2, 3, 4, 5, 6, 7, 12])
    #expect(lines("not-awarded") == [8, 9, 10, 11])
    #expect(lines("pending-tie") == [13, 14])
    #expect(lines("above-reserve") == [15])
    // 900 + 901 + … + 905 and 700.
    #expect(try stage.awardedSum() == SmallCase.money(6_115))
  }

  @Test("gives re-bids to their own item")
  func rebids() throws {
    let bids = ["A", "B"].flatMap { item in
      [SmallCase.bid(item, "V1", 800), SmallCase.bid(item, "V2", 800)]
    }
    let stage = TenderStage(
      lots: Array(TenderStageTests.lots.prefix(2)),
      submissions: Submissions(bids: bids, rebids: [SmallCase.rebid("B", "V2", 790)]),
      policy: try SmallPolicy.award([.awardCutoffShare: "0.5"]))
    #expect(
      stage.bidAwards.map(\.bid.outcomeText)
        == ["pending-tie", "pending-tie", "not-awarded", "awarded"])
    #expect(try stage.awardedSum() == SmallCase.money(790))
  }

  @Test("other parameters give what a stage of its own gives", arguments: Reading.all)
  func otherParameters(reading: Reading) throws {
    let own = try SmallPolicy.award([.awardLotSeed: "7"])
    let other = reading.applied(to: own)
    let submissions = Submissions(
      bids: TenderStageTests.bids + [SmallCase.bid("A", "V10", 2_000, line: 18)])
    let stage = TenderStage(lots: TenderStageTests.lots, submissions: submissions, policy: own)
    let expected = TenderStage(
      lots: TenderStageTests.lots, submissions: submissions, policy: other
    ).awards.flatMap(\.bids).compactMap(\.contractPrice).reduce(0) { $0 + $1.minorUnits }
    #expect(try stage.awardedSum(under: other) == Money(minorUnits: expected))
    let total = stage.readings().totals.first { $0.reading == reading }
    #expect(try total?.awardedSum.get() == Money(minorUnits: expected))
  }

  @Test("reports a second bid of a vendor where it stands, item by item")
  func problems() throws {
    let bids = [
      SmallCase.bid("A", "V1", 900, line: 2), SmallCase.bid("B", "V1", 900, line: 3),
      SmallCase.bid("A", "V1", 901, line: 4), SmallCase.bid("B", "V1", 900, line: 5),
    ]
    let stage = TenderStage(
      lots: TenderStageTests.lots, submissions: Submissions(bids: bids),
      policy: try SmallPolicy.award())
    #expect(stage.problems().map(\.position.line) == [5, 4])
  }
}
