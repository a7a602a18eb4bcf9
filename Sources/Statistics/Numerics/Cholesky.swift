/// The factor L of a symmetric positive definite matrix A = L Lᵀ.
struct Cholesky {
  /// Below so much of its diagonal element a pivot is nothing but rounding.
  private static let relativePivot = 1e-12

  /// The rows of L, each up to its diagonal.
  private let rows: [[Double]]

  /// Factors a matrix; `nil` where it is not positive definite, or so nearly not that rounding decides.
  ///
  /// - Parameter matrix: Rows of a symmetric matrix, of which those up to the diagonal are read.
  init?(_ matrix: [[Double]]) {
    var rows: [[Double]] = []
    for (index, source) in matrix.enumerated() {
      guard source.count > index else { return nil }
      var row: [Double] = []
      for column in 0...index {
        let known = column < index ? rows[column] : row
        var rest = source[column]
        for position in 0..<column { rest -= row[position] * known[position] }
        if column < index {
          row.append(rest / known[column])
        } else {
          guard rest > Cholesky.relativePivot * source[index], rest.isFinite else { return nil }
          row.append(rest.squareRoot())
        }
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The diagonal of the inverse of A: for each place the square of the matching column of L⁻¹.
  var inverseDiagonal: [Double] {
    rows.indices.map { place in
      // Column `place` of L⁻¹ solves L x = e.
      var solution = [Double](repeating: 0, count: rows.count)
      for index in place..<rows.count {
        var rest = index == place ? 1.0 : 0
        for column in place..<index { rest -= rows[index][column] * solution[column] }
        solution[index] = rest / rows[index][index]
      }
      return solution.reduce(0) { $0 + $1 * $1 }
    }
  }
}
