import Statistics

/// What all bids of a vendor share in a draw, as normal scores, for some draws: the lanes.
struct VendorScores {
  /// The stream of random words of vendors.
  static let stream: UInt32 = 3

  private var scores: [Int32] = []
  private var laneCount = 0

  /// Draws a score for each vendor and lane.
  mutating func draw(vendorCount: Int, random: Luck, draws: Range<UInt32>) {
    laneCount = draws.count
    scores.removeAll(keepingCapacity: true)
    guard let table = NormalScores.shared else { return }
    for vendor in 0..<vendorCount {
      for draw in draws {
        let word = random.block(unit: UInt32(truncatingIfNeeded: vendor), draw: draw, slot: 0)[0]
        scores.append(Int32(clamping: table.score(of: word)))
      }
    }
  }

  /// The score of a vendor in 2⁻²⁴; 0 where none were drawn.
  func score(ofVendor vendor: Int, lane: Int) -> Int64 {
    let index = vendor * laneCount + lane
    return index < scores.count ? Int64(scores[index]) : 0
  }
}
