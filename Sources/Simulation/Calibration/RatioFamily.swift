import Pipeline
import Statistics

/// The families that bid-to-reserve ratios are fitted with.
enum RatioFamily: String, CaseIterable {
  /// The logarithm of the ratio is normal.
  case lognormal
  /// The ratio is beta.
  case beta
  /// The logarithm of the discount is normal.
  case discountLognormal = "discount-lognormal"
  /// The logarithm of the discount is a mixture of two normal ones.
  case discountMixture = "discount-mixture"

  /// The estimates for bids below the reserve price.
  ///
  /// - Parameters:
  ///   - ratios: Their ratios.
  ///   - discounts: 1 less the ratio of each.
  /// - Returns: The estimates.
  /// - Throws: `FitError` where the family has none.
  func fit(ratios: [Double], discounts: [Double]) throws(FitError) -> Estimates {
    switch self {
    case .lognormal:
      let fit = try Fit<ContinuousDistribution>.lognormal(ContinuousSample(ratios))
      let part = StatedRatio.Lognormal(fit.parameters)
      return Estimates(
        fit.parameters, fit.logLikelihood,
        .lognormal(logMean: part.logMean, logDeviation: part.logDeviation))
    case .beta:
      let fit = try Fit<ContinuousDistribution>.beta(ContinuousSample(ratios))
      return Estimates(
        fit.parameters, fit.logLikelihood,
        .beta(
          alpha: fit.parameters.rounded(.alpha), beta: fit.parameters.rounded(.beta)))
    case .discountLognormal:
      let fit = try Fit<ContinuousDistribution>.lognormal(ContinuousSample(discounts))
      let part = StatedRatio.Lognormal(fit.parameters)
      return Estimates(
        fit.parameters, fit.logLikelihood,
        .discountLognormal(logMean: part.logMean, logDeviation: part.logDeviation))
    case .discountMixture:
      let logs = try RatioFamily.logarithms(of: discounts)
      let fit = try Fit<NormalMixture>.normalMixture(ContinuousSample(logs))
      let values = fit.parameters
      return Estimates(
        values, fit.logLikelihood - logs.sorted().reduce(0, +),
        .discountMixture(
          weight: values.rounded(.lowerWeight),
          first: .init(
            logMean: values.rounded(.lowerMean),
            logDeviation: values.rounded(.lowerStandardDeviation)),
          second: .init(
            logMean: values.rounded(.upperMean),
            logDeviation: values.rounded(.upperStandardDeviation))))
    }
  }

  private static func logarithms(of numbers: [Double]) throws(FitError) -> [Double] {
    var logs: [Double] = []
    for number in numbers {
      do throws(NumericalError) {
        logs.append(try SpecialFunction.log(number))
      } catch {
        throw .numerical(error)
      }
    }
    return logs
  }

  /// What a family is fitted with.
  struct Estimates {
    let parameters: [FittedParameter]
    /// Of the bids below the reserve price under the distribution as a whole.
    let logLikelihood: Double
    let stated: StatedRatio

    init(_ parameters: [FittedParameter], _ logLikelihood: Double, _ stated: StatedRatio) {
      self.parameters = parameters
      self.logLikelihood = logLikelihood
      self.stated = stated
    }
  }
}

extension RatioCalibration.Family {
  /// Fits one family and measures how well it does.
  init(_ family: RatioFamily, ratios: [Double], discounts: [Double]) {
    name = family.rawValue
    let result = Result { () throws(FitError) in
      try family.fit(ratios: ratios, discounts: discounts)
    }
    parameters = result.map(\.parameters)
    guard case .success(let estimates) = result,
      let share = try? estimates.stated.shareBelowReserve(),
      let logShare = try? SpecialFunction.log(share), let sample = try? ContinuousSample(ratios)
    else {
      (logLikelihood, aic, kolmogorovSmirnov, andersonDarling, stated) = (nil, nil, nil, nil, nil)
      return
    }
    let stated = estimates.stated
    let cut = estimates.logLikelihood - Double(ratios.count) * logShare
    logLikelihood = cut
    aic = 2 * Double(estimates.parameters.count) - 2 * cut
    let cumulative: (Double) throws(NumericalError) -> Double = { ratio throws(NumericalError) in
      try stated.cumulativeBelowReserve(ratio)
    }
    kolmogorovSmirnov = try? KolmogorovSmirnov.statistic(of: sample, cumulative: cumulative)
    andersonDarling =
      (try? AndersonDarling.statistic(of: sample, cumulative: cumulative) {
        ratio throws(NumericalError) in try stated.survivalBelowReserve(ratio)
      }) ?? nil
    self.stated = stated
  }
}

extension StatedRatio.Lognormal {
  /// The parameters of a fitted lognormal distribution, to nine digits.
  fileprivate init(_ parameters: [FittedParameter]) {
    self.init(
      logMean: parameters.rounded(.logMean),
      logDeviation: parameters.rounded(.logStandardDeviation))
  }
}

extension [FittedParameter] {
  /// The parameter of a name to nine digits; 0 where there is none, which no fit has.
  fileprivate func rounded(_ name: FittedParameter.Name) -> Double {
    SignificantDigits.rounded(first { $0.name == name }?.value ?? 0)
  }
}
