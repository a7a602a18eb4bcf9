/// Splits whole totals without losing or inventing a unit.
enum Apportionment {
  /// The part of `total` that falls to `range` when it is spread evenly over `length` places.
  static func quota(of total: Int, over length: Int, to range: Range<Int>) -> Int {
    func upTo(_ place: Int) -> Int { Int(Int128(total) * Int128(place) / Int128(length)) }
    return upTo(range.upperBound) - upTo(range.lowerBound)
  }

  /// Splits a total in proportion to weights, within a least and a most for each place.
  ///
  /// Cumulated shares are rounded down, so that the parts add up. Where the total is below the sum of
  /// the least parts there is no least; where it is above the sum of the most, the rest is left out.
  ///
  /// - Parameters:
  ///   - total: Not negative.
  ///   - weights: One for each place, not negative.
  ///   - bounds: One for each place.
  /// - Returns: The part of each place.
  /// - Complexity: O(places²) at worst.
  static func split(_ total: Int, weights: [Int], bounds: [ClosedRange<Int>]) -> [Int] {
    let least = bounds.reduce(0) { $0 + $1.lowerBound }
    var parts = bounds.map { least <= total ? $0.lowerBound : 0 }
    var rest = least <= total ? total - least : total
    while rest > 0 {
      let open = parts.indices.filter { parts[$0] < bounds[$0].upperBound && weights[$0] > 0 }
      let sum = open.reduce(0) { $0 + weights[$1] }
      guard sum > 0 else { break }
      var (given, cumulated, shared) = (0, 0, 0)
      for place in open {
        cumulated += weights[place]
        let upTo = Int(Int128(rest) * Int128(cumulated) / Int128(sum))
        let part = min(upTo - shared, bounds[place].upperBound - parts[place])
        shared = upTo
        parts[place] += part
        given += part
      }
      rest -= given
    }
    return parts
  }
}
