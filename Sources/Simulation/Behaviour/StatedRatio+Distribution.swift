import Pipeline
import Statistics

// A stated distribution of bid ÷ reserve price as numbers. Where bids at and above the reserve price
// are counted apart, the rest is the distribution cut at 1.
extension StatedRatio {
  /// The ratio below which a probability lies.
  ///
  /// - Parameters:
  ///   - probability: Strictly between 0 and 1.
  ///   - isBelowReserve: Whether the distribution is cut at 1.
  /// - Returns: A finite number.
  /// - Throws: `NumericalError` where it has none, or is given by points.
  func quantile(
    _ probability: Double, isBelowReserve: Bool
  ) throws(NumericalError) -> Double {
    switch self {
    case .quantiles: throw .domain
    case .beta(let alpha, let beta):
      return try ContinuousDistribution.beta(alpha: alpha, beta: beta).quantile(probability)
    case .lognormal(let mean, let deviation):
      let ratio = ContinuousDistribution.lognormal(
        logMean: mean, logStandardDeviation: deviation)
      let share = isBelowReserve ? try ratio.cumulative(1) : 1
      return try ratio.quantile(probability * share)
    case .discountLognormal, .discountMixture:
      // The discount of a bid is below 1, its logarithm below 0.
      let logDiscount = try logDiscount()
      let lowest = try logDiscount.quantile((1 - probability) * logDiscount.cumulative(0))
      return 1 - (try SpecialFunction.exp(lowest))
    }
  }

  /// The share of bids at or below a ratio, among those below the reserve price.
  ///
  /// - Parameter ratio: Strictly between 0 and 1.
  /// - Returns: From 0 to 1.
  /// - Throws: `NumericalError` where there is none, or the distribution is given by points.
  func cumulativeBelowReserve(_ ratio: Double) throws(NumericalError) -> Double {
    switch self {
    case .quantiles: throw .domain
    case .beta(let alpha, let beta):
      return try ContinuousDistribution.beta(alpha: alpha, beta: beta).cumulative(ratio)
    case .lognormal(let mean, let deviation):
      let whole = ContinuousDistribution.lognormal(
        logMean: mean, logStandardDeviation: deviation)
      return min(1, try whole.cumulative(ratio) / whole.cumulative(1))
    case .discountLognormal, .discountMixture:
      let logDiscount = try logDiscount()
      let all = try logDiscount.cumulative(0)
      let larger = try all - logDiscount.cumulative(SpecialFunction.log(1 - ratio))
      return min(max(larger / all, 0), 1)
    }
  }

  /// The share of bids above a ratio, among those below the reserve price; small ones to full
  /// precision.
  ///
  /// - Parameter ratio: Strictly between 0 and 1.
  /// - Returns: From 0 to 1.
  /// - Throws: `NumericalError` where there is none, or the distribution is given by points.
  func survivalBelowReserve(_ ratio: Double) throws(NumericalError) -> Double {
    switch self {
    case .quantiles: throw .domain
    case .beta(let alpha, let beta):
      return try ContinuousDistribution.beta(alpha: alpha, beta: beta).survival(ratio)
    case .lognormal(let mean, let deviation):
      let whole = ContinuousDistribution.lognormal(
        logMean: mean, logStandardDeviation: deviation)
      let above = try whole.survival(ratio) - whole.survival(1)
      return min(max(0, try above / whole.cumulative(1)), 1)
    case .discountLognormal, .discountMixture:
      let logDiscount = try logDiscount()
      let smaller = try logDiscount.cumulative(SpecialFunction.log(1 - ratio))
      return min(1, try smaller / logDiscount.cumulative(0))
    }
  }

  /// The share of the whole distribution that lies below the reserve price.
  ///
  /// - Throws: `NumericalError` where there is none, or the distribution is given by points.
  func shareBelowReserve() throws(NumericalError) -> Double {
    switch self {
    case .quantiles: throw .domain
    case .beta: return 1
    case .lognormal(let mean, let deviation):
      return try ContinuousDistribution.lognormal(
        logMean: mean, logStandardDeviation: deviation
      ).cumulative(1)
    case .discountLognormal, .discountMixture: return try logDiscount().cumulative(0)
    }
  }

  /// The distribution of the logarithm of the discount.
  private func logDiscount() throws(NumericalError) -> NormalMixture {
    let component = { (part: Lognormal) in
      NormalMixture.Component(mean: part.logMean, standardDeviation: part.logDeviation)
    }
    switch self {
    case .discountLognormal(let mean, let deviation):
      let part = component(Lognormal(logMean: mean, logDeviation: deviation))
      return NormalMixture(weight: 1, first: part, second: part)
    case .discountMixture(let weight, let first, let second):
      return NormalMixture(weight: weight, first: component(first), second: component(second))
    case .quantiles, .lognormal, .beta: throw .domain
    }
  }
}
