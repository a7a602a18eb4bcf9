/// Polynomials through the nine Chebyshev points of a range, on which a function is differentiated,
/// integrated and evaluated.
///
/// Trefethen, *Spectral Methods in MATLAB* (2000), chapters 5, 6 and 12. The points are square roots,
/// so every machine has the same bits.
public enum ChebyshevPanel {
  /// The degree of the polynomials; there is one point more.
  public static let degree = 8
  /// How many points there are, both ends among them.
  public static let pointCount = degree + 1

  /// The points, ascending from −1 to 1: −cos(kπ/8).
  public static let points: [Double] = (0...degree).map { cosine(degree - $0) }

  /// The matrix, row by row, from values at the points to the derivative there, for a range of
  /// length 2.
  public static let derivative: [Double] = {
    var matrix = [Double](repeating: 0, count: pointCount * pointCount)
    for row in 0...degree {
      var sum = 0.0
      for column in 0...degree where column != row {
        let entry = end(row) / end(column) * sign(row + column) / (points[row] - points[column])
        matrix[row * pointCount + column] = entry
        sum += entry
      }
      // The derivative of a constant is 0, exactly so.
      matrix[row * pointCount + row] = -sum
    }
    return matrix
  }()

  /// The matrix, row by row, from values at the points to the integral from the low end to each, for
  /// a range of length 2; the last row is the Clenshaw–Curtis rule.
  public static let integral: [Double] = {
    var matrix = [Double](repeating: 0, count: pointCount * pointCount)
    for row in 0...degree {
      for column in 0...degree {
        var entry = 0.0
        for order in 0...degree {
          entry += coefficientWeight(order, column) * antiderivative(order, row)
        }
        matrix[row * pointCount + column] = entry
      }
    }
    return matrix
  }()

  /// The value of the polynomial through values at the points, by the barycentric formula.
  ///
  /// - Parameters:
  ///   - values: One value a point, ``pointCount`` of them.
  ///   - x: From −1 to 1.
  /// - Returns: The value at x.
  public static func value(of values: ArraySlice<Double>, at x: Double) -> Double {
    var (numerator, denominator) = (0.0, 0.0)
    for (index, value) in values.prefix(pointCount).enumerated() {
      let distance = x - points[index]
      if distance == 0 { return value }
      let weight = sign(index) / (end(index) * distance)
      numerator += weight * value
      denominator += weight
    }
    return denominator == 0 ? 0 : numerator / denominator
  }

  /// How far values are from a polynomial of lower degree: the larger of the last two Chebyshev
  /// coefficients, which fall off fast where the points resolve a function.
  ///
  /// - Parameter values: One value a point, ``pointCount`` of them.
  /// - Returns: A number from 0 on, in the unit of the values.
  public static func roughness(of values: ArraySlice<Double>) -> Double {
    var largest = 0.0
    for order in [degree - 1, degree] {
      var coefficient = 0.0
      for (index, value) in values.prefix(pointCount).enumerated() {
        coefficient += coefficientWeight(order, index) * value
      }
      largest = max(largest, abs(coefficient))
    }
    return largest
  }

  /// The part of a value at a point in the coefficient of an order.
  private static func coefficientWeight(_ order: Int, _ point: Int) -> Double {
    let inside = 2 / Double(degree) / (end(order) * end(point))
    return inside * cosine(order * (degree - point))
  }

  /// The integral of the Chebyshev polynomial of an order from −1 to a point.
  private static func antiderivative(_ order: Int, _ point: Int) -> Double {
    func primitive(_ point: Int) -> Double {
      let place = degree - point
      if order == 0 { return cosine(place) }
      if order == 1 { return cosine(2 * place) / 4 }
      return cosine((order + 1) * place) / Double(2 * (order + 1))
        - cosine((order - 1) * place) / Double(2 * (order - 1))
    }
    return primitive(point) - primitive(0)
  }

  /// cos(kπ/8) from square roots.
  private static func cosine(_ eighths: Int) -> Double {
    let half = 0.5.squareRoot()
    let quarter = [
      1, (0.5 + half / 2).squareRoot(), half, (0.5 - half / 2).squareRoot(), 0,
    ]
    let turn = eighths % 16
    let folded = turn > 8 ? 16 - turn : turn
    return folded > 4 ? -quarter[8 - folded] : quarter[folded]
  }

  /// 2 at both ends, 1 in between.
  private static func end(_ index: Int) -> Double { index == 0 || index == degree ? 2 : 1 }

  private static func sign(_ index: Int) -> Double { index.isMultiple(of: 2) ? 1 : -1 }
}
