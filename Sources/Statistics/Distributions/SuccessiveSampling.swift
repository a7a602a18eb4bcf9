/// How many marked units are among the first drawn, one after the other, by weight and without
/// replacement.
///
/// Units are drawn in the order in which exponential clocks ring whose rates are the weights (Rosén,
/// *Asymptotic theory for successive sampling with varying probabilities without replacement*, Annals
/// of Mathematical Statistics 43, 1972). At a time t the marked and the unmarked ones that have rung are
/// independent sums of independent events, so the first k have m marked ones with the probability that
/// the k-th clock rings, and m marked ones have rung by then: one integral over t.
///
/// The integral is a sum over equal steps of log t. Its integrand is analytic beside the real line and
/// vanishes at both ends, so the error falls exponentially with the number of steps (Trefethen and
/// Weideman, *The exponentially convergent trapezoidal rule*, SIAM Review 56, 2014): with this step what
/// is left is rounding, below 10⁻¹² for some hundreds of units.
public struct SuccessiveSampling: Sendable {
  private static let step = 0.05

  /// For each number of draws the probability of no marked unit, of one, of two and so on.
  private let table: [[Double]]

  /// Tabulates every number of draws.
  ///
  /// - Parameters:
  ///   - unmarked: The weights of the units that do not count, each above 0 and finite; others are
  ///     never drawn.
  ///   - marked: The weights of those that do.
  /// - Throws: ``NumericalError`` where an exponential has no value, which no weight leads to.
  /// - Complexity: O(n²) for each of some 1,200 steps.
  public init(unmarked: [Double], marked: [Double]) throws(NumericalError) {
    let (others, own) = (unmarked.filter(\.isWeight), marked.filter(\.isWeight))
    let count = others.count + own.count
    var table = (0...count).map { Array(repeating: 0.0, count: min($0, own.count) + 1) }
    table[0][0] = 1
    let all = others + own
    if let smallest = all.min() {
      // Before the first of these times no clock has rung, after the last one all have.
      var time = 1e-18 / all.reduce(0, +)
      let (end, factor) = (50 / smallest, try SpecialFunction.exp(SuccessiveSampling.step))
      while time < end {
        let left = try RungClocks(others, time: time)
        let right = try RungClocks(own, time: time)
        for draws in 1...count {
          for hits in max(0, draws - others.count)...min(draws, own.count) {
            let rate =
              left.rate(after: draws - hits - 1) * right.probability(of: hits)
              + right.rate(after: hits - 1) * left.probability(of: draws - hits)
            table[draws][hits] += rate * time * SuccessiveSampling.step
          }
        }
        time *= factor
      }
    }
    self.table = table
  }

  /// The probability of no marked unit, of one, of two and so on.
  ///
  /// - Parameter draws: From 0 to the number of units; what lies outside counts as the nearer end.
  /// - Returns: As many as there can be.
  public func probabilities(draws: Int) -> [Double] {
    table[min(max(draws, 0), table.count - 1)]
  }
}

/// How many of some clocks have rung at a time.
private struct RungClocks {
  private var probabilities = [1.0]
  private var rates: [Double] = []

  init(_ weights: [Double], time: Double) throws(NumericalError) {
    // Probabilities of each number, and what they change by in a unit of time.
    var slopes = [0.0]
    for weight in weights {
      let silent = try SpecialFunction.exp(-weight * time)
      let (rung, ring) = (1 - silent, weight * silent)
      probabilities.append(0)
      slopes.append(0)
      for count in stride(from: probabilities.count - 1, through: 0, by: -1) {
        let (below, slopeBelow) = count > 0 ? (probabilities[count - 1], slopes[count - 1]) : (0, 0)
        slopes[count] =
          slopes[count] * silent - probabilities[count] * ring + slopeBelow * rung + below * ring
        probabilities[count] = probabilities[count] * silent + below * rung
      }
    }
    // What leaves a number or one below it rings next.
    var sum = 0.0
    for slope in slopes.dropLast() {
      sum -= slope
      rates.append(max(sum, 0))
    }
  }

  /// The probability that so many have rung.
  func probability(of count: Int) -> Double {
    probabilities.indices.contains(count) ? probabilities[count] : 0
  }

  /// How densely the next clock rings after so many.
  func rate(after count: Int) -> Double { rates.indices.contains(count) ? rates[count] : 0 }
}

extension Double {
  fileprivate var isWeight: Bool { isFinite && self > 0 }
}
