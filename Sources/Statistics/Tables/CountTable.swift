/// A distribution of counts as a table of its cumulative probabilities.
///
/// Built by the recursion from one probability to the next, with basic IEEE operations only: neither
/// `exp` nor `log`, so that every machine has the same table. A draw is one search with one word.
public struct CountTable: Hashable, Sendable {
  /// Counts that a table goes up to.
  public static let limit = 1 << 20

  /// For each count the share of words below it or equal, in 2⁻³²; the last one is 2³².
  private let thresholds: [UInt64]
  /// The count that the first word of each of ``classCount`` classes stands for, and the last count.
  private let firstCounts: [Int32]
  private static let classCount = 64
  private static let classWidth: UInt32 = 1 << 26

  /// The Poisson distribution.
  ///
  /// - Parameter mean: Not negative; what is not counts as 0.
  /// - Returns: Its table, up to ``limit``.
  public static func poisson(mean: Double) -> CountTable {
    CountTable(start: mean) { count in mean / Double(count + 1) }
  }

  /// The binomial distribution.
  ///
  /// - Parameters:
  ///   - trials: From 0 to ``limit``; what lies outside counts as the nearer end.
  ///   - success: From 0 to 1; what lies outside counts as the nearer end.
  /// - Returns: Its table.
  public static func binomial(trials: Int, success: Double) -> CountTable {
    let trials = min(max(trials, 0), limit)
    guard success < 1 else { return CountTable(only: trials) }
    let odds = success / (1 - success)
    return CountTable(start: Double(trials) * success) { count in
      Double(trials - count) / Double(count + 1) * odds
    }
  }

  /// The negative binomial distribution: variance mean + mean² / size.
  ///
  /// - Parameters:
  ///   - mean: Not negative; what is not counts as 0.
  ///   - size: More than 0; otherwise the distribution is Poisson.
  /// - Returns: Its table, up to ``limit``.
  public static func negativeBinomial(mean: Double, size: Double) -> CountTable {
    guard size > 0, size.isFinite else { return .poisson(mean: mean) }
    let rate = mean / (mean + size)
    return CountTable(start: mean) { count in
      (Double(count) + size) / Double(count + 1) * rate
    }
  }

  /// Counts with their weights.
  ///
  /// - Parameter weights: The weight of 0, of 1 and so on; what is negative counts as 0, and what lies
  ///   beyond ``limit`` is left out. Without any weight the count is 0.
  public init(weights: [Int]) {
    let kept = weights.prefix(CountTable.limit + 1).map { Int128(max(0, $0)) }
    let total = kept.reduce(0, +)
    guard total > 0 else {
      self.init(only: 0)
      return
    }
    var sum = Int128(0)
    self.init(
      thresholds: kept.map { weight in
        sum += weight
        return UInt64((sum << 32) / total)
      })
  }

  private init(thresholds: [UInt64]) {
    self.thresholds = thresholds
    var firstCounts: [Int32] = []
    var count = 0
    for index in 0..<CountTable.classCount {
      let word = UInt64(index) * UInt64(CountTable.classWidth)
      while word >= thresholds[count] { count += 1 }
      firstCounts.append(Int32(truncatingIfNeeded: count))
    }
    self.firstCounts = firstCounts + [Int32(truncatingIfNeeded: thresholds.count - 1)]
  }

  /// A count that is certain.
  private init(only count: Int) {
    self.init(thresholds: Array(repeating: 0, count: count) + [1 << 32])
  }

  /// Builds the table outwards from the mean, where nothing underflows.
  ///
  /// - Parameters:
  ///   - mean: Where the recursion starts.
  ///   - ratio: The probability of a count's successor, divided by its own.
  private init(start mean: Double, ratio: (Int) -> Double) {
    guard mean > 0, mean.isFinite else {
      self.init(thresholds: [1 << 32])
      return
    }
    let start = Int(min(mean, Double(CountTable.limit)))
    var weights = [1.0]
    var count = start
    while count > 0 {
      count -= 1
      weights.append(weights[weights.count - 1] / ratio(count))
    }
    weights.reverse()
    // 2⁻³⁶ of the start: less than a word can tell.
    while let last = weights.last, last > 0x1p-36, weights.count <= CountTable.limit {
      weights.append(last * ratio(weights.count - 1))
    }
    // A distribution that ends has no count beyond its last one.
    while weights.count > 1, weights.last == 0 { weights.removeLast() }
    let total = weights.reduce(0, +)
    var sum = 0.0
    var thresholds = weights.map { weight in
      sum += weight
      return UInt64(min(sum / total, 1) * 0x1p32)
    }
    thresholds[thresholds.count - 1] = 1 << 32
    self.init(thresholds: thresholds)
  }

  /// The share of the words that stand for each count, from 0 on.
  public var probabilities: [Double] {
    zip(thresholds, [0] + thresholds).map { Double($0 - $1) * 0x1p-32 }
  }

  /// Whether all words stand for the same count.
  public var isCertain: Bool { count(for: 0) == count(for: .max) }

  /// The count that a random word stands for.
  ///
  /// - Complexity: O(log n) in the counts that the word's class has, which are few.
  public func count(for word: UInt32) -> Int {
    let index = Int(word / CountTable.classWidth)
    var (low, high) = (Int(firstCounts[index]), Int(firstCounts[index + 1]))
    while low < high {
      let middle = low + (high - low) / 2
      if UInt64(word) < thresholds[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
