import CBoostMath

/// The points of Sobol in the unit cube, by their place in the sequence.
///
/// The direction numbers are those of Joe and Kuo, *Constructing Sobol sequences with better
/// two-dimensional projections* (SIAM Journal on Scientific Computing 30, 2008), as Boost.Random has
/// them. Points stand in natural order: each binary digit of the index that is 1 adds its direction
/// number without carry. Gray order, which others use, has the same points in each 2ᵏ.
@usableFromInline
struct SobolSequence: Hashable, Sendable {
  /// The number of dimensions.
  @usableFromInline let dimensionCount: Int
  /// For each dimension and each four digits of an index, from the lowest on, what the sixteen values
  /// of these digits add.
  @usableFromInline let sums: [UInt32]

  /// Tabulates the directions.
  ///
  /// - Parameter dimensionCount: From 1 to ``ScrambledSobol/dimensionLimit``.
  /// - Throws: ``NumericalError/domain`` outside these.
  init(dimensionCount: Int) throws(NumericalError) {
    guard 1...ScrambledSobol.dimensionLimit ~= dimensionCount else { throw .domain }
    var directions = [UInt32](repeating: 0, count: 32 * dimensionCount)
    let status = unsafe directions.withUnsafeMutableBufferPointer { buffer in
      unsafe awardsim_sobol_directions(UInt32(dimensionCount), buffer.baseAddress)
    }
    try NumericalError.check(status)
    self.dimensionCount = dimensionCount
    var sums: [UInt32] = []
    for start in stride(from: 0, to: directions.count, by: 4) {
      for digits in 0..<16 {
        var sum: UInt32 = 0
        for bit in 0..<4 where digits >> bit & 1 == 1 { sum ^= directions[start + bit] }
        sums.append(sum)
      }
    }
    self.sums = sums
  }

  /// The coordinate of a point, in 2⁻³².
  ///
  /// - Parameters:
  ///   - index: The place in the sequence; the point 0 is the origin.
  ///   - dimension: From 0 to below ``dimensionCount``.
  /// - Returns: The coordinate.
  /// - Complexity: O(1), eight look-ups.
  @inlinable
  func word(at index: UInt32, dimension: Int) -> UInt32 {
    var word: UInt32 = 0
    var digits = Int(index)
    var place = dimension * 128
    for _ in 0..<8 {
      word ^= sums[place + digits & 15]
      digits >>= 4
      place += 16
    }
    return word
  }
}
