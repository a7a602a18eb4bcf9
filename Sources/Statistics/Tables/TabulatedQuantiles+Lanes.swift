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

  /// The same in half the room, where all numbers are from 0 to below 2³¹ − 1.
  ///
  /// - Parameters:
  ///   - parts: Room for a number each. More room is made where it is needed.
  ///   - words: At least `count` words.
  ///   - count: How many there are.
  /// - Returns: Whether the numbers are small enough; otherwise nothing is looked up.
  /// - Complexity: O(count), several at a time.
  public func fill(_ parts: inout [Int32], words: [UInt32], count: Int) -> Bool {
    guard !classes.isEmpty else { return false }
    let count = max(0, min(count, words.count))
    parts.makeRoom(count)
    unsafe awardsim_tabulated_parts(classes, words, count, &parts)
    return true
  }

  /// The classes of distances to both ends by the digits of a distance: its width, then the six digits
  /// behind the first one.
  static func classes(_ lower: [Int64], _ upper: [Int64]) -> [UInt64] {
    let range = 0..<Int64(Int32.max)
    guard lower.allSatisfy(range.contains), upper.allSatisfy(range.contains) else { return [] }
    return [lower, upper].flatMap { numbers in
      (0..<32 << 6).map { index in
        let (width, digits) = (index >> 6, index & 63)
        guard width > 6 else {
          // Distances below 64 have a class each, of which no word is beyond the first distance.
          return UInt64(numbers[width == 0 ? 0 : (64 + digits) >> (7 - width)])
        }
        let place = (width - 6) << 6 + digits
        let rise = Int32(numbers[place + 1] - numbers[place])
        return UInt64(UInt32(bitPattern: rise)) << 32 | UInt64(numbers[place])
      }
    }
  }
}

extension TabulatedQuantiles {
  /// By the numbers; the classes follow from them.
  public static func == (left: Self, right: Self) -> Bool {
    left.lower == right.lower && left.upper == right.upper
  }

  /// Hashes the numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(lower)
    hasher.combine(upper)
  }
}
