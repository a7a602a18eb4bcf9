extension CountTable {
  /// The counts that many words stand for, as ``count(for:)`` has them.
  ///
  /// - Parameters:
  ///   - counts: Room for a count each. More room is made where it is needed.
  ///   - words: At least `count` words.
  ///   - count: How many there are.
  /// - Complexity: O(count).
  public func fill(_ counts: inout [Int32], words: [UInt32], count: Int) {
    let count = max(0, min(count, words.count))
    counts.makeRoom(count)
    guard !isCertain else {
      let only = Int32(truncatingIfNeeded: self.count(for: 0))
      for index in 0..<count { counts[index] = only }
      return
    }
    for index in 0..<count {
      counts[index] = Int32(truncatingIfNeeded: self.count(for: words[index]))
    }
  }
}
