/// A mixture of two normal distributions as a point without bounds: log (w / (1 − w)), then mean and
/// logarithm of the standard deviation of each component.
struct MixtureCoordinates {
  /// Beyond these a weight or a standard deviation is a bound, not an estimate.
  private static let bound = 30.0

  private let values: [Double]

  init(_ mixture: NormalMixture) throws(NumericalError) {
    values = try [
      SpecialFunction.log(mixture.weight / (1 - mixture.weight)),
      mixture.first.mean, SpecialFunction.log(mixture.first.standardDeviation),
      mixture.second.mean, SpecialFunction.log(mixture.second.standardDeviation),
    ]
  }

  /// Leaps from a point over the next two of a sequence to where it seems to be heading.
  ///
  /// Scheme S3 of Varadhan and Roland: with r the first difference and v the second one, the leap is
  /// start − 2ar + a²v, a = −|r| / |v|, at most −1, where it is the second point itself.
  init(from start: Self, by next: Self, and last: Self) {
    let first = zip(start.values, next.values).map { $1 - $0 }
    let second = zip(zip(next.values, last.values).map { $1 - $0 }, first).map { $0 - $1 }
    let squares = (
      first.reduce(0) { $0 + $1 * $1 }, second.reduce(0) { $0 + $1 * $1 }
    )
    let ratio = squares.1 > 0 ? (squares.0 / squares.1).squareRoot() : 1
    let length = min(max(ratio, 1), 1e6)
    values = start.values.indices.map { index in
      let value = start.values[index] + 2 * length * first[index] + length * length * second[index]
      return min(max(value, -MixtureCoordinates.bound), MixtureCoordinates.bound)
    }
  }

  /// The widest difference of a coordinate.
  func distance(to other: Self) -> Double {
    zip(values, other.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// The mixture at this point, no standard deviation below a floor.
  func mixture(floor: Double) throws(NumericalError) -> NormalMixture {
    let odds = try SpecialFunction.exp(values[0])
    return try NormalMixture(
      weight: odds / (1 + odds),
      first: .init(
        mean: values[1], standardDeviation: max(SpecialFunction.exp(values[2]), floor)),
      second: .init(
        mean: values[3], standardDeviation: max(SpecialFunction.exp(values[4]), floor)))
  }
}
