public import Pipeline
import Quantities
public import Statistics

/// Distributions fitted to the number of bids of past lots.
public struct EntryCalibration: Hashable, Sendable {
  /// One family.
  public struct Family: Hashable, Sendable {
    /// Its name, as behaviour files write it.
    public let name: String
    /// The fit, or why there is none.
    public let fit: Result<Fit<CountDistribution>, FitError>
    /// Pearson's chi-square test of the fit; `nil` without one.
    public let chiSquare: ChiSquareTest?
    /// The Kolmogorov–Smirnov statistic; `nil` without a fit.
    public let kolmogorovSmirnov: Double?
    /// The distribution with its parameters to nine digits, as a behaviour file states it.
    public let stated: StatedEntry?
  }

  /// The past numbers; `nil` without lots.
  public let sample: CountSample?
  /// Poisson, negative binomial and binomial, in this order; empty without lots.
  public let families: [Family]

  /// The family with the least AIC; `nil` where none fits.
  public var chosen: Family? {
    families.filter { $0.stated != nil }.min { left, right in
      ((try? left.fit.get().aic) ?? .infinity) < ((try? right.fit.get().aic) ?? .infinity)
    }
  }

  /// The past numbers as a behaviour file states them; `nil` without lots.
  public var observed: StatedEntry? {
    guard let sample, let last = sample.cells.last?.count, last <= EntryModel.largestCount else {
      return nil
    }
    var weights = Array(repeating: 0, count: last + 1)
    for cell in sample.cells { weights[cell.count] = cell.frequency }
    return .counts(weights)
  }

  /// Fits every family.
  ///
  /// - Parameters:
  ///   - counts: The number of bids of each lot.
  ///   - vendors: How many vendors could have bid: the trials of the binomial.
  init(_ counts: [Int], vendors: Int) {
    guard let sample = try? CountSample(counts) else {
      (self.sample, families) = (nil, [])
      return
    }
    self.sample = sample
    families = [
      Family("poisson", sample) { sample throws(FitError) in try .poisson(sample) },
      Family("negative-binomial", sample) { sample throws(FitError) in
        try .negativeBinomial(sample)
      },
      Family("binomial", sample) { sample throws(FitError) in
        // A vendor that takes part in one lot alone is no potential bidder of the others.
        guard vendors <= EntryModel.largestCount else {
          throw .trialsOutOfRange(trials: vendors, limit: EntryModel.largestCount)
        }
        return try .binomial(sample, trials: vendors)
      },
    ]
  }
}

extension EntryCalibration.Family {
  fileprivate init(
    _ name: String, _ sample: CountSample,
    _ compute: (CountSample) throws(FitError) -> Fit<CountDistribution>
  ) {
    self.name = name
    let fit = Result { () throws(FitError) in try compute(sample) }
    self.fit = fit
    guard case .success(let found) = fit else {
      (chiSquare, kolmogorovSmirnov, stated) = (nil, nil, nil)
      return
    }
    chiSquare = try? ChiSquareTest(
      of: sample, found.distribution, estimatedParameterCount: found.parameters.count)
    kolmogorovSmirnov = try? KolmogorovSmirnov.statistic(of: sample, found.distribution)
    stated = StatedEntry(found)
  }
}

extension StatedEntry {
  /// The distribution of a fit, its parameters to nine digits.
  fileprivate init?(_ fit: Fit<CountDistribution>) {
    let rate = { (name: FittedParameter.Name) in
      fit[name].flatMap { Rate(significant: $0.value) }
    }
    switch fit.distribution {
    case .poisson:
      guard let mean = rate(.mean) else { return nil }
      self = .poisson(mean: mean)
    case .negativeBinomial:
      guard let mean = rate(.mean), let size = rate(.size) else { return nil }
      self = .negativeBinomial(mean: mean, size: size)
    case .binomial(let trials, _):
      guard let success = rate(.successProbability), let share = Share(success.value) else {
        return nil
      }
      self = .binomial(vendors: trials, probability: share)
    }
  }
}
