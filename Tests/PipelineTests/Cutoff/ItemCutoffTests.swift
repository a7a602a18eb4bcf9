import Pipeline
import Policy
import Quantities
import Statistics
import Tendering
import Testing

/// One item under every share and rounding, with a padding bid and without, against the rules written
/// a second time.
@Suite struct ItemCutoffTests {
  private static let reserve: Int64 = 3

  /// Every lot of up to four bids at NT$1 to NT$4 under a reserve price of NT$3, or disqualified; the
  /// order of the bids decides nothing, so each set of bids once.
  private static let smallLots: [[Int64?]] = {
    let choices: [Int64?] = [1, 2, 3, 4, nil]
    var lots: [[Int64?]] = [[]]
    var longest: [(bids: [Int64?], from: Int)] = [([], 0)]
    for _ in 0..<4 {
      longest = longest.flatMap { lot in
        (lot.from..<choices.count).map { (lot.bids + [choices[$0]], $0) }
      }
      lots += longest.map(\.bids)
    }
    return lots
  }()

  /// Lots large enough that 90, 80 and 70 % differ.
  private static let largeLots: [[Int64?]] = (0..<39).map { (number: UInt64) in
    var stream = RandomStream(seed: number, stream: 3)
    let prices: [Int64?] = [1, 1, 2, 2, 2, 3, 3, 4, nil, 1, 2, 3, 3, 2, 1, 3]
    return Array(stream.shuffled(prices).prefix(Int(4 + number % 13)))
  }

  @Test(
    "Small lots exhaustively and larger ones by sampling",
    arguments: TieRule.allCases, CutoffBase.allCases)
  func againstTheRules(tie: TieRule, base: CutoffBase) throws {
    let policy = try SmallPolicy.award([.awardTie: tie.rawValue, .awardBase: base.rawValue])
    let readings = CutoffReading.all(beside: policy)
    for lot in Self.smallLots + Self.largeLots {
      let item = ItemCutoff(
        PlainCutoff.tender(lot, reserve: Self.reserve), readings: readings, policy: policy)
      #expect(item.submittedCount == lot.count)
      #expect(item.outcomes.map(\.reading) == readings)
      for outcome in item.outcomes {
        let rule = PlainCutoff.Rule(
          tenths: outcome.reading.share.tenths, rounding: outcome.reading.rounding, tie: tie,
          base: base)
        let problem = Self.problem(outcome, lot, rule)
        #expect(problem == nil, "\(lot) \(rule): \(problem ?? "")")
      }
    }
  }

  /// What of an outcome differs from the rules; `nil` where nothing does.
  private static func problem(
    _ outcome: ItemCutoff.Outcome, _ lot: [Int64?], _ rule: PlainCutoff.Rule
  ) -> String? {
    let plain = PlainCutoff(lot, reserve: reserve, rule)
    let prices = plain.winners.compactMap { lot[$0] }.map { SmallCase.money($0) }
    let validCount = plain.isValid.count { $0 }
    if outcome.winnerCount != plain.winners.count { return "winners" }
    if outcome.pendingCount != plain.pending.count { return "pending" }
    if outcome.lowestPrice != prices.min() { return "lowest price" }
    if outcome.highestPrice != prices.max() { return "highest price" }
    if outcome.lastWinnerPrice != prices.max() { return "last winner" }
    if (try? outcome.awardedSum.get())?.minorUnits != plain.sum(plain.winners) { return "sum" }
    let everyBidWins = validCount == 0 ? nil : plain.winners.count == validCount
    if outcome.everyBidWins != everyBidWins { return "every bid wins" }
    guard let padding = outcome.padding else { return "no padding" }
    return problem(padding, lot, rule, before: plain)
  }

  private static func problem(
    _ padding: PaddedOutcome, _ lot: [Int64?], _ rule: PlainCutoff.Rule, before: PlainCutoff
  ) -> String? {
    let after = PlainCutoff(lot + [reserve], reserve: reserve, rule)
    let original = after.winners.filter { $0 < lot.count }
    let pending = after.pending.filter { $0 < lot.count }
    let standing: PaddedOutcome.Standing =
      after.pending.contains(lot.count)
      ? .pending : after.winners.contains(lot.count) ? .wins : .loses
    let names = { (indices: Set<Int>) in indices.map { VendorID("V\($0)") }.sorted() }
    if padding.standing != standing { return "padding bid" }
    if padding.winnerCount != original.count { return "padded winners" }
    if padding.pendingCount != pending.count { return "padded pending" }
    if padding.added != names(original.subtracting(before.winners)) { return "added" }
    if padding.dropped != names(before.winners.subtracting(original)) { return "dropped" }
    guard before.pending.isEmpty, pending.isEmpty else {
      return padding.change == nil && padding.gainedCount == nil ? nil : "change while pending"
    }
    if padding.gainedCount != original.count - before.winners.count { return "gained" }
    let change = after.sum(original) - before.sum(before.winners)
    return (try? padding.change?.get())?.minorUnits == change ? nil : "change"
  }

