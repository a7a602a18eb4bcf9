import Statistics

/// The expected share of an item's orders of an awarded vendor, and how it changes with the bid.
///
/// With x = rate × time the share is ∫ x e^(−x) · (no rival's clock has rung) d(log time). The bid moves
/// only the rate, so derivatives are integrals of the same kind.
struct OrderShare {
  /// The share, given that the vendor is awarded.
  let share: Double
  /// The derivative of the share in the logarithm of the rate, and the second one.
  let tilt: Double
  let bend: Double
  /// The share lost with each step up in place, for the cutoff may come to lie there, and its derivative
  /// in the logarithm of the rate.
  let loss: Double
  let lossTilt: Double

  /// The orders of a node at its own bid.
  init(_ rivals: RivalTable, node: Int) throws(NumericalError) {
    try self.init(
      rivals, node: node, rate: rivals.rates[node], silence: rivals.silence.row(node))
  }

  /// The orders of a node at another bid, as a part of the reserve price.
  init(_ rivals: RivalTable, node: Int, bid: Double) throws(NumericalError) {
    let rate = try rivals.race.rate(of: bid)
    var silence: [Double] = []
    for time in rivals.race.times { silence.append(try ChoiceRace.silence(rate * time)) }
    try self.init(rivals, node: node, rate: rate, silence: silence)
  }

  private init(
    _ rivals: RivalTable, node: Int, rate: Double, silence: [Double]
  ) throws(NumericalError) {
    var (share, tilt, bend, loss, lossTilt) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let survival = rivals.survival.row(node)
    let losses = rivals.loss.row(node)
    for (index, time) in rivals.race.times.enumerated() {
      let x = rate * time
      let density = x * silence[index] * rivals.race.weights[index]
      let own = density * survival[index]
      share += own
      tilt += own * (1 - x)
      bend += own * (1 - 3 * x + x * x)
      let lost = density * losses[index]
      loss += lost
      lossTilt += lost * (1 - x)
    }
    (self.share, self.tilt, self.bend, self.loss, self.lossTilt) = (
      share, tilt, bend, loss, lossTilt
    )
  }
}
