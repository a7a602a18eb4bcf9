import Pipeline
import Statistics

/// The place of a cost among the entrants, from 0 for the lowest to 1 for the highest: a coordinate in
/// which both the cost and the share of entrants below it change smoothly.
///
/// Half the share below plus half the way from the lowest to the highest cost, so that neither many
/// entrants at nearly one cost nor a wide range with hardly any become a step; and squared towards
/// the top, where bids may rise like a square root.
extension Entrants {
  /// The place of a cost.
  ///
  /// - Throws: `NumericalError` for what is no number.
  func place(ofCost cost: Double) throws(NumericalError) -> Double {
    let inside = min(max(cost, costs.low), highestCost)
    let (low, high) = try halves(at: inside)
    // The smaller part is the exact one.
    return low < high ? low / (1 + (1 - low).squareRoot()) : 1 - high.squareRoot()
  }

  /// The cost at a place.
  ///
  /// - Throws: `NumericalError` for a place outside 0...1.
  func cost(atPlace place: Double) throws(NumericalError) -> Double {
    guard place >= 0, place <= 1 else { throw .domain }
    if place == 0 { return costs.low }
    if place == 1 { return highestCost }
    let above = (1 - place) * (1 - place)
    let below = place * (2 - place)
    return try RootFinder.root(from: costs.low, to: highestCost) { cost throws(NumericalError) in
      let (low, high) = try halves(at: cost)
      return below < above ? low - below : above - high
    }
  }

  /// How fast the share of entrants below a cost grows with its place.
  func shareSlope(atCost cost: Double, place: Double) throws(NumericalError) -> Double {
    var density = Double.infinity
    do throws(NumericalError) {
      density = try costs.density(cost) * (highestCost - costs.low) / entering
    } catch {
      // Where the density is infinite, as a beta's may be at its ends, only the share moves.
      guard error == .overflow else { throw error }
    }
    return 4 * (1 - place) * (density.isFinite ? density / (1 + density) : 1)
  }

  /// The parts below and above a cost, half of the entrants and half of the range; together 1.
  private func halves(at cost: Double) throws(NumericalError) -> (low: Double, high: Double) {
    if cost <= costs.low { return (0, 1) }
    if cost >= highestCost { return (1, 0) }
    let shares = try shares(at: cost)
    let width = highestCost - costs.low
    return (
      (shares.below + (cost - costs.low) / width) / 2,
      (shares.above + (highestCost - cost) / width) / 2
    )
  }
}
