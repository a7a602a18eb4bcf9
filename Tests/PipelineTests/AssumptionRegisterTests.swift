import CallOff
import Pipeline
import Policy
import Quantities
import Testing

/// What is at stake in each assumed value: the largest less the smallest result, by hand.
@Suite("Assumption register")
struct AssumptionRegisterTests {
  private static func register(
    _ input: Case, _ policy: PolicyView
  ) throws -> AssumptionRegister {
    AssumptionRegister(of: try CaseRun(input, policy: policy, bootstrap: nil))
  }

  private static func entry(
    _ key: PolicyKey, _ input: Case, _ policy: PolicyView
  ) throws -> AssumptionRegister.Entry {
    try #require(try register(input, policy).entries.first { $0.key == key })
  }

  /// The result of each value in NT$, "-" where it cannot be applied; the values stand once each.
  private static func results(_ entry: AssumptionRegister.Entry) -> [String: [String]] {
    Dictionary(grouping: entry.outcomes, by: \.value.text)
      .mapValues { $0.map { $0.amount?.decimalText ?? "-" } }
  }

  /// One item with a reserve price of 1,000 from one market quote, and bids 900, 910 … 940.
  private static func tendered() -> Case {
    var input = SmallCase.empty()
    input.items = [SmallCase.item("A")]
    input.evidence = [SmallCase.quote("A", 1_000)]
    input.bids = (0..<5).map { SmallCase.bid("A", "V\($0)", 900 + 10 * Int64($0)) }
    return input
  }

  private static func ordered(
    _ orders: [Order], tiers: [(hundredths: Int64, thousandths: Int64)]
  ) throws -> Case {
    var input = SmallCase.empty()
    input.orders = orders
    input.feeTiers = try SmallCase.tiers(tiers)
    return input
  }

  // MARK: Award

  /// k = 0.9 × 5 = 4.5: five winners (4,600), or the lowest four (3,660) under floor.
  @Test(
    "measures the award by the sum of contract prices",
    arguments: [
      (.awardRounding, ["half-up": 4_600, "floor": 3_660, "ceiling": 4_600], 940),
      (.awardContractPrice, ["own-bid": 4_600, "match-lowest": 4_500], 100),
      (.awardTie, ["rebid-then-lot": 4_600, "include-all": 4_600, "exclude-all": 4_600], 0),
      (.awardBase, ["valid": 4_600, "submitted": 4_600], 0),
      // A reserve price of ⌊1000 / 300⌋ × 300 = 900 leaves one valid bid.
      (.reserveRoundingUnit, ["1": 4_600, "300": 900], 3_700),
      // One row: two are not there, so there is no reserve price and no award.
      (.reserveMinimumEffectiveSources, ["1": 4_600, "2": 0], 4_600),
    ] as [(PolicyKey, [String: Int64], Int64)])
  func award(key: PolicyKey, results: [String: Int64], stake: Int64) throws {
    let policy = try SmallPolicy.view(alternatives: [
      .reserveRoundingUnit: ["300"], .reserveMinimumEffectiveSources: ["2"],
    ])
    let entry = try AssumptionRegisterTests.entry(
      key, AssumptionRegisterTests.tendered(), policy)
    #expect(AssumptionRegisterTests.results(entry) == results.mapValues { ["\($0)"] })
    #expect(entry.stake == SmallCase.money(stake))
    #expect(entry.measure == .awardedSum)
  }

  @Test("tries every name of a choice, the value in force first, each once")
  func choices() throws {
    let policy = try SmallPolicy.view([.awardRounding: "floor"])
    let entry = try AssumptionRegisterTests.entry(
      .awardRounding, AssumptionRegisterTests.tendered(), policy)
    #expect(entry.outcomes.map(\.value.text) == ["floor", "half-up", "ceiling"])
  }

  // MARK: Reserve

