import Statistics

/// The logit choice of an agency as a race: the clock of each awarded vendor rings at the rate
/// exp(−S · bid / reserve), and the first one to ring has the order.
///
/// A vendor wins with the probability of the logit, its rate over the sum of all rates. In a race the
/// rivals are independent: the expected share of orders is one integral over time, of the density of
/// the own clock times the probability that no rival's clock has rung, instead of one over all bids
/// of all rivals.
///
/// The integral is the trapezoidal rule in the logarithm of time. In every case of rivals' bids its
/// relative error is below 2|Γ(1 + 2πi / step)| = 3·10⁻¹², for the integrand is the density of a
/// Gumbel variable, moved and scaled.
struct ChoiceRace {
  /// S: the price sensitivity.
  let sensitivity: Double
  /// The bid whose rate is 1.
  let middleBid: Double
  /// When the clocks are looked at, ascending.
  let times: [Double]
  /// What each time counts in an integral over the logarithm of time.
  let weights: [Double]

  /// The step of the logarithm of time.
  static let step = 1.0 / 3
  /// The most that bids may differ, in powers of e of the agencies' choice: within the range of a
  /// double.
  static let largestSpread = 600.0

  /// Lays out the times for bids as parts of the reserve price.
  ///
  /// - Throws: `NumericalError.overflow` where bids differ by more than ``largestSpread``.
  init(sensitivity: Double, bids: [Double], mostRivals: Int) throws(NumericalError) {
    let low = bids.min() ?? 0
    let high = bids.max() ?? 0
    let spread = sensitivity * (high - low)
    guard spread <= ChoiceRace.largestSpread else { throw .overflow }
    self.sensitivity = sensitivity
    middleBid = low + (high - low) / 2
    // Before the first time hardly a clock has rung, after the last one hardly any has not.
    let first = -spread / 2 - ChoiceRace.logarithmBound(of: mostRivals + 1) - 17
    let last = spread / 2 + 3.7
    let count = Int(((last - first) / ChoiceRace.step).rounded(.up)) + 1
    var times: [Double] = []
    for index in 0..<count {
      times.append(try SpecialFunction.exp(first + Double(index) * ChoiceRace.step))
    }
    self.times = times
    weights = try ChoiceRace.weights(count: count, step: ChoiceRace.step)
  }

  /// The rate of a bid.
  func rate(of bid: Double) throws(NumericalError) -> Double {
    try SpecialFunction.exp(-sensitivity * (bid - middleBid))
  }

  /// The probability that a clock has not rung.
  static func silence(_ expectedRings: Double) throws(NumericalError) -> Double {
    if expectedRings > 745 { return 0 }
    return expectedRings < 1e-17 ? 1 : try SpecialFunction.exp(-expectedRings)
  }

  /// The weights of times a step of the logarithm apart: the first one counts for all before it too,
  /// where the density of a ring grows like time itself.
  static func weights(count: Int, step: Double) throws(NumericalError) -> [Double] {
    var weights = [Double](repeating: step, count: count)
    weights[0] = step / (1 - (try SpecialFunction.exp(-step)))
    return weights
  }

  /// A number not below the logarithm of a count.
  private static func logarithmBound(of count: Int) -> Double {
    var (power, bound) = (1, 0.0)
    while power < count { (power, bound) = (power * 2, bound + 0.6932) }
    return bound
  }
}
