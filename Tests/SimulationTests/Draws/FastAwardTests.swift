import Policy
import Quantities
import Testing

@testable import Simulation

/// The fast ways through a draw, many lanes at a time and one by one, award what the rule awards.
@Suite struct FastAwardTests {
  static let reserve: Int64 = 100_000

  /// Every reading of the rule, at shares that round in all ways.
  static let policies: [AwardPolicy] = {
    var policies: [AwardPolicy] = []
    for share in ["0.9", "0.5", "0"] {
      for rounding in Rounding.allCases {
        for tie in TieRule.allCases {
          for base in CutoffBase.allCases {
            for price in ContractPriceRule.allCases {
              guard let share = try? Share(text: share) else { continue }
              policies.append(
                AwardPolicy(
                  cutoffShare: share, rounding: rounding, base: base,
                  minimumWinners: policies.count % 3, tie: tie, contractPrice: price,
                  lowPriceItem: share, lowPriceTotal: share))
            }
          }
        }
      }
    }
    return policies
  }()

  private func check(
    _ bids: [(vendor: Int32, ratio: Int64, lot: UInt32)], _ policies: some Sequence<AwardPolicy>
  ) throws {
    // A second lane, empty, so that rows have a width.
    let lanes = BidLanes([bids, []])
    let reserve = FastAwardTests.reserve
    let reserves = [reserve, reserve]
    var ranked = RankedLanes()
    try ranked.rank(lanes, reserves: reserves, anchors: reserves, lanes: 2)
    var lots = LotLanes()
    let fits = lots.rank(
      lanes, reserves: reserves, anchors: reserves, vendorCount: bids.count)
    try #require(fits)
    #expect(Int(lots.counts[0]) == ranked.counts[0] && lots.counts[1] == 0)
    let alike = BidLanes([bids, []], hasVendors: false)
    var (anonymous, unranked) = (LotLanes(), LotLanes())
    let arePriced = anonymous.rank(
      alike, reserves: reserves, anchors: reserves, vendorCount: 1_000)
    let areUnranked = unranked.rank(
      alike, reserves: reserves, anchors: reserves, vendorCount: 1_000, needsRanks: false)
    try #require(arePriced && areUnranked)
    let plain = PlainDraw.Lot(
      reserve: reserve,
      bids: bids.map {
        (Int($0.vendor), $0.ratio < 0 ? nil : PlainDraw.exactPrice($0.ratio, reserve), $0.lot)
      })
    for policy in policies {
      let table = try WinnerTable(policy, mostBids: bids.count)
      let isLowest = policy.contractPrice == .matchLowest
      let slow = try plain.winners(policy).map { [Int64($0.vendor), $0.price] }
      #expect(singly(ranked, table, bids.count, isLowest) == slow, "\(bids) \(policy)")
      let count = table.winners(valid: Int(lots.counts[0]), submitted: bids.count) {
        Int64(lots.prices[$0 * 2])
      }
      let prices = (0..<count).map { Int64(lots.prices[isLowest ? 0 : $0 * 2]) * 100 }
      let together = zip(0..<count, prices).map { [Int64(lots.vendor(rank: $0, lane: 0)), $1] }
      #expect(together == slow, "\(bids) \(policy)")
      let vendors = slow.reduce(UInt64(0)) { $0 | 1 << UInt64($1[0] % 64) }
      #expect(lots.vendorSets[count * 2] == vendors)
      // With vendors, by prices alone, and by the highest prices alone.
      let isUnranked = !isLowest && !table.needsRanks(ofBids: bids.count)
      let ways = isUnranked ? [lots, anonymous, unranked] : [lots, anonymous]
      for own in ways {
        var (winners, awarded): ([Int32], [Int64]) = ([], [])
        table.award(
          own, submitted: lanes.counts, matchesLowest: isLowest, winners: &winners,
          awarded: &awarded)
        #expect(winners.prefix(2) == [Int32(slow.count), 0])
        #expect(awarded.prefix(2) == [slow.reduce(0) { $0 + $1[1] } / 100, 0])
      }
    }
  }

