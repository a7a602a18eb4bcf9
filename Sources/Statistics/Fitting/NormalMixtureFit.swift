extension Fit where Distribution == NormalMixture {
  /// The mixture of two normal distributions under which numbers are likeliest, as far as the EM
  /// algorithm finds it from a fixed set of starts.
  ///
  /// Without a bound the likelihood grows beyond all limits as a component shrinks onto one
  /// observation. So no standard deviation goes below ``NormalMixtureFit/floorShare`` of that of the
  /// whole sample (after Hathaway, *A constrained formulation of maximum-likelihood estimation for
  /// normal mixture distributions*, The Annals of Statistics 13, 1985), and a component
  /// left with less than half an observation counts as gone. On ties, or on one far observation, the
  /// fit may end on that floor.
  ///
  /// Standard errors come from the observed information. Where it is singular, or a standard
  /// deviation lies on the floor, there are none.
  ///
  /// - Parameter sample: At least ``NormalMixtureFit/observationMinimum`` numbers, not all equal.
  /// - Returns: The mixture, its first component the one of the lower mean, and five parameters:
  ///   ``FittedParameter/Name/lowerWeight`` and the mean and standard deviation of each component, the
  ///   lower one first.
  /// - Throws: ``FitError/tooFewObservations(count:needed:)``, ``FitError/noSpread(value:)``,
  ///   ``FitError/oneComponent``, ``FitError/numerical(_:)``, of which
  ///   ``NumericalError/noConvergence`` where the search does not end.
  /// - Complexity: O(n) a round; up to several thousand rounds where the components hardly differ.
  public static func normalMixture(_ sample: ContinuousSample) throws(FitError) -> Self {
    guard sample.observationCount >= NormalMixtureFit.observationMinimum else {
      throw .tooFewObservations(
        count: sample.observationCount, needed: NormalMixtureFit.observationMinimum)
    }
    let (center, unit) = try sample.moments()
    let search = NormalMixtureSearch(
      values: sample.sorted.map { ($0 - center) / unit }, floor: NormalMixtureFit.floorShare)
    let best = try FitError.checking { () throws(NumericalError) in try search.maximum() }
    guard let best else { throw .oneComponent }
    return try FitError.checking { () throws(NumericalError) in
      let errors = try search.standardErrors(at: best.mixture)
      let names: [FittedParameter.Name] = [
        .lowerWeight, .lowerMean, .lowerStandardDeviation, .upperMean, .upperStandardDeviation,
      ]
      let mixture = best.mixture.scaled(by: unit, from: center)
      let values = [
        mixture.weight, mixture.first.mean, mixture.first.standardDeviation, mixture.second.mean,
        mixture.second.standardDeviation,
      ]
      let parameters = names.indices.map { index in
        let scale = index == 0 ? 1 : unit
        return FittedParameter(
          names[index], values[index], standardError: errors.map { $0[index] * scale })
      }
      let n = sample.observationCount
      return try Fit(
        mixture, parameters,
        logLikelihood: best.logLikelihood - Double(n) * SpecialFunction.log(unit),
        observationCount: n)
    }
  }
}

/// The bounds of a mixture's fit.
public enum NormalMixtureFit {
  /// The least standard deviation of a component, in that of the whole sample.
  public static let floorShare = 0.01
  /// The fewest observations for the five parameters.
  public static let observationMinimum = 10
}

extension NormalMixture {
  /// The distribution of center + unit · X.
  func scaled(by unit: Double, from center: Double) -> NormalMixture {
    func scaled(_ component: Component) -> Component {
      Component(
        mean: center + unit * component.mean,
        standardDeviation: unit * component.standardDeviation)
    }
    return NormalMixture(weight: weight, first: scaled(first), second: scaled(second))
  }
}
