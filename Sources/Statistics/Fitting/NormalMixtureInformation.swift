extension NormalMixtureSearch {
  /// The standard errors of the five parameters by the observed information.
  ///
  /// By the formula of Louis, *Finding the observed information matrix when using the EM algorithm*
  /// (Journal of the Royal Statistical Society B 44, 1982): with g and H a component's first and
  /// second derivatives of log (weight · density), and p the probability that the observation is its,
  /// an observation adds s sᵀ − Σ p (g gᵀ + H), where s is its score Σ p g.
  ///
  /// - Parameter mixture: A maximum of the likelihood.
  /// - Returns: The errors of the first weight, then of mean and standard deviation of each component;
  ///   `nil` where a standard deviation lies on the floor, or the information is singular.
  /// - Throws: ``NumericalError`` where a parameter is out of bounds.
  /// - Complexity: O(n).
  func standardErrors(at mixture: NormalMixture) throws(NumericalError) -> [Double]? {
    let narrower = min(mixture.first.standardDeviation, mixture.second.standardDeviation)
    guard narrower > floor else { return nil }
    let shares = try MixtureShares(mixture)
    var information = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 5)
    for value in values {
      let share = try shares.share(of: value)
      let terms = [
        Derivatives(
          mixture.first, at: value, share: share.first, slopeOfWeight: 1 / mixture.weight),
        Derivatives(
          mixture.second, at: value, share: share.second, slopeOfWeight: -1 / (1 - mixture.weight)),
      ]
      let scores =
        [terms[0].slopes[0] + terms[1].slopes[0]] + terms[0].slopes[1...] + terms[1].slopes[1...]
      for row in 0..<5 {
        for column in 0...row { information[row][column] += scores[row] * scores[column] }
      }
      for (term, offset) in zip(terms, [0, 2]) {
        information[offset + 1][0] -= term.weightCurvatures.mean
        information[offset + 2][0] -= term.weightCurvatures.deviation
        information[offset + 1][offset + 1] -= term.curvatures.mean
        information[offset + 2][offset + 1] -= term.curvatures.both
        information[offset + 2][offset + 2] -= term.curvatures.deviation
      }
    }
    return Cholesky(information)?.inverseDiagonal.map { $0.squareRoot() }
  }

  /// One component's part in an observation's derivatives, times the probability that it is its.
  private struct Derivatives {
    /// Of log (weight · density) by weight, mean and standard deviation.
    let slopes: [Double]
    /// g gᵀ + H between the weight and another parameter; of the weight alone it is 0.
    let weightCurvatures: (mean: Double, deviation: Double)
    /// g gᵀ + H of mean and standard deviation.
    let curvatures: (mean: Double, both: Double, deviation: Double)

    init(
      _ component: NormalMixture.Component, at value: Double, share: Double, slopeOfWeight: Double
    ) {
      let unit = component.standardDeviation
      let distance = (value - component.mean) / unit
      let square = distance * distance
      let byMean = share * distance / unit
      let byDeviation = share * (square - 1) / unit
      slopes = [share * slopeOfWeight, byMean, byDeviation]
      weightCurvatures = (slopeOfWeight * byMean, slopeOfWeight * byDeviation)
      let scale = share / unit / unit
      curvatures = (
        scale * (square - 1), scale * distance * (square - 3),
        scale * (square * square - 5 * square + 2)
      )
    }
  }
}
