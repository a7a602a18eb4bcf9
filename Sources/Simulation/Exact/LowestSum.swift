import Statistics

/// The expected sum of the k lowest of n independent valid ratios.
struct LowestSum {
  let sum: Integral

  /// Integrates over the share of valid ratios below a bid.
  ///
  /// - Parameters:
  ///   - winnerCount: k, from 1 to `count`.
  ///   - count: n.
  ///   - ratios: The distribution of which the valid part is taken.
  ///   - validProbability: The probability of that part, above 0.
  /// - Throws: `NumericalError` where a function has no value.
  init(
    _ winnerCount: Int, of count: Int, _ ratios: RatioDistribution, validProbability: Double
  ) throws(NumericalError) {
    switch ratios {
    case .continuous(let distribution):
      let start = try distribution.cumulative(0)
      var sum = Integral.zero
      let precision = Equilibrium.Precision.full
      for (from, to) in zip(precision.shareKnots, precision.shareKnots.dropFirst()) {
        sum =
          sum
          + (try Quadrature.integrate(from: from, to: to, tolerance: precision.tolerance) {
            share throws(NumericalError) in
            let probability = start + validProbability * share
            let ratio = probability < 1 ? min(max(try distribution.quantile(probability), 0), 1) : 1
            let win = try IncompleteBeta.atMost(winnerCount - 1, of: count - 1, failure: 1 - share)
            return Double(count) * ratio * win.value
          })
      }
      self.sum = sum
    case .discrete(let atoms):
      let valid = RatioDistribution.valid(atoms)
      let total = valid.reduce(0) { $0 + $1.weight }
      var (below, awardedBelow, sum) = (0.0, 0.0, 0.0)
      for atom in valid {
        below += atom.weight
        let awarded = try LowestSum.awarded(winnerCount, of: count, upTo: min(below / total, 1))
        sum += atom.ratio * (awarded - awardedBelow)
        awardedBelow = awarded
      }
      self.sum = Integral(value: sum, error: 0x1p-50 * sum)
    }
  }

  /// The expected number of the k lowest among the bids below a share: the lesser of k and a
  /// binomial count.
  private static func awarded(
    _ winnerCount: Int, of count: Int, upTo share: Double
  ) throws(NumericalError) -> Double {
    var sum = 0.0
    for rank in 0..<winnerCount {
      sum += try IncompleteBeta.moreThan(rank, of: count, success: share).value
    }
    return sum
  }
}
