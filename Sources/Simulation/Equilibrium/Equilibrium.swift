public import Pipeline
public import Policy
public import Statistics

// What vendors bid who know the rule: every step of the domain's formula in this folder, in the
// order EntryModel, WinProbability, Entrants, Equilibrium, Markups, MeanPrice; and
// in the folder Preference what replaces the formula where agencies prefer cheaper vendors.

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
///
/// With a price sensitivity S an award is worth (b − c) times the expected share of the orders, which
/// agencies divide among the awarded by the logit exp(−S · bid / reserve) (assumed). At S = 0 that is
/// 1/k(n), so not the formula above, where an award is worth the same however many are awarded.
public struct Equilibrium: Hashable, Sendable {
  /// What one cost comes to.
  public struct Bid: Hashable, Sendable {
    /// The vendor's cost.
    public let cost: Double
    /// What it bids, from its cost to the reserve price.
    public let bid: Double
    /// The probability that it is awarded.
    public let winProbability: Double
    /// With a price sensitivity the expected share of the item's orders, awarded or not; otherwise
    /// `nil`, for an award is then worth the same however many are awarded.
    public let orderShare: Double?
    /// The error of the bid: as the quadrature estimates it; with a price sensitivity the larger of
    /// the last iteration's change and the difference from a solution on half the panels.
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
  /// The mean price paid, pooled over awarded bids, with its error.
  public let meanPrice: Integral
  /// How strongly agencies prefer the cheaper of the awarded vendors; `nil` where an award is worth
  /// the same however many are awarded.
  public let priceSensitivity: Double?
  /// With a price sensitivity the expected price paid per order, with its error.
  public let orderMeanPrice: Integral?
  /// Whether the cutoff never bites; without a price sensitivity everyone then bids the reserve price.
  public let everyBidWins: Bool

  private let entrants: Entrants
  private let win: WinProbability
  private let preferenceCurve: BidCurve?

  /// The largest error of a bid.
  public var largestError: Double { bids.reduce(0) { max($0, $1.error) } }

  /// How many costs are computed unless another number is asked for.
  public static let usualCostCount = 101
  /// The most costs that can be computed.
  public static let largestCostCount = 10_001
  /// The most vendors that can be computed with when agencies prefer cheaper vendors.
  public static let largestCountWithPreference = PreferenceEquilibrium.largestCount
  /// The largest price sensitivity.
  public static let largestPriceSensitivity = PreferenceEquilibrium.largestSensitivity

  /// Computes the equilibrium.
  ///
  /// - Parameters:
  ///   - entry: How many vendors bid.
  ///   - costs: Their costs.
  ///   - reserve: The reserve price in the unit of the costs, above 0.
  ///   - policy: The award rule: share, rounding, base and minimum winners decide k(n).
  ///   - priceSensitivity: S, from 0 to ``largestPriceSensitivity``: an awarded vendor has the share
  ///     exp(−S · bid / reserve) of the item's orders, over the sum of these of all awarded; `nil`
  ///     where an award is worth the same however many are awarded.
  ///   - costCount: How many costs to compute, at least 2.
  ///   - precision: How near the integrals come; the estimated errors say what was reached.
  /// - Throws: ``EquilibriumError`` where something is out of bounds, nobody enters or nobody can be
  ///   awarded, contracts are not made at the own bid, or no equilibrium is found.
  /// - Complexity: O(costs × numbers of bids) incomplete beta functions; with a price sensitivity some
  ///   ten to a hundred linear systems of some hundred unknowns.
  public init(
    entry: EntryModel, costs: CostDistribution, reserve: Double, policy: AwardPolicy,
    priceSensitivity: Double? = nil, costCount: Int = usualCostCount,
    precision: Precision = .full
  ) throws(EquilibriumError) {
    try entry.check()
    guard reserve > 0, reserve <= CostDistribution.largestParameter else {
      throw .reserve(reserve)
    }
    guard (2...Equilibrium.largestCostCount).contains(costCount) else {
      throw .costCount(costCount)
    }
    guard policy.contractPrice == .ownBid else { throw .notPayAsBid }
    if let priceSensitivity { try Equilibrium.check(priceSensitivity, entry) }
    do {
      let entrants = try Entrants(costs: costs, reserve: reserve, precision: precision)
      guard reserve > costs.low, entrants.entering > 0 else {
        throw EquilibriumError.nobodyEnters(reserve: reserve, lowestCost: costs.low)
      }
      let outcomes = try entry.outcomes(entering: entrants.entering, staying: entrants.staying)
      let win = try WinProbability(outcomes, policy: policy)
      guard !win.nobodyWins else { throw EquilibriumError.nobodyAwarded }
      self.reserve = reserve
      self.priceSensitivity = priceSensitivity
      self.entrants = entrants
      self.win = win
      entryProbability = entrants.entering
      bidCountMean = entry.bidCountMean(entering: entrants.entering)
      everyBidWins = win.everyBidWins
      let evenCosts = entrants.evenCosts(costCount)
      if let priceSensitivity {
        let preference = try PreferenceEquilibrium(
          entrants, win, sensitivity: priceSensitivity, costs: evenCosts)
        bids = preference.bids
        awardedCountMean = bidCountMean * preference.awardedShare
        meanPrice = preference.meanPrice
        orderMeanPrice = preference.orderMeanPrice
        preferenceCurve = preference.curve
      } else {
        bids = try Markups(entrants, win, costs: evenCosts).bids
        let mean = try MeanPrice(entrants, win)
        awardedCountMean = bidCountMean * mean.awardedShare
        meanPrice = mean.price
        orderMeanPrice = nil
        preferenceCurve = nil
      }
    } catch let error as NumericalError {
      throw .numerical(error)
    } catch let error as EquilibriumError {
      throw error
    } catch {
      throw .numerical(.noConvergence)
    }
  }

  /// The bids as a function, to be evaluated at any cost or share of the entrants.
  ///
  /// - Throws: ``EquilibriumError/numerical(_:)``.
  /// - Complexity: Without a price sensitivity as much as some hundred costs of ``bids``.
  public func bidCurve() throws(EquilibriumError) -> BidCurve {
    if let preferenceCurve { return preferenceCurve }
    do throws(NumericalError) {
      return try BidCurve(entrants, win)
    } catch {
      throw .numerical(error)
    }
  }

  private static func check(_ sensitivity: Double, _ entry: EntryModel) throws(EquilibriumError) {
    guard (0...largestPriceSensitivity).contains(sensitivity) else {
      throw .priceSensitivity(sensitivity)
    }
    guard entry.mostBids <= largestCountWithPreference else {
      throw .vendorCountWithPreference(entry.mostBids)
    }
  }
}
