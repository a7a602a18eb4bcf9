import Statistics

/// How much higher or lower than others each vendor bids, as normal scores.
///
/// Each bid's place among all bids of the category is a normal score. The vendors' means of these vary
/// by chance as well, so each is drawn towards 0 by the share of its variance that is chance: the
/// method of moments for a random effect (Searle, Casella and McCulloch, *Variance Components*, 1992,
/// ch. 3). Places, not prices: a vendor's level never moves a bid at the reserve price above it.
struct VendorLevels {
  /// The level of each vendor, by its index; in 2⁻²⁴.
  let levels: [Int64]
  /// The share of the variance of all scores that the levels make up, from 0 to below 1.
  let varianceShare: Double

  /// No vendor has a level of its own.
  static func none(vendorCount: Int) -> VendorLevels {
    VendorLevels(levels: Array(repeating: 0, count: vendorCount), varianceShare: 0)
  }

  /// The most that levels may make up of the variance, so that something is left to each bid.
  private static let largestShare = 0.95

  private init(levels: [Int64], varianceShare: Double) {
    self.levels = levels
    self.varianceShare = varianceShare
  }

  /// Estimates the levels.
  ///
  /// - Complexity: O(bids log bids).
  init(of ratios: [PastLots.Ratio], vendorCount: Int) {
    guard let scores = VendorLevels.scores(of: ratios) else {
      self = .none(vendorCount: vendorCount)
      return
    }
    var groups = Array(repeating: [Double](), count: vendorCount)
    for (ratio, score) in zip(ratios, scores) { groups[ratio.vendorIndex].append(score) }
    let counts = groups.map { Double($0.count) }
    let vendors = Double(counts.count { $0 > 0 })
    let total = Double(ratios.count)
    guard vendors > 1, total > vendors else {
      self = .none(vendorCount: vendorCount)
      return
    }
    let means = groups.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) }
    let mean = zip(counts, means).reduce(0) { $0 + $1.0 * $1.1 } / total
    var (between, within) = (0.0, 0.0)
    for (index, group) in groups.enumerated() {
      between += counts[index] * (means[index] - mean) * (means[index] - mean)
      for score in group { within += (score - means[index]) * (score - means[index]) }
    }
    let chance = within / (total - vendors)
    let size = (total - counts.reduce(0) { $0 + $1 * $1 } / total) / (vendors - 1)
    let variance = max(0, (between / (vendors - 1) - chance) / size)
    guard variance > 0 else {
      self = .none(vendorCount: vendorCount)
      return
    }
    let levels = zip(counts, means).map { count, own in
      count > 0 ? (own - mean) * variance / (variance + chance / count) : 0
    }
    let share =
      zip(counts, levels).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / total
    let shrink =
      share > VendorLevels.largestShare
      ? (VendorLevels.largestShare / share).squareRoot() : 1
    self.levels = levels.map { Int64(($0 * shrink * Double(NormalScores.one)).rounded()) }
    varianceShare = min(share, VendorLevels.largestShare)
  }

  /// The normal score of each bid's place; equal bids share the middle of their places.
  private static func scores(of ratios: [PastLots.Ratio]) -> [Double]? {
    guard let table = NormalScores.shared else { return nil }
    let order = ratios.indices.sorted {
      (ratios[$0].billionths, $0) < (ratios[$1].billionths, $1)
    }
    var scores = Array(repeating: 0.0, count: ratios.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count,
        ratios[order[end]].billionths == ratios[order[start]].billionths
      {
        end += 1
      }
      // (start + end) / 2 of n places, in 2⁻³².
      let word = UInt64(start + end) << 31 / UInt64(order.count)
      let score = Double(table.score(of: UInt32(clamping: word))) / Double(NormalScores.one)
      for place in start..<end { scores[order[place]] = score }
      start = end
    }
    return scores
  }
}
