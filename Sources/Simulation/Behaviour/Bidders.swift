import Pipeline
import Policy
import Quantities
import Statistics

/// The bidders of a category.
enum Bidders: Hashable, Sendable {
  /// Their bids are drawn, whatever the award rule.
  case drawn(BidderModel)
  /// They answer to the award rule and the reserve price.
  case equilibrium(EquilibriumBidders)
}

/// Vendors with private costs who bid what serves each best, given how the others bid.
///
/// Costs are parts of the baseline's reserve price and stay what they are where a scenario changes it:
/// fewer vendors enter under a lower one then, and bid otherwise.
struct EquilibriumBidders: Hashable, Sendable {
  /// Parts of the baseline's reserve price that one is divided into: reserve prices of scenarios are
  /// told apart so far, and equilibria solved once for all that are alike.
  static let reserveParts = 1_000
  /// The highest reserve price that is told apart, in these parts.
  private static let highestReserve = Int64(reserveParts) * 1_000

  /// Their costs.
  let costs: CostDistribution
  /// How much they expect agencies to mind the price; `nil` where an award is worth the same at any
  /// price of the others.
  let expectedPriceSensitivity: Double?
  /// The vendors.
  let candidates: [BidderModel.Candidate]
  /// Words below this one, of 2³², stand for a bid that is disqualified.
  let disqualifiedBelow: UInt64

  /// An item's reserve price in a scenario over that of the baseline, in ``reserveParts``.
  ///
  /// - Parameters:
  ///   - price: The scenario's, in minor units.
  ///   - baseline: The baseline's, in minor units.
  /// - Returns: At least 1; that of equal prices where there is none.
  static func reserve(_ price: Int64, over baseline: Int64) -> Int {
    guard price > 0, baseline > 0 else { return reserveParts }
    let scaled =
      (Int128(price) * Int128(reserveParts) + Int128(baseline) / 2) / Int128(baseline)
    return Int(min(max(1, scaled), Int128(highestReserve)))
  }

  /// How they bid under an award rule and a reserve price.
  ///
  /// - Parameters:
  ///   - policy: The award rule.
  ///   - reserve: The reserve price, in ``reserveParts`` of the baseline's.
  /// - Returns: A model in which each vendor's word stands for its cost.
  /// - Throws: ``EquilibriumError`` where there is no equilibrium; that nobody enters is none.
  /// - Complexity: One equilibrium and some 3,000 costs.
  func model(policy: AwardPolicy, reserve: Int) throws(EquilibriumError) -> BidderModel {
    guard !candidates.isEmpty else { return nobody }
    let reserve = Double(reserve) / Double(EquilibriumBidders.reserveParts)
    let equilibrium: Equilibrium
    do {
      equilibrium = try Equilibrium(
        entry: .potentialVendors(candidates.count), costs: costs, reserve: reserve,
        policy: policy, priceSensitivity: expectedPriceSensitivity, costCount: 2,
        precision: .millionth)
    } catch .nobodyEnters {
      return nobody
    }
    let curve = try equilibrium.bidCurve()
    do throws(NumericalError) {
      let table = try TabulatedQuantiles(scale: Double(BidRatios.one)) {
        share throws(NumericalError) in
        min(try curve.bid(atEntrantShare: share) / reserve, 1)
      }
      let limit = (equilibrium.entryProbability * 0x1p32).rounded()
      return model(limit: UInt64(limit), BidRatios(source: .tabulated(table)))
    } catch {
      throw .numerical(error)
    }
  }

  private var nobody: BidderModel {
    model(limit: 0, BidRatios(source: .observed([BidRatios.one])))
  }

  private func model(limit: UInt64, _ ratios: BidRatios) -> BidderModel {
    BidderModel(
      entry: .byWord(below: limit), candidates: candidates, ratios: ratios,
      disqualifiedBelow: disqualifiedBelow)
  }
}
