public import Policy
public import Statistics

// What vendors bid who know the rule: every step of the domain's formula in this folder, in the
// order CostDistribution, EntryModel, WinProbability, Entrants, Equilibrium, Markups, MeanPrice.

/// The symmetric equilibrium of vendors with private costs under the cutoff rule.
///
/// With W(c) the probability that cost c is awarded, pay-as-bid and reserve price r, a vendor bids
///
///     b(c) = c + ∫[c → r] W(y) dy / W(c)
///
/// A model, not a forecast: vendors are alike but for their costs, know the rule and the
/// distribution, and enter when their cost is at most the reserve price. The formula is the envelope
/// condition of pay-as-bid auctions: Krishna, *Auction Theory* (2nd ed., 2010), chapters 2 and 5,
/// turned from buying to selling. It rests on pay-as-bid, Enforcement Rules Art. 65 (assumed).
public struct Equilibrium: Hashable, Sendable {
  /// What one cost comes to.
  public struct Bid: Hashable, Sendable {
    /// The vendor's cost.
    public let cost: Double
    /// What it bids, from its cost to the reserve price.
    public let bid: Double
    /// The probability that it is awarded.
    public let winProbability: Double
    /// The error of the bid, as the quadrature estimates it.
    public let error: Double
  }

  /// The reserve price, in the unit of the costs.
  public let reserve: Double
  /// Bids from the lowest cost to the lesser of the highest cost and the reserve price, evenly.
  public let bids: [Bid]
  /// The probability that a vendor's cost is at most the reserve price.
  public let entryProbability: Double
  /// The expected number of bids.
  public let bidCountMean: Double
  /// The expected number of awarded bids.
  public let awardedCountMean: Double
  /// The mean price paid, pooled over awarded bids, with the error that the quadrature estimates.
  public let meanPrice: Integral
  /// Whether the cutoff never bites, so that everyone bids the reserve price.
  public let everyBidWins: Bool

  /// The largest error of a bid.
  public var largestError: Double { bids.reduce(0) { max($0, $1.error) } }

  /// How many costs are computed unless another number is asked for.
  public static let usualCostCount = 101
  /// The most costs that can be computed.
  public static let largestCostCount = 10_001

  /// Computes the equilibrium.
  ///
  /// - Parameters:
  ///   - entry: How many vendors bid.
  ///   - costs: Their costs.
  ///   - reserve: The reserve price in the unit of the costs, above 0.
  ///   - policy: The award rule: share, rounding, base and minimum winners decide k(n).
  ///   - costCount: How many costs to compute, at least 2.
  ///   - precision: How near the integrals come; the estimated errors say what was reached.
  /// - Throws: ``EquilibriumError`` where something is out of bounds, nobody enters or nobody can be
  ///   awarded, or contracts are not made at the own bid.
  /// - Complexity: O(costs × numbers of bids) incomplete beta functions.
  public init(
    entry: EntryModel, costs: CostDistribution, reserve: Double, policy: AwardPolicy,
    costCount: Int = usualCostCount, precision: Precision = .full
  ) throws(EquilibriumError) {
    try entry.check()
    guard reserve > 0, reserve <= CostDistribution.largestParameter else {
      throw .reserve(reserve)
    }
    guard (2...Equilibrium.largestCostCount).contains(costCount) else {
      throw .costCount(costCount)
    }
    guard policy.contractPrice == .ownBid else { throw .notPayAsBid }
    do {
      let entrants = try Entrants(costs: costs, reserve: reserve, precision: precision)
      guard reserve > costs.low, entrants.entering > 0 else {
        throw EquilibriumError.nobodyEnters(reserve: reserve, lowestCost: costs.low)
      }
      let outcomes = try entry.outcomes(entering: entrants.entering, staying: entrants.staying)
      let win = try WinProbability(outcomes, policy: policy)
      guard !win.nobodyWins else { throw EquilibriumError.nobodyAwarded }
      let markups = try Markups(entrants, win, costCount: costCount)
      let mean = try MeanPrice(entrants, win)

      self.reserve = reserve
      bids = markups.bids
      entryProbability = entrants.entering
      bidCountMean = entry.bidCountMean(entering: entrants.entering)
      awardedCountMean = bidCountMean * mean.awardedShare
      meanPrice = mean.price
      everyBidWins = win.everyBidWins
    } catch let error as NumericalError {
      throw .numerical(error)
    } catch let error as EquilibriumError {
      throw error
    } catch {
      throw .numerical(.noConvergence)
    }
  }
}
