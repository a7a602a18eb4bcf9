import CDrawKernels

extension TabulatedQuantiles {
  /// The numbers that many words stand for, as ``number(for:)`` has them.
  ///
  /// - Parameters:
  ///   - numbers: Room for a number each. More room is made where it is needed.
  ///   - words: At least `count` words.
  ///   - count: How many there are.
  /// - Complexity: O(count), several at a time.
  public func fill(_ numbers: inout [Int64], words: [UInt32], count: Int) {
    let count = max(0, min(count, words.count))
    numbers.makeRoom(count)
    unsafe awardsim_tabulated_numbers(lower, upper, words, count, &numbers)
  }
}
