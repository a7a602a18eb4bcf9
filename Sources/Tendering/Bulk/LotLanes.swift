import CTableKernels

/// The bids of one small lot, a lane each, in input order: ranked by comparing all with all, eight at a
/// time and without a branch.
struct LotLanes {
  /// The most bids.
  static let mostCount = Int(AWARDSIM_MOST_BIDS)

  private var lot = awardsim_lot()
  private var count = 0
  /// The number of valid bids.
  private(set) var validCount = 0

  init() {}

  /// Ranks the bids whose price is above zero and not above the reserve.
  ///
  /// - Returns: Whether the lot is a small one, and no price too far below the reserve.
  @inline(__always)
  mutating func rank(_ prices: Span<Int64>, count: Int, reservePrice: Int64) -> Bool {
    guard count <= min(LotLanes.mostCount, prices.count) else { return false }
    self.count = count
    validCount = unsafe prices.withUnsafeBufferPointer { prices in
      unsafe Int(awardsim_rank_lot(prices.baseAddress, count, reservePrice, &lot))
    }
    return validCount >= 0
  }

  /// The bids whose rank is within the cutoff: how many, and the highest rank.
  @inline(__always)
  mutating func covered(by cutoffCount: Int32) -> (count: Int, lastRank: Int32) {
    var lastRank: Int32 = 0
    let covered = unsafe awardsim_covered_bids(&lot, count, cutoffCount, &lastRank)
    return (Int(covered), lastRank)
  }

  /// Writes the verdicts.
  @inline(__always)
  mutating func write(
    _ cut: LotCut, reservePrice: Int64, into verdicts: inout MutableSpan<UInt32>
  ) {
    guard count <= verdicts.count else { return }
    // A margin above a limit's own has a price below the limit.
    var words = awardsim_cut(
      cutoff: cut.count, tied_rank: cut.tiedRank,
      total_margin: Int32(clamping: reservePrice &- cut.totalLimit),
      item_margin: Int32(clamping: reservePrice &- cut.itemLimit),
      within: PackedVerdict.kind(.withinCutoff, flags: 0),
      tied: PackedVerdict.kind(cut.tied, flags: 0),
      beyond: PackedVerdict.kind(.beyondCutoff, flags: 0),
      above: PackedVerdict(.aboveReserve).rawValue,
      disqualified: PackedVerdict(.disqualified).rawValue,
      rank_shift: PackedVerdict.kindBits)
    unsafe verdicts.withUnsafeMutableBufferPointer { verdicts in
      unsafe awardsim_judge_lot(&lot, count, &words, verdicts.baseAddress)
    }
  }
}
