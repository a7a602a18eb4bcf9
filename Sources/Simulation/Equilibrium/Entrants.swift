import Pipeline
import Statistics

/// The vendors whose costs are at most the reserve price, and W by their cost.
struct Entrants: Hashable {
  let costs: CostDistribution
  let reserve: Double
  /// How near integrals over them come.
  let precision: Equilibrium.Precision
  /// F(r): the probability that a vendor enters.
  let entering: Double
  /// 1 − F(r), exact where it is small.
  let staying: Double
  /// The largest cost of an entrant.
  let highestCost: Double

  /// Puts the reserve price on the costs.
  init(
    costs: CostDistribution, reserve: Double, precision: Equilibrium.Precision
  ) throws(NumericalError) {
    self.costs = costs
    self.reserve = reserve
    self.precision = precision
    entering = try costs.cumulative(reserve)
    staying = try costs.survival(reserve)
    highestCost = min(costs.high, reserve)
  }

  /// G(c) and 1 − G(c): the shares of the entrants' costs below and above a cost, each with its
  /// relative precision.
  func shares(at cost: Double) throws(NumericalError) -> (below: Double, above: Double) {
    let below = try costs.cumulative(cost)
    let above = below < 0.5 ? entering - below : try costs.survival(cost) - staying
    return (min(max(below / entering, 0), 1), min(max(above / entering, 0), 1))
  }

  /// The cost below which a share of the entrants lies.
  func cost(atShare share: Double) throws(NumericalError) -> Double {
    let probability = entering * share
    guard probability < 1 else { return highestCost }
    return min(max(try costs.quantile(probability), costs.low), highestCost)
  }

  /// Costs evenly from the lowest to the highest of an entrant.
  func evenCosts(_ count: Int) -> [Double] {
    let last = Double(count - 1)
    return (0..<count).map { index in
      if index == 0 { return costs.low }
      if index == count - 1 { return highestCost }
      return (costs.low * (last - Double(index)) + highestCost * Double(index)) / last
    }
  }

  /// Costs between which an integral over costs is smooth: kinks, quantiles, and in full precision
  /// points ever nearer to the lowest cost, for a distribution that is narrow beside the reserve price.
  func knots() throws(NumericalError) -> [Double] {
    var knots = costs.kinks
    for share in precision.costKnots { knots.append(try cost(atShare: share)) }
    guard precision == .full else { return knots }
    var width = highestCost - costs.low
    for _ in 0..<20 {
      width /= 4
      knots.append(costs.low + width)
    }
    return knots
  }
}
