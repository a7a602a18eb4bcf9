/// Linear equations with one matrix, solved for any number of right-hand sides.
///
/// Gaussian elimination with partial pivoting; only basic IEEE operations, so every machine has the
/// same bits.
public struct LinearSystem: Sendable {
  private let size: Int
  /// Both triangular factors, row by row.
  private let factors: [Double]
  /// The row of the matrix that stands at each row of the factors.
  private let order: [Int]

  /// Factors a matrix.
  ///
  /// - Parameters:
  ///   - matrix: The entries row by row, `size` × `size` of them.
  ///   - size: The number of equations.
  /// - Throws: ``NumericalError/domain`` for another number of entries,
  ///   ``NumericalError/noConvergence`` where the matrix is singular or has an entry that is no
  ///   finite number.
  /// - Complexity: O(size³).
  public init(matrix: [Double], size: Int) throws(NumericalError) {
    guard size >= 0, size <= 1 << 20, matrix.count == size * size else { throw .domain }
    var factors = matrix
    var order = Array(0..<size)
    for pivot in 0..<size {
      let best = LinearSystem.largestRow(of: factors, size: size, column: pivot)
      guard factors[best * size + pivot] != 0, factors[best * size + pivot].isFinite else {
        throw .noConvergence
      }
      if best != pivot {
        order.swapAt(best, pivot)
        for column in 0..<size {
          factors.swapAt(best * size + column, pivot * size + column)
        }
      }
      LinearSystem.eliminate(&factors, size: size, pivot: pivot)
    }
    self.size = size
    self.factors = factors
    self.order = order
  }

  /// Solves for one right-hand side.
  ///
  /// - Parameter rightHandSide: One number an equation.
  /// - Returns: The unknowns.
  /// - Throws: ``NumericalError/domain`` for another number of equations,
  ///   ``NumericalError/overflow`` where an unknown is not finite.
  /// - Complexity: O(size²).
  public func solution(of rightHandSide: [Double]) throws(NumericalError) -> [Double] {
    guard rightHandSide.count == size else { throw .domain }
    var unknowns = order.map { rightHandSide[$0] }
    for row in 0..<size {
      for column in 0..<row { unknowns[row] -= factors[row * size + column] * unknowns[column] }
    }
    for row in (0..<size).reversed() {
      for column in row + 1..<size {
        unknowns[row] -= factors[row * size + column] * unknowns[column]
      }
      unknowns[row] /= factors[row * size + row]
    }
    guard unknowns.allSatisfy(\.isFinite) else { throw .overflow }
    return unknowns
  }

  private static func largestRow(of factors: [Double], size: Int, column: Int) -> Int {
    var best = column
    for row in column..<size
    where abs(factors[row * size + column]) > abs(factors[best * size + column]) {
      best = row
    }
    return best
  }

  /// Subtracts multiples of the pivot's row from those below it.
  ///
  /// Nearly all of the time goes here, so the loop runs on the memory itself; all its indices lie within
  /// `size` × `size` entries.
  private static func eliminate(_ factors: inout [Double], size: Int, pivot: Int) {
    unsafe factors.withUnsafeMutableBufferPointer { factors in
      let pivotRow = unsafe UnsafeBufferPointer(
        rebasing: factors[pivot * size..<(pivot + 1) * size])
      for row in pivot + 1..<size {
        let target = unsafe UnsafeMutableBufferPointer(
          rebasing: factors[row * size..<(row + 1) * size])
        let factor = unsafe target[pivot] / pivotRow[pivot]
        guard factor != 0 else { continue }
        unsafe target[pivot] = factor
        for column in pivot + 1..<size { unsafe target[column] -= factor * pivotRow[column] }
      }
    }
  }
}
