import Statistics

/// Who bids for one item in one draw, at which part of the reserve: the same in every scenario.
struct BiddingLuck: Sendable {
  /// The stream of random words that bidding uses.
  static let stream: UInt32 = 1

  /// The bidders, by their indices among all vendors.
  let vendorIndices: [Int]
  /// The bid of each.
  let bids: [BidRatios.Observed]
  /// The lot number of each: among equal bids the lowest ones win.
  let lotNumbers: [UInt32]

  /// Draws the bidders: slot 0 their number, slot 1 + i the i-th one, its ratio and its lot.
  init(_ model: BidderModel, random: CountedRandom, item: UInt32, draw: UInt32) {
    let wanted = model.entry.count(for: random.block(unit: item, draw: draw, slot: 0)[0])
    let count = min(wanted, model.candidates.count)
    let blocks = (0..<count).map { place in
      random.block(unit: item, draw: draw, slot: UInt32(truncatingIfNeeded: place + 1))
    }
    let drawn = model.vendors(count: count) { blocks[$0][0] }
    bids = blocks.compactMap { model.ratios.bid(for: $0[1]) }
    // Without anything to draw a ratio from nobody bids.
    vendorIndices = bids.isEmpty ? [] : drawn
    lotNumbers = blocks.map { $0[2] }
  }
}
