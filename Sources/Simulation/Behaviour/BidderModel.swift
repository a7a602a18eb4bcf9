import Statistics

/// How vendors bid for an item of one category: how many, which ones, at which part of the reserve.
struct BidderModel: Hashable, Sendable {
  /// How many bid.
  enum Entry: Hashable, Sendable {
    /// A number that is drawn first; the vendors follow.
    case counted(EntryCounts)
    /// Every candidate decides for itself: it bids where its word is below this one, of 2³². The word
    /// stands for its cost, so the words below are stretched over all ratios.
    case byWord(below: UInt64)
  }

  /// A vendor that may bid.
  struct Candidate: Hashable, Sendable {
    /// The vendor, by its index among all.
    let vendorIndex: Int
    /// How likely it bids beside the others; more than 0.
    let weight: Int
    /// What is added to the normal score of its bids, in 2⁻²⁴: above 0 bids higher than others.
    var level: Int64 = 0
  }

  /// What a bid's normal score is made of: the weighted sum of three scores, and the vendor's level.
  struct Factors: Hashable, Sendable {
    /// Weights in 2⁻³⁰.
    static let one: Int64 = 1 << 30

    /// The weight of a score that all bids of a vendor share in a draw.
    let vendorWeight: Int64
    /// The weight of a score that all bids for an item share in a draw.
    let itemWeight: Int64
    /// The weight of the bid's own score.
    let ownWeight: Int64
  }

  /// The number of bids.
  let entry: Entry
  /// The vendors that may bid.
  let candidates: [Candidate]
  /// What a bid is as a part of the reserve price.
  let ratios: BidRatios
  /// Words below this one, of 2³², stand for a bid that is disqualified.
  let disqualifiedBelow: UInt64
  /// What makes bids alike; `nil` where each stands alone.
  let factors: Factors?
  /// Whether a bid keeps its amount where a scenario changes the reserve price.
  let keepsAmounts: Bool

  init(
    entry: Entry, candidates: [Candidate], ratios: BidRatios, disqualifiedBelow: UInt64 = 0,
    factors: Factors? = nil, keepsAmounts: Bool = false
  ) {
    self.entry = entry
    self.candidates = candidates
    self.ratios = ratios
    self.disqualifiedBelow = disqualifiedBelow
    self.factors = factors
    self.keepsAmounts = keepsAmounts
  }

  /// The probability of no bid, of one, of two and so on, up to the most.
  var bidCountProbabilities: [Double] {
    switch entry {
    case .counted(let counts): return counts.probabilities(among: candidates.count)
    case .byWord(let limit):
      let table = CountTable.binomial(
        trials: candidates.count, success: Double(limit) * 0x1p-32)
      return (0...candidates.count).map {
        table.probabilities.indices.contains($0) ? table.probabilities[$0] : 0
      }
    }
  }

  /// The word that a bidder's ratio is looked up by.
  func ratioWord(of word: UInt32) -> UInt32 {
    guard case .byWord(let limit) = entry, limit < 1 << 32, limit > 0 else { return word }
    return UInt32(truncatingIfNeeded: UInt64(word) << 32 / limit)
  }

  /// The most bids for an item.
  var mostBids: Int { candidates.count }
}

/// The number of bids for an item.
struct EntryCounts: Hashable, Sendable {
  /// Where the numbers come from.
  enum Source: Hashable, Sendable {
    /// The counts of past lots, each equally likely.
    case observed([Int])
    /// A distribution.
    case table(CountTable)
  }

  let source: Source
  /// Bids more, or fewer, than drawn.
  var shift = 0

  /// The probability of no bid, of one, of two and so on.
  func probabilities(among candidates: Int) -> [Double] {
    let drawn: [(count: Int, probability: Double)] =
      switch source {
      case .observed(let counts):
        counts.isEmpty ? [(0, 1)] : counts.map { ($0, 1 / Double(counts.count)) }
      case .table(let table):
        table.probabilities.enumerated().map { ($0.offset, $0.element) }
      }
    var probabilities = Array(repeating: 0.0, count: candidates + 1)
    for (count, probability) in drawn {
      probabilities[min(max(count + shift, 0), candidates)] += probability
    }
    return probabilities
  }

  /// The number that a word stands for, from 0 to the number of candidates.
  func count(for word: UInt32, among candidates: Int) -> Int {
    let drawn =
      switch source {
      case .observed(let counts): counts.isEmpty ? 0 : counts[word.scaled(below: counts.count)]
      case .table(let table): table.count(for: word)
      }
    return min(max(drawn + shift, 0), candidates)
  }
}
