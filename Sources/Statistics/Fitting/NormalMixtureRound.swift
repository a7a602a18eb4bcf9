extension NormalMixtureSearch {
  /// What one round of the EM algorithm finds.
  struct Round {
    /// The logarithm of the likelihood where the round starts.
    let logLikelihood: Double
    /// Where it ends; `nil` where a component is left with less than half an observation.
    let next: NormalMixture?
  }

  /// The observations' weight in one component, and its first two moments.
  private struct Sums {
    var weight = 0.0
    var sum = 0.0
    var squares = 0.0

    mutating func add(_ value: Double, weight share: Double) {
      weight += share
      sum += share * value
      squares += share * value * value
    }

    /// The component's likeliest parameters; `nil` with less than half an observation.
    func component(floor: Double) -> NormalMixture.Component? {
      guard weight >= 0.5 else { return nil }
      let mean = sum / weight
      let variance = max(squares / weight - mean * mean, floor * floor)
      return .init(mean: mean, standardDeviation: variance.squareRoot())
    }
  }

  /// One round: the observations' weights in both components, then the likeliest parameters.
  ///
  /// - Parameter mixture: Its weight strictly between 0 and 1.
  /// - Returns: The likelihood before the round, and the mixture after it.
  /// - Throws: ``NumericalError`` where a parameter is out of bounds.
  /// - Complexity: O(n).
  func round(from mixture: NormalMixture) throws(NumericalError) -> Round {
    let shares = try MixtureShares(mixture)
    var (first, second) = (Sums(), Sums())
    var logLikelihood = 0.0
    // The logarithm of many factors from 1 to 2 at once.
    var product = 1.0
    for value in values {
      let share = try shares.share(of: value)
      first.add(value, weight: share.first)
      second.add(value, weight: share.second)
      logLikelihood += share.logGreater
      product *= share.factor
      if product > 0x1p1000 {
        logLikelihood += try SpecialFunction.log(product)
        product = 1
      }
    }
    logLikelihood += try SpecialFunction.log(product)
    logLikelihood -= Double(values.count) * NormalMixture.logRootOfTwoPi
    guard let low = first.component(floor: floor), let high = second.component(floor: floor) else {
      return Round(logLikelihood: logLikelihood, next: nil)
    }
    return Round(
      logLikelihood: logLikelihood,
      next: NormalMixture(
        weight: first.weight / (first.weight + second.weight), first: low, second: high))
  }
}

/// How likely an observation comes from either component.
struct MixtureShares {
  /// The probabilities of both components, and the logarithm of the density as that of the greater
  /// term, without √2π, and a factor from 1 to 2.
  struct Share {
    let first: Double
    let second: Double
    let logGreater: Double
    let factor: Double
  }

  private let mixture: NormalMixture
  /// The logarithms of weight over standard deviation.
  private let logHeights: (first: Double, second: Double)

  init(_ mixture: NormalMixture) throws(NumericalError) {
    self.mixture = mixture
    logHeights = try (
      SpecialFunction.log(mixture.weight / mixture.first.standardDeviation),
      SpecialFunction.log((1 - mixture.weight) / mixture.second.standardDeviation)
    )
  }

  func share(of value: Double) throws(NumericalError) -> Share {
    let first = (value - mixture.first.mean) / mixture.first.standardDeviation
    let second = (value - mixture.second.mean) / mixture.second.standardDeviation
    let logFirst = logHeights.first - first * first / 2
    let logSecond = logHeights.second - second * second / 2
    let ratio = try SpecialFunction.exp(-abs(logFirst - logSecond))
    let (large, small) = (1 / (1 + ratio), ratio / (1 + ratio))
    return logFirst >= logSecond
      ? Share(first: large, second: small, logGreater: logFirst, factor: 1 + ratio)
      : Share(first: small, second: large, logGreater: logSecond, factor: 1 + ratio)
  }
}
