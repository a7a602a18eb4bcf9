/// The search for the likeliest mixture of two normal distributions.
///
/// The EM algorithm, sped up by squared extrapolation (Varadhan and Roland, *Simple and globally
/// convergent methods for accelerating the convergence of any EM algorithm*, Scandinavian Journal of
/// Statistics 35, 2008): two rounds show where it is heading, and a third starts from a leap there or,
/// where that lowers the likelihood, is taken back.
struct NormalMixtureSearch {
  /// A mixture, the logarithm of the likelihood there, and whether rounds change it no more.
  struct End {
    let mixture: NormalMixture
    let logLikelihood: Double
    let hasConverged: Bool
  }

  /// Leaps from each start before the best one goes on alone.
  private static let shortRunLength = 10
  /// Leaps of the last run at most.
  private static let leapLimit = 3_000
  /// The change of every coordinate in one round below which a run ends.
  private static let tolerance = 1e-10
  /// Where the starts cut the sample in two, in per cent.
  private static let cuts = [10, 25, 50, 75, 90]

  /// The observations in ascending order, of mean 0 and standard deviation 1.
  let values: [Double]
  /// The least standard deviation of a component.
  let floor: Double

  /// The likeliest mixture that the starts lead to, the component of the lower mean first.
  ///
  /// - Returns: `nil` where from every start one component dies out.
  /// - Throws: ``NumericalError/noConvergence`` where the last run does not end.
  func maximum() throws(NumericalError) -> End? {
    var best: End?
    for start in starts {
      let end = try run(from: start, leapLimit: NormalMixtureSearch.shortRunLength)
      guard let end, end.logLikelihood > best?.logLikelihood ?? -.infinity else { continue }
      best = end
    }
    guard let best else { return nil }
    if best.hasConverged { return best }
    let end = try run(from: best.mixture, leapLimit: NormalMixtureSearch.leapLimit)
    if let end, !end.hasConverged { throw .noConvergence }
    return end
  }

  /// Each cut's two parts, and a narrow and a wide component around the same mean.
  private var starts: [NormalMixture] {
    let cut = NormalMixtureSearch.cuts.map { percent in
      let count = min(max(values.count * percent / 100, 1), values.count - 1)
      return NormalMixture(
        weight: Double(count) / Double(values.count), first: component(of: values[..<count]),
        second: component(of: values[count...]))
    }
    let nested = NormalMixture(
      weight: 0.5, first: .init(mean: 0, standardDeviation: 0.5),
      second: .init(mean: 0, standardDeviation: 1.75.squareRoot()))
    return cut + [nested]
  }

  private func component(of part: ArraySlice<Double>) -> NormalMixture.Component {
    let count = Double(part.count)
    let mean = part.reduce(0, +) / count
    let square = part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return .init(mean: mean, standardDeviation: max(square.squareRoot(), floor))
  }

  /// Runs from a start until rounds change nothing.
  ///
  /// - Returns: `nil` where a component dies out.
  private func run(from start: NormalMixture, leapLimit: Int) throws(NumericalError) -> End? {
    var current = start
    for _ in 0..<leapLimit {
      guard let once = try round(from: current).next else { return nil }
      let second = try round(from: once)
      guard let twice = second.next else { return nil }
      let path = try (
        MixtureCoordinates(current), MixtureCoordinates(once), MixtureCoordinates(twice)
      )
      if path.0.distance(to: path.1) < NormalMixtureSearch.tolerance {
        return End(
          mixture: once.ordered, logLikelihood: second.logLikelihood, hasConverged: true)
      }
      let leap = try round(
        from: MixtureCoordinates(from: path.0, by: path.1, and: path.2).mixture(floor: floor))
      let isHigher = leap.logLikelihood >= second.logLikelihood
      current = isHigher ? leap.next ?? twice : twice
    }
    return End(
      mixture: current.ordered, logLikelihood: try round(from: current).logLikelihood,
      hasConverged: false)
  }
}

extension NormalMixture {
  /// The same mixture, its component of the lower mean first; of equal means, the narrower one.
  var ordered: NormalMixture {
    let isInOrder =
      (first.mean, first.standardDeviation) <= (second.mean, second.standardDeviation)
    return isInOrder ? self : NormalMixture(weight: 1 - weight, first: second, second: first)
  }
}
