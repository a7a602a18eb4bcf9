import Statistics

/// Who bids for one item, at which part of the reserve, in each of some draws: the lanes.
///
/// Words of slot 0: how many bid, the item's common factor. Of slot 1 + i: the i-th bidder (or, where
/// every candidate decides for itself, the i-th candidate), its ratio, its lot, its disqualification.
struct BidLanes {
  /// The stream of random words that bidding uses.
  static let stream: UInt32 = 1
  /// The ratio of a disqualified bid.
  static let disqualified: Int64 = -1

  /// Places of a lane in the arrays below.
  private(set) var stride = 0
  /// Bids submitted in each lane.
  private(set) var counts: [Int] = []
  /// The bidder of each place, by its index among all vendors.
  private(set) var vendors: [Int32] = []
  /// Bid ÷ reserve price in 10⁻⁹, or ``disqualified``.
  private(set) var ratios: [Int64] = []
  /// The lot number of each bid: among equal bids the lowest ones win.
  private(set) var lots: [UInt32] = []

  private var weights: [Int] = []
  private var bidders: [Bidder] = []

  /// A candidate that bids, with its random words.
  private struct Bidder {
    let candidate: Int
    let words: SIMD4<UInt32>
  }

  /// Creates lanes that hold nothing yet.
  init() {}

  /// Creates lanes of given bids.
  init(_ given: [[(vendor: Int32, ratio: Int64, lot: UInt32)]]) {
    makeRoom(lanes: given.count, stride: given.map(\.count).max() ?? 0)
    for (lane, bids) in given.enumerated() {
      counts[lane] = bids.count
      for (place, bid) in bids.enumerated() {
        let index = lane * stride + place
        (vendors[index], ratios[index], lots[index]) = (bid.vendor, bid.ratio, bid.lot)
      }
    }
  }

  /// Draws the bids for an item.
  ///
  /// - Parameters:
  ///   - model: How vendors bid.
  ///   - random: The random words of bidding.
  ///   - item: The item, by its index.
  ///   - draws: One draw a lane.
  ///   - vendorScores: The common scores of the vendors in each lane.
  mutating func draw(
    _ model: BidderModel, random: Luck, item: UInt32, draws: Range<UInt32>,
    vendorScores: VendorScores
  ) {
    makeRoom(lanes: draws.count, stride: model.mostBids)
    for (lane, draw) in draws.enumerated() {
      let first = random.block(unit: item, draw: draw, slot: 0)
      switch model.entry {
      case .counted(let entry):
        let count = entry.count(for: first[0], among: model.mostBids)
        pickBidders(count, model) { random.block(unit: item, draw: draw, slot: $0) }
      case .byWord(let limit):
        pickBidders(below: limit, model) { random.block(unit: item, draw: draw, slot: $0) }
      }
      counts[lane] = bidders.count
      for (place, bidder) in bidders.enumerated() {
        let candidate = model.candidates[bidder.candidate]
        let index = lane * stride + place
        vendors[index] = Int32(truncatingIfNeeded: candidate.vendorIndex)
        lots[index] = bidder.words[2]
        ratios[index] = model.ratio(
          of: candidate, words: bidder.words, itemWord: first[1],
          vendorScore: vendorScores.score(ofVendor: candidate.vendorIndex, lane: lane))
      }
    }
  }

  /// Takes so many candidates, without replacement.
  private mutating func pickBidders(
    _ count: Int, _ model: BidderModel, block: (UInt32) -> SIMD4<UInt32>
  ) {
    bidders.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    for candidate in model.candidates { weights.append(candidate.weight) }
    var total = model.totalWeight
    for place in 0..<count {
      let words = block(UInt32(truncatingIfNeeded: place) + 1)
      let candidate = BidderModel.takeCandidate(from: &weights, total: &total, word: words[0])
      bidders.append(Bidder(candidate: candidate, words: words))
    }
  }

  /// Takes the candidates whose own word says that they bid.
  private mutating func pickBidders(
    below limit: UInt64, _ model: BidderModel, block: (UInt32) -> SIMD4<UInt32>
  ) {
    bidders.removeAll(keepingCapacity: true)
    for candidate in model.candidates.indices {
      let words = block(UInt32(truncatingIfNeeded: candidate) + 1)
      guard UInt64(words[1]) < limit else { continue }
      bidders.append(Bidder(candidate: candidate, words: words))
    }
  }

  private mutating func makeRoom(lanes: Int, stride: Int) {
    self.stride = stride
    if counts.count < lanes { counts = Array(repeating: 0, count: lanes) }
    guard vendors.count < lanes * stride else { return }
    vendors = Array(repeating: 0, count: lanes * stride)
    ratios = Array(repeating: 0, count: lanes * stride)
    lots = Array(repeating: 0, count: lanes * stride)
  }
}

extension BidderModel {
  /// Bid ÷ reserve price in 10⁻⁹, or ``BidLanes/disqualified``.
  fileprivate func ratio(
    of candidate: Candidate, words: SIMD4<UInt32>, itemWord: UInt32, vendorScore: Int64
  ) -> Int64 {
    guard UInt64(words[3]) >= disqualifiedBelow else { return BidLanes.disqualified }
    guard let factors, let scores = NormalScores.shared else {
      return ratios.ratio(for: ratioWord(of: words[1]))
    }
    let parts =
      factors.vendorWeight * vendorScore + factors.itemWeight * scores.score(of: itemWord)
      + factors.ownWeight * scores.score(of: words[1])
    return ratios.ratio(for: scores.word(ofScore: candidate.level + parts / Factors.one))
  }
}
