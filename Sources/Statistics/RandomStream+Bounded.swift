extension RandomStream {
  /// The next whole number below a bound, each equally likely.
  ///
  /// By multiplication with rejection: Lemire, *Fast random integer generation in an interval* (ACM
  /// TOMACS 29, 2019).
  ///
  /// - Returns: A number in 0..<bound; 0 when the bound is 0.
  @inlinable
  public mutating func next(below bound: UInt32) -> UInt32 {
    var product = UInt64(nextWord()) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let rejected = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < rejected {
        product = UInt64(nextWord()) &* UInt64(bound)
      }
    }
    return UInt32(truncatingIfNeeded: product >> 32)
  }

  /// The next whole number below a bound, each equally likely.
  ///
  /// - Returns: A number in 0..<bound; 0 when the bound is less than 1.
  @inlinable
  public mutating func next(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    if let narrow = UInt32(exactly: bound) { return Int(next(below: narrow)) }
    let wide = UInt64(bound)
    var product = next().multipliedFullWidth(by: wide)
    if product.low < wide {
      let rejected = (0 &- wide) % wide
      while product.low < rejected { product = next().multipliedFullWidth(by: wide) }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  /// The elements in random order, each order equally likely.
  ///
  /// Fisher and Yates from the last place down, one bounded number a place.
  ///
  /// - Complexity: O(n).
  @inlinable
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, next(below: last + 1))
    }
    return result
  }
}
