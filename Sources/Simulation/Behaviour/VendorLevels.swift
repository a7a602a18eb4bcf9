import Statistics

/// How much higher or lower than others each vendor bids, as normal scores.
///
/// Each bid's place among all bids of the category is a normal score. The vendors' means of these vary
/// by chance as well, so each is drawn towards 0 by the share of its variance that is chance. Places,
/// not prices: a vendor's level never moves a bid at the reserve price above it.
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
    let variance = VarianceShare(
      of: NormalPlaces.scores(of: ratios.map(\.billionths)), groups: ratios.map(\.vendorIndex))
    guard variance.between > 0 else {
      self = .none(vendorCount: vendorCount)
      return
    }
    var levels = Array(repeating: 0.0, count: vendorCount)
    var square = 0.0
    for (vendor, count) in variance.counts.enumerated() where count > 0 {
      levels[vendor] =
        (variance.means[vendor] - variance.mean) * variance.between
        / (variance.between + variance.within / count)
      square += count * levels[vendor] * levels[vendor]
    }
    let share = square / Double(ratios.count)
    let shrink =
      share > VendorLevels.largestShare ? (VendorLevels.largestShare / share).squareRoot() : 1
    self.levels = levels.map { Int64(($0 * shrink * Double(NormalScores.one)).rounded()) }
    varianceShare = min(share, VendorLevels.largestShare)
  }
}