  @Test("measures reserve prices by their sum where there are no bids")
  func reserve() throws {
    var input = AssumptionRegisterTests.tendered()
    input.bids = nil
    let policy = try SmallPolicy.view(alternatives: [.reserveRoundingUnit: ["300", "7"]])
    let entry = try AssumptionRegisterTests.entry(.reserveRoundingUnit, input, policy)
    // ⌊1000 / 7⌋ × 7 = 994.
    #expect(
      AssumptionRegisterTests.results(entry) == ["1": ["1000"], "300": ["900"], "7": ["994"]])
    #expect(entry.stake == SmallCase.money(100))
    #expect(entry.measure == .reserveSum)
  }

  // MARK: Fee

  /// One order of NT$1,000,000, one unit, with 1.1 % from 0 and 1 % from 500,000.
  @Test(
    "measures the fee by its net sum",
    arguments: [
      // 500,000 × 1.1 % + 500,000 × 1 %.
      (.feeMode, ["slab": 10_000, "marginal": 10_500], 500),
      // One unit lies in the first tier.
      (.feeTierBy, ["amount": 10_000, "quantity": 11_000], 1_000),
      (.feeBase, ["gross": 10_000, "net-of": 9_901], 99),
      (.feeRounding, ["half-up": 10_000, "floor": 10_000, "ceiling": 10_000], 0),
      (.feeCap, ["none": 10_000, "8000": 8_000], 2_000),
    ] as [(PolicyKey, [String: Int64], Int64)])
  func fee(key: PolicyKey, results: [String: Int64], stake: Int64) throws {
    let input = try AssumptionRegisterTests.ordered(
      [try SmallCase.order("O1", 1_000_000)], tiers: [(0, 11), (500_000_00, 10)])
    let policy = try SmallPolicy.view(alternatives: [.feeCap: ["8000"]])
    let entry = try AssumptionRegisterTests.entry(key, input, policy)
    #expect(AssumptionRegisterTests.results(entry) == results.mapValues { ["\($0)"] })
    #expect(entry.stake == SmallCase.money(stake))
    #expect(entry.measure == .netFee)
  }

  @Test("says where an alternative cannot be applied, and counts it in no stake")
  func unusableAlternative() throws {
    let input = try AssumptionRegisterTests.ordered(
      [try SmallCase.order("O1", 1_000)], tiers: [(0, 11), (100_50, 10)])
    let entry = try AssumptionRegisterTests.entry(.feeTierBy, input, try SmallPolicy.view())
    #expect(AssumptionRegisterTests.results(entry) == ["amount": ["10"], "quantity": ["-"]])
    #expect(entry.stake == .zero)
  }

  // MARK: The register as a whole

  @Test("lists every assumed value of the stages that ran, and no stated one")
  func scope() throws {
    let tender = try AssumptionRegisterTests.register(
      AssumptionRegisterTests.tendered(), try SmallPolicy.view())
    let expected = PolicyKey.allCases.filter {
      !SmallPolicy.stated.contains($0) && !$0.rawValue.hasPrefix("fee.") && !$0.isOfScreening
        && !$0.isOfCalendar
        && !$0.isOfOrders
    }
    #expect(Set(tender.entries.map(\.key)) == Set(expected))
    #expect(tender.entries.count == expected.count)

    let fees = try AssumptionRegisterTests.register(
      try AssumptionRegisterTests.ordered([], tiers: [(0, 10)]), try SmallPolicy.view())
    #expect(fees.entries.map(\.key) == [.feeMode, .feeTierBy, .feeBase, .feeRounding, .feeCap])
  }

  @Test("ranks by stake, equal ones in the order of the keys")
  func ranking() throws {
    let entries = try AssumptionRegisterTests.register(
      AssumptionRegisterTests.tendered(), try SmallPolicy.view()
    ).entries
    let keyOrder = PolicyKey.allCases
    for (left, right) in zip(entries, entries.dropFirst()) {
      let isInKeyOrder =
        (keyOrder.firstIndex(of: left.key) ?? 0) < (keyOrder.firstIndex(of: right.key) ?? 0)
      #expect(left.stake > right.stake || (left.stake == right.stake && isInKeyOrder))
    }
    // Without a class's prices there is no award at all; floor costs 940, one price for all 100.
    #expect(
      entries.prefix(3).map(\.key) == [.reserveCombine, .awardRounding, .awardContractPrice])
  }

  @Test("counts a value set for the run as assumed, with the book's own alternatives")
  func override() throws {
    let share = try PolicyValue(text: "0.6", kind: .share)
    let unit = try PolicyValue(text: "100", kind: PolicyKey.reserveRoundingUnit.kind)
    let policy = try SmallPolicy.view(alternatives: [.reserveRoundingUnit: ["300"]])
      .setting(.awardCutoffShare, to: share).setting(.reserveRoundingUnit, to: unit)
    let input = AssumptionRegisterTests.tendered()
    let cutoff = try AssumptionRegisterTests.entry(.awardCutoffShare, input, policy)
    // 0.6 × 5 = 3: 900 + 910 + 920.
    #expect(AssumptionRegisterTests.results(cutoff) == ["0.6": ["2730"]])
    #expect(cutoff.stake == .zero)
    let rounding = try AssumptionRegisterTests.entry(.reserveRoundingUnit, input, policy)
    #expect(AssumptionRegisterTests.results(rounding) == ["100": ["2730"], "300": ["900"]])
    #expect(rounding.stake == SmallCase.money(1_830))
  }
}
