/// A curve through points that rises wherever they do: piecewise cubic, with a continuous slope.
///
/// Slopes are those of the parabola through three neighbours, limited so that no piece turns: Fritsch
/// and Carlson, *Monotone Piecewise Cubic Interpolation*, SIAM J. Numer. Anal. 17 (1980). Only basic
/// IEEE operations.
public struct MonotoneCubic: Hashable, Sendable {
  private let knots: [Double]
  private let values: [Double]
  private let slopes: [Double]

  /// Creates a curve.
  ///
  /// - Parameters:
  ///   - knots: At least two finite numbers, each above the one before.
  ///   - values: As many finite numbers, none below the one before.
  /// - Throws: ``NumericalError/domain`` for anything else.
  public init(knots: [Double], values: [Double]) throws(NumericalError) {
    guard knots.count >= 2, knots.count == values.count,
      (knots + values).allSatisfy(\.isFinite),
      zip(knots, knots.dropFirst()).allSatisfy(<), zip(values, values.dropFirst()).allSatisfy(<=)
    else { throw .domain }
    self.knots = knots
    self.values = values
    slopes = MonotoneCubic.slopes(knots, values)
  }

  /// The value at x; outside the knots that of the nearer end.
  ///
  /// - Complexity: O(log knots).
  public func value(at x: Double) -> Double {
    guard x > knots[0] else { return values[0] }
    guard x < knots[knots.count - 1] else { return values[values.count - 1] }
    var (low, high) = (0, knots.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle] <= x { low = middle } else { high = middle }
    }
    let width = knots[high] - knots[low]
    let part = (x - knots[low]) / width
    let rest = 1 - part
    // The weight of the higher value from 0 to 1, then what the slopes add.
    let weight = part * part * (3 - 2 * part)
    let bend = width * part * rest * (slopes[low] * rest - slopes[high] * part)
    let value = values[low] + (values[high] - values[low]) * weight + bend
    return min(max(value, values[low]), values[high])
  }

  private static func slopes(_ knots: [Double], _ values: [Double]) -> [Double] {
    let widths = zip(knots, knots.dropFirst()).map { $1 - $0 }
    let secants = zip(widths, zip(values, values.dropFirst())).map { ($1.1 - $1.0) / $0 }
    let last = knots.count - 1
    return knots.indices.map { index in
      if index == 0 {
        return last == 1 ? secants[0] : end(secants[0], secants[1], widths[0], widths[1])
      }
      if index == last {
        return last == 1
          ? secants[0]
          : end(secants[last - 1], secants[last - 2], widths[last - 1], widths[last - 2])
      }
      let (left, right) = (widths[index - 1], widths[index])
      let slope = (secants[index - 1] * right + secants[index] * left) / (left + right)
      return min(slope, 3 * min(secants[index - 1], secants[index]))
    }
  }

  /// The slope of the parabola at its outer point, within what keeps the piece from turning.
  private static func end(
    _ near: Double, _ far: Double, _ nearWidth: Double, _ farWidth: Double
  ) -> Double {
    let slope = near + (near - far) * nearWidth / (nearWidth + farWidth)
    return min(max(slope, 0), 3 * near)
  }
}
