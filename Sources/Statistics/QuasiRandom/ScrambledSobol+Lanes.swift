import CDrawKernels

extension ScrambledSobol {
  /// The places of many draws at once in the sequence, as ``place(unit:index:)`` has them.
  ///
  /// - Parameters:
  ///   - places: Room for a number a draw. More room is made where it is needed.
  ///   - units: What has luck of its own, for each draw.
  ///   - indices: The number of each draw.
  /// - Complexity: O(draws), several at a time.
  public func fill(_ places: inout [UInt32], units: [UInt32], indices: [UInt32]) {
    let count = min(units.count, indices.count)
    places.makeRoom(count)
    unsafe awardsim_sobol_places(seed, stream, units, indices, count, &places)
  }

  /// The words of consecutive dimensions at many places at once, as ``word(at:dimension:)`` has them.
  ///
  /// - Parameters:
  ///   - rows: Room for a row of words a dimension. More room is made where it is needed.
  ///   - units: What has luck of its own, for each draw.
  ///   - places: Where each draw lies in the sequence.
  ///   - dimensions: From 0 to below ``dimensionCount``; those beyond are left out.
  /// - Complexity: O(draws · dimensions), several draws at a time.
  public func fill(
    _ rows: inout [UInt32], units: [UInt32], places: [UInt32], dimensions: Range<Int>
  ) {
    let kept = dimensions.clamped(to: 0..<dimensionCount)
    let count = min(units.count, places.count)
    rows.makeRoom(count * kept.count)
    unsafe awardsim_sobol_rows(
      seed, stream, units, places, count, UInt32(truncatingIfNeeded: kept.lowerBound), kept.count,
      sequence.sums, &rows)
  }
}
