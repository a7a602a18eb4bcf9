extension Fit where Distribution == CountDistribution {
  /// The negative binomial distribution, by mean and size, under which counts are likeliest.
  ///
  /// The mean is that of the sample. The size solves its likelihood equation, which has one solution
  /// where the variance of the sample is above its mean and none otherwise (Levin and Reeds,
  /// *Compound multinomial likelihood functions are unimodal*, The Annals of Statistics 5, 1977). The
  /// two estimates are orthogonal, so each has its own information: that of the mean expected, that of
  /// the size observed.
  ///
  /// - Parameter sample: Counts whose variance is above their mean.
  /// - Returns: The distribution, its parameters ``FittedParameter/Name/mean`` and
  ///   ``FittedParameter/Name/size``.
  /// - Throws: ``FitError/allZero``; ``FitError/notOverdispersed(mean:variance:)``, also where the size
  ///   is so large that the distribution is Poisson for all purposes; ``FitError/numerical(_:)``.
  /// - Complexity: O(m) in the largest count, some thirty times.
  public static func negativeBinomial(_ sample: CountSample) throws(FitError) -> Self {
    guard sample.sum > 0 else { throw .allZero }
    let mean = sample.mean
    let equation = NegativeBinomialSize(sample)
    let size = try FitError.checking { () throws(NumericalError) in try equation.size() }
    guard let size else { throw .notOverdispersed(mean: mean, variance: sample.variance) }
    let n = Double(sample.observationCount)
    let information = equation.information(at: size)
    return try counts(
      .negativeBinomial(mean: mean, size: size),
      [
        FittedParameter(
          .mean, mean, standardError: ((mean + mean / size * mean) / n).squareRoot()),
        FittedParameter(.size, size, standardError: (1 / information).squareRoot()),
      ], sample)
  }
}

/// The likelihood of the size of a negative binomial whose mean is that of the sample.
///
/// A rising factorial takes the place of the gamma functions: the sum over the counts x of
/// ψ(x + r) − ψ(r) is the sum over j ≥ 0 of N(j) / (r + j), N(j) being how many counts are above j.
/// What does not depend on r beyond 1 / r² is taken out of both terms, as they nearly cancel where the
/// size is large.
struct NegativeBinomialSize {
  /// Sizes beyond so many means are Poisson for all purposes.
  static let limit = 0x1p30

  private let mean: Double
  private let variance: Double
  private let observationCount: Double
  private let isOverdispersed: Bool
  /// How many counts are above 0, 1, 2 …, each above 0.
  private let above: [Double]

  init(_ sample: CountSample) {
    mean = sample.mean
    variance = sample.variance
    observationCount = Double(sample.observationCount)
    isOverdispersed = sample.isOverdispersed
    var left = sample.observationCount
    var above: [Double] = []
    for cell in sample.cells {
      above.append(contentsOf: repeatElement(Double(left), count: cell.count - above.count))
      left -= cell.frequency
    }
    self.above = above
  }

  /// The size of the greatest likelihood; `nil` where there is none, or none worth the name.
  func size() throws(NumericalError) -> Double? {
    guard isOverdispersed else { return nil }
    // The moments solve mean + mean² / size = variance.
    var low = min(mean * (mean / (variance - mean)), mean * NegativeBinomialSize.limit)
    guard low > 0 else { return nil }
    var high = low
    while try score(at: low) < 0 {
      high = low
      low /= 2
    }
    while try score(at: high) > 0 {
      guard high < mean * NegativeBinomialSize.limit else { return nil }
      low = high
      high *= 2
    }
    return low < high ? try RootFinder.root(from: low, to: high, of: score) : low
  }

  /// The derivative of the logarithm of the likelihood by the size.
  private func score(at size: Double) throws(NumericalError) -> Double {
    var sum = 0.0
    for index in above.indices {
      let j = Double(index)
      sum += above[index] * (j / (size + j))
    }
    return try -sum / size
      - observationCount * SpecialFunction.logExcess(onePlus: mean / size)
  }

  /// The second derivative with the opposite sign.
  func information(at size: Double) -> Double {
    var sum = 0.0
    for index in above.indices {
      let j = Double(index)
      sum += above[index] * (j / (size + j)) * ((size + j + size) / (size + j))
    }
    return (observationCount * mean * (mean / (size + mean)) - sum) / size / size
  }
}
