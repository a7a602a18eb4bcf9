import Statistics

/// The place of each number among all as a normal score: what levels and correlations are estimated
/// from.
enum NormalPlaces {
  /// The score of each number, equal numbers sharing the middle of their places.
  ///
  /// - Complexity: O(n log n).
  static func scores(of numbers: [Int64]) -> [Double] {
    guard let table = NormalScores.shared else { return numbers.map { _ in 0 } }
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    var scores = Array(repeating: 0.0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      // (start + end) / 2 of n places, in 2⁻³².
      let word = UInt64(start + end) << 31 / UInt64(order.count)
      let score = Double(table.score(of: UInt32(clamping: word))) / Double(NormalScores.one)
      for place in start..<end { scores[order[place]] = score }
      start = end
    }
    return scores
  }
}

/// How much of the variance of some numbers lies between groups of them.
///
/// The method of moments for a random effect (Searle, Casella and McCulloch, *Variance Components*,
/// 1992, ch. 3).
struct VarianceShare {
  /// The variance between the groups, chance apart.
  let between: Double
  /// The variance within them.
  let within: Double
  /// The mean of each group, by its index; 0 for an empty one.
  let means: [Double]
  /// How many numbers each group has.
  let counts: [Double]
  /// The mean of all numbers.
  let mean: Double

  /// The share of the variance between the groups, from 0 to 1.
  var share: Double { between > 0 ? between / (between + within) : 0 }

  /// Estimates the variances; without two groups, or two numbers in one, nothing is between them.
  ///
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - groups: The group of each, by its index from 0 on.
  init(of numbers: [Double], groups: [Int]) {
    var sums = Array(repeating: 0.0, count: (groups.max() ?? -1) + 1)
    var counts = sums
    for (number, group) in zip(numbers, groups) {
      sums[group] += number
      counts[group] += 1
    }
    let total = Double(numbers.count)
    let means = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
    let mean = total > 0 ? sums.reduce(0, +) / total : 0
    let groupCount = Double(counts.count { $0 > 0 })
    (self.means, self.counts, self.mean) = (means, counts, mean)
    guard groupCount > 1, total > groupCount else {
      (between, within) = (0, 0)
      return
    }
    var (outer, inner) = (0.0, 0.0)
    for (group, count) in counts.enumerated() {
      outer += count * (means[group] - mean) * (means[group] - mean)
    }
    for (number, group) in zip(numbers, groups) {
      inner += (number - means[group]) * (number - means[group])
    }
    within = inner / (total - groupCount)
    let size = (total - counts.reduce(0) { $0 + $1 * $1 } / total) / (groupCount - 1)
    between = max(0, (outer / (groupCount - 1) - within) / size)
  }
}
