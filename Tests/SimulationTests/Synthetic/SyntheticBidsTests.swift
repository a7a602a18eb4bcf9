import Policy
import Quantities
import Statistics
import Tendering
import Testing

@testable import Simulation

@Suite struct SyntheticBidsTests {
  static func bids(vendors: Int) throws -> SyntheticBids {
    SyntheticBids(seed: 7, vendorCount: vendors, policy: try AwardPolicy(PolicyView.defaults()))
  }

  /// Large enough that whole NT$ change no ratio.
  static let reserve: Int64 = 100_000_000

  @Test func ratiosHaveTheMeasuredQuantiles() throws {
    let bids = try SyntheticBidsTests.bids(vendors: 24)
    var ratios: [Double] = []
    for index in 0..<2_000 {
      let item = SyntheticItem(index: index, seed: 7)
      guard item.story == .ordinary else { continue }
      let drafts = bids.bids(
        on: item, count: 12, reservePrice: SyntheticBidsTests.reserve, hasReservePrice: true)
      for draft in drafts where draft.oddity == nil {
        ratios.append(Double(draft.price ?? 0) / Double(SyntheticBidsTests.reserve))
      }
    }
    let count = Double(ratios.count)
    #expect(count > 10_000)
    for (share, quantile) in [
      (0.01, 0.706), (0.05, 0.818), (0.25, 0.955), (0.5, 0.976), (0.75, 0.985), (0.95, 0.994),
    ] {
      let below = Double(ratios.count { $0 <= quantile }) / count
      // Five standard deviations of a share; the vendors' levels only make it steadier.
      #expect(abs(below - share) < 5 * (share * (1 - share) / count).squareRoot())
    }
  }

  @Test(arguments: [1, 3, 24, 1_000]) func biddersDifferAndFewerAreTheFirstOfMore(_ vendors: Int)
    throws
  {
    let bids = try SyntheticBidsTests.bids(vendors: vendors)
    for index in 0..<40 {
      let item = SyntheticItem(index: index, seed: 7)
      let most = min(vendors, 20)
      let all = bids.bids(
        on: item, count: most, reservePrice: 1_000_000, hasReservePrice: false)
      #expect(Set(all.map(\.vendor)).count == most)
      #expect(all.allSatisfy { (0..<vendors).contains($0.vendor) })
      let some = bids.bids(
        on: item, count: most / 2, reservePrice: 1_000_000, hasReservePrice: false)
      #expect(some.map(\.vendor) == Array(all.map(\.vendor).prefix(most / 2)))
      #expect(some.map(\.price) == Array(all.map(\.price).prefix(most / 2)))
    }
  }

  @Test func vendorsKeepAPriceLevel() throws {
    let bids = try SyntheticBidsTests.bids(vendors: 24)
    var sums = [Int64](repeating: 0, count: 4)
    var counts = [Int64](repeating: 0, count: 4)
    for index in stride(from: 0, to: 6_400, by: 32) {
      let drafts = bids.bids(
        on: SyntheticItem(index: index, seed: 7), count: 20, reservePrice: 1_000_000,
        hasReservePrice: false)
      for draft in drafts {
        sums[draft.vendor % 4] += draft.price ?? 0
        counts[draft.vendor % 4] += 1
      }
    }
    let means = zip(sums, counts).map { $0 / max($1, 1) }
    #expect(zip(means, means.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [OddityKind.tieRebid, .tieEqualRebid, .tiePending], 6...20)
  func tiesLieAcrossTheCutoff(_ kind: OddityKind, _ count: Int) throws {
    let bids = try SyntheticBidsTests.bids(vendors: 24)
    var drafts = (0..<count).map { BidDraft(vendor: $0, price: Int64(900 + 7 * $0)) }
    bids.plantTie(kind, into: &drafts)
    // 90 % of 6 to 20, half-up: the table of the rules, continued.
    let winners = (9 * count + 5) / 10
    let prices = drafts.compactMap(\.price).sorted()
    #expect(prices[winners - 1] == prices[winners])
    let tied = drafts.filter { $0.oddity == kind }
    #expect(tied.count >= 2)
    #expect(tied.allSatisfy { $0.price == prices[winners] })

    let rebids = bids.rebids(for: drafts, of: SyntheticItem(index: 15, seed: 7))
    #expect(rebids.allSatisfy { $0.price < prices[winners] })
    switch kind {
    case .tiePending: #expect(rebids.isEmpty)
    case .tieEqualRebid:
      #expect(rebids.count == tied.count)
      #expect(Set(rebids.map(\.price)).count == 1)
    default: #expect(Set(rebids.map(\.price)).count == tied.count)
    }
  }

  @Test(arguments: 1...5) func noTieIsPlantedWhereEveryBidWins(_ count: Int) throws {
    let bids = try SyntheticBidsTests.bids(vendors: 24)
    var drafts = (0..<count).map { BidDraft(vendor: $0, price: Int64(900 + 7 * $0)) }
    bids.plantTie(.tiePending, into: &drafts)
    #expect(drafts.allSatisfy { $0.oddity == nil })
  }
}