  /// The winners of lane 0 with their contract prices, from bids that were ranked one by one.
  private func singly(
    _ ranked: RankedLanes, _ table: WinnerTable, _ submitted: Int, _ isLowest: Bool
  ) -> [[Int64]] {
    let count = table.winners(valid: ranked.counts[0], submitted: submitted) {
      ranked.entries[$0].price
    }
    let lowest = count > 0 ? ranked.entries[0].price : 0
    return ranked.entries.prefix(count).map {
      [Int64($0.vendor), isLowest ? lowest : $0.price]
    }
  }

  @Test("Every lot of up to three bids on four prices, above the reserve and disqualified too")
  func exhaustive() throws {
    let ratios: [Int64] = [-1, 800_000_000, 900_000_000, 1_000_000_000, 1_100_000_000]
    var lots: [[Int64]] = [[]]
    var all = lots
    for _ in 0..<3 {
      lots = lots.flatMap { lot in ratios.map { lot + [$0] } }
      all += lots
    }
    for lot in all {
      // Equal lots as well: then the vendor decides.
      let bids = lot.enumerated().map { (Int32($0.offset), $0.element, UInt32(7 - $0.offset / 2)) }
      try check(bids, FastAwardTests.policies)
    }
  }

  @Test("Lots of up to forty bids with many ties", arguments: 0..<12)
  func sampled(seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    for round in 0..<6 {
      let count = 1 + numbers.next(below: 40)
      let steps = 1 + numbers.next(below: 12)
      let bids = (0..<count).map { index in
        (
          Int32(index),
          numbers.next(below: 8) == 0
            ? Int64(-1) : Int64(700_000_000 + 400_000_000 / steps * numbers.next(below: steps + 1)),
          UInt32(numbers.next(below: 1 << 20))
        )
      }
      let every = 12
      try check(
        bids,
        FastAwardTests.policies.enumerated().filter { ($0.offset + round) % every == 0 }
          .map(\.element))
    }
  }

  /// Numbers that look random, of the tests' own (SplitMix64).
  private struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }

  @Test(
    "A price is whole NT$, half-up, at least one, and within the reserve for a ratio of at most 1",
    arguments: [1, 99, 100, 149, 12_345, 100_050, 999_999_999_999_999] as [Int64])
  func prices(reserve: Int64) {
    for ratio in [
      1, 499_999_999, 500_000_000, 999_999_999, 1_000_000_000, 1_000_000_001, 3_000_000_000,
    ] as [Int64] {
      #expect(
        BidPrice.minorUnits(ratio: ratio, atReserve: reserve)
          == PlainDraw.exactPrice(ratio, reserve))
    }
  }

  @Test("Bids are priced many at a time as one by one, at every size of anchor", arguments: 0..<30)
  func pricesOfLanes(digits: Int) throws {
    var numbers = Numbers(seed: UInt64(digits))
    let first = 1 << digits
    let anchors = [first, 2 * first - 1] + (0..<9).map { _ in first + numbers.next(below: first) }
    let halves = anchors.map { 500_000_000 / Int64($0) }
    for round in 0..<40 {
      let ratios = anchors.indices.map { lane in
        switch round {
        case 0: Int64(1)
        case 1: Int64(1_000_000_000)
        case 2: Int64(Int32.max)
        // About half of NT$1.
        case 3...6: max(1, halves[lane] + Int64(round - 4))
        default: Int64(1 + numbers.next(below: 1_400_000_000))
        }
      }
      // Any bid is within a reserve price of nearly twice what it is a part of.
      let reserves = anchors.map { min(2 * $0 - 1, 1 << 30 - 1) }
      var lots = LotLanes()
      let fits = lots.rank(
        BidLanes(ratios.map { [(0, $0, 0)] }, hasVendors: false),
        reserves: reserves.map { Int64($0) * 100 }, anchors: anchors.map { Int64($0) * 100 },
        vendorCount: 1)
      try #require(fits)
      for (lane, (ratio, anchor)) in zip(ratios, anchors).enumerated() {
        let price = try #require(PlainDraw.exactPrice(ratio, Int64(anchor) * 100)) / 100
        let expected = price <= reserves[lane] ? Int32(price) : .max
        #expect(lots.prices[lane] == expected, "\(ratio) of \(anchor)")
      }
    }
  }

  @Test("A price that does not fit is none")
  func largePrices() {
    #expect(BidPrice.minorUnits(ratio: 100_000_000_000, atReserve: .max) == nil)
    #expect(BidPrice.minorUnits(ratio: 1_000_000_000, atReserve: .max) != nil)
  }
}
