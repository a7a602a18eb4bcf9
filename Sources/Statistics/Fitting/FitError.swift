/// Why a sample cannot be used, or why no distribution of a family is its likeliest.
public enum FitError: Error, Hashable, Sendable {
  /// There are fewer observations than the family needs.
  case tooFewObservations(count: Int, needed: Int)
  /// There are more observations than are taken.
  case tooManyObservations(limit: Int)
  /// An observation is no finite number.
  case notFinite
  /// A count is negative or larger than what is taken.
  case countOutOfRange(count: Int, limit: Int)
  /// A count occurs a negative number of times.
  case negativeFrequency(count: Int)
  /// The number of trials is not positive or larger than what is taken.
  case trialsOutOfRange(trials: Int, limit: Int)
  /// A count is larger than the number of trials.
  case moreThanTrials(count: Int, trials: Int)
  /// All counts are 0, and the mean must be above 0.
  case allZero
  /// The counts vary no more than Poisson counts of their mean, or hardly more.
  case notOverdispersed(mean: Double, variance: Double)
  /// All observations are equal, and the spread must be above 0.
  case noSpread(value: Double)
  /// An observation is not strictly between the ends of the support.
  case outsideSupport(value: Double, low: Double, high: Double)
  /// The observations are so close together that the parameters are beyond what doubles can tell.
  case tooConcentrated(low: Double, high: Double)
  /// One component of a mixture takes all observations from every start.
  case oneComponent
  /// The arithmetic failed.
  case numerical(NumericalError)

  /// The error in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .tooFewObservations(let count, let needed):
      "there are too few observations: \(count); at least \(needed) were expected"
    case .tooManyObservations(let limit):
      "there are too many observations; at most \(limit) were expected"
    case .notFinite: "an observation is not a finite number"
    case .countOutOfRange(let count, let limit):
      "a count is \(count); from 0 to \(limit) was expected"
    case .negativeFrequency(let count):
      "the count \(count) occurs a negative number of times; 0 or more was expected"
    case .trialsOutOfRange(let trials, let limit):
      "the number of trials is \(trials); from 1 to \(limit) was expected"
    case .moreThanTrials(let count, let trials):
      "a count is \(count); at most the number of trials, \(trials), was expected"
    case .allZero: "all counts are 0; at least one above 0 was expected"
    case .notOverdispersed(let mean, let variance):
      "the counts have a variance of \(short(variance)) and a mean of \(short(mean)); a variance clearly above the"
        + " mean was expected (as it is, the size has no finite estimate, and Poisson fits as well)"
    case .noSpread(let value):
      "all observations are \(value); at least two different ones were expected"
    case .outsideSupport(let value, let low, let high):
      "an observation is \(value); "
        + (high.isFinite ? "one between \(low) and \(high)" : "one above \(low)") + " was expected"
    case .tooConcentrated(let low, let high):
      "all observations lie between \(low) and \(high); a wider spread was expected (the parameters"
        + " of so narrow a distribution cannot be told)"
    case .oneComponent:
      "one component takes all observations; a sample that two components fit was expected"
    case .numerical(let error): error.message
    }
  }

  /// A number with three decimals at most.
  private func short(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 }

  /// The value of a computation, its numerical error as an error of the fit.
  static func checking<Value>(
    _ compute: () throws(NumericalError) -> Value
  ) throws(FitError) -> Value {
    do throws(NumericalError) {
      return try compute()
    } catch {
      throw .numerical(error)
    }
  }
}