  @Test("Five bids of which three are tied across the cutoff, under every tie rule")
  func tiesAcrossTheCutoff() throws {
    // k = 3 of 50, 60, 60, 60, 70; with the padding bid k = 4, and all three win.
    let tender = PlainCutoff.tender([50, 60, 60, 60, 70], reserve: 100)
    typealias Expected = (
      tie: TieRule, winners: Int, pending: Int, last: Int64, gained: Int?, change: Int64?
    )
    let expected: [Expected] = [
      (.rebidThenLot, 1, 3, 50, nil, nil), (.includeAll, 4, 0, 60, 0, 0),
      (.excludeAll, 1, 0, 50, 3, 180),
    ]
    for (tie, winners, pending, last, gained, change) in expected {
      let policy = try SmallPolicy.award([.awardTie: tie.rawValue, .awardCutoffShare: "0.6"])
      let item = ItemCutoff(
        tender, readings: CutoffReading.all(beside: policy), policy: policy)
      let outcome = try #require(item.outcome(under: CutoffReading(of: policy)))
      #expect(outcome.winnerCount == winners)
      #expect(outcome.pendingCount == pending)
      #expect(outcome.lastWinnerPrice == SmallCase.money(last))
      #expect(outcome.everyBidWins == false)
      let padding = try #require(outcome.padding)
      #expect(padding.winnerCount == 4)
      #expect(padding.standing == .loses)
      #expect(padding.gainedCount == gained)
      #expect(try padding.change?.get() == change.map { SmallCase.money($0) })
    }
  }

  @Test("A padding bid may tie with a bid at the reserve price, and push it out")
  func dropped() throws {
    let tender = PlainCutoff.tender([90, 91, 92, 93, 100], reserve: 100)
    let excluding = try SmallPolicy.award([.awardTie: "exclude-all"])
    let own = CutoffReading(of: excluding)
    let outcome = try #require(
      ItemCutoff(tender, readings: [own], policy: excluding).outcomes.first)
    // k = 5 of 5; then 5 of 6 with two at 100 for the fifth place.
    #expect(outcome.everyBidWins == true)
    #expect(outcome.padding?.dropped == [VendorID("V4")])
    #expect(outcome.padding?.standing == .loses)
    #expect(try outcome.padding?.change?.get() == SmallCase.money(-100))
    let pending = try #require(
      ItemCutoff(tender, readings: [own], policy: try SmallPolicy.award()).outcomes.first)
    #expect(pending.padding?.standing == .pending)
    #expect(pending.padding?.pendingCount == 1)
    #expect(pending.padding?.change == nil)
  }

  @Test("Without a valid bid there is no effect to state; without a reserve price no padding bid")
  func noBids() throws {
    let policy = try SmallPolicy.award()
    let readings = CutoffReading.all(beside: policy)
    for prices in [[], [101, nil]] as [[Int64?]] {
      let item = ItemCutoff(
        PlainCutoff.tender(prices, reserve: 100), readings: readings, policy: policy)
      #expect(item.validCount == 0)
      for outcome in item.outcomes {
        #expect(outcome.everyBidWins == nil && outcome.winnerCount == 0)
        #expect(outcome.lowestPrice == nil && outcome.highestPrice == nil)
        #expect(outcome.padding?.standing == .wins)
        #expect(try outcome.padding?.change?.get() == .zero)
      }
    }
    let item = ItemCutoff(
      PlainCutoff.tender([50], reserve: nil), readings: readings, policy: policy)
    #expect(item.outcomes.allSatisfy { $0.padding == nil && $0.everyBidWins == nil })
  }

  @Test("Re-bids, lots and the lowest price for all are those of the award", arguments: 0..<20)
  func againstTheAward(number: UInt64) throws {
    var stream = RandomStream(seed: number, stream: 8)
    let prices = stream.shuffled([90, 91, 92, 92, 92, 93, 93, 100, 100] as [Int64?])
    let plain = PlainCutoff.tender(prices, reserve: 100)
    let rebids = plain.bids.prefix(4).compactMap { bid in
      bid.unitPrice.map { _ in SmallCase.rebid("A", bid.vendorID.text, 89) }
    }
    let padding = SmallCase.bid("A", "another vendor", 100, line: 40)
    let tenders = [plain.bids, plain.bids + [padding]].map { bids in
      Tender(itemID: plain.itemID, reservePrice: plain.reservePrice, bids: bids, rebids: rebids)
    }
    let policy = try SmallPolicy.award([
      .awardLotSeed: "\(number)", .awardContractPrice: number % 2 == 0 ? "own-bid" : "match-lowest",
    ])
    let lot = SeededLot.draw(seed: number)
    let item = ItemCutoff(
      tenders[0], readings: CutoffReading.all(beside: policy), policy: policy, lot: lot)
    for outcome in item.outcomes {
      let rule = AwardRule(policy: outcome.reading.applied(to: policy), lot: lot)
      let (before, after) = (rule.award(tenders[0]), rule.award(tenders[1]))
      #expect(outcome.winnerCount == before.awardedCount)
      #expect(outcome.highestPrice == before.awarded.compactMap(\.contractPrice).max())
      #expect(outcome.lastWinnerPrice == before.awarded.compactMap(\.standingPrice).max())
      // The names of the two padding bids differ, so a lot may, but not the number of places.
      #expect(
        (outcome.padding?.winnerCount ?? 0) + (outcome.padding?.standing == .wins ? 1 : 0)
          == after.awardedCount)
    }
  }
}
