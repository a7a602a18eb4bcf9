import Statistics

/// How vendors bid for an item of one category: how many, which ones, at which part of the reserve.
struct BidderModel: Sendable {
  /// How many bid.
  enum Entry: Sendable {
    /// The counts of past lots, each equally likely.
    case observed([Int])
    /// A distribution.
    case table(CountTable)

    func count(for word: UInt32) -> Int {
      switch self {
      case .observed(let counts):
        counts.isEmpty ? 0 : counts[word.scaled(below: counts.count)]
      case .table(let table): table.count(for: word)
      }
    }
  }

  /// A vendor that may bid, with its weight: the number of its past bids.
  struct Candidate: Hashable, Sendable {
    /// The vendor, by its index among all.
    let vendorIndex: Int
    /// More than 0.
    let weight: Int
  }

  /// The number of bids.
  let entry: Entry
  /// What a bid is as a part of the reserve price.
  let ratios: BidRatios
  /// The vendors that may bid.
  let candidates: [Candidate]

  /// Draws the vendors, each at most once, the likelier the larger its weight among those left.
  ///
  /// - Parameters:
  ///   - count: How many vendors bid.
  ///   - word: The random word of each place.
  /// - Returns: Indices among all vendors; as many as asked for, or as there are.
  /// - Complexity: O(count · vendors).
  func vendors(count: Int, word: (Int) -> UInt32) -> [Int] {
    var left = candidates
    var total = left.reduce(0) { $0 + $1.weight }
    var drawn: [Int] = []
    for place in 0..<min(count, left.count) {
      var target = word(place).scaled(below: total)
      var index = 0
      while index < left.count - 1, target >= left[index].weight {
        target -= left[index].weight
        index += 1
      }
      total -= left[index].weight
      drawn.append(left[index].vendorIndex)
      left.remove(at: index)
    }
    return drawn
  }
}
