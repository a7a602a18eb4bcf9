import CDrawKernels
import Statistics

/// The candidates of a bidder model, drawn by weight without replacement.
///
/// A draw looks one up in a table of aliases (Walker, *An efficient method for generating discrete
/// random variables with general distributions*, ACM TOMS 3, 1977) and tries again with a hash of its
/// word where that one is taken. After eight tries it goes through those that are left. All ways have
/// the same distribution: that of the weights among those left.
struct CandidateTable: Sendable {
  /// The tries before those left are gone through.
  static let tries: UInt32 = 8

  /// The vendor of each candidate, by its index among all vendors.
  let vendors: [Int32]
  /// What is added to the normal score of each candidate's bids.
  let levels: [Int64]
  /// The vendors of the candidates, 64 a word.
  let vendorSet: VendorSet
  private let weights: [Int64]
  private let total: Int64
  /// Of the words of a class, those below the threshold stand for its own candidate.
  private let thresholds: [UInt32]
  /// The others stand for this one.
  private let aliases: [UInt32]

  init(_ candidates: [BidderModel.Candidate]) {
    vendors = candidates.map { Int32(truncatingIfNeeded: $0.vendorIndex) }
    levels = candidates.map(\.level)
    vendorSet = VendorSet(vendors)
    weights = candidates.map { Int64($0.weight) }
    total = weights.reduce(0, +)
    (thresholds, aliases) = CandidateTable.classes(weights, total: total)
  }

  /// Fills up each class of words that a candidate's weight does not fill with one that has more.
  private static func classes(
    _ weights: [Int64], total: Int64
  ) -> (thresholds: [UInt32], aliases: [UInt32]) {
    var left = weights.map { Int128($0) * Int128(weights.count) }
    let whole = Int128(total)
    var thresholds = weights.map { _ in UInt32.max }
    var aliases = weights.indices.map { UInt32(truncatingIfNeeded: $0) }
    var small = left.indices.filter { left[$0] < whole }
    var large = left.indices.filter { left[$0] >= whole }
    while let own = small.popLast(), let other = large.last {
      thresholds[own] = UInt32(clamping: left[own] << 32 / whole)
      aliases[own] = UInt32(truncatingIfNeeded: other)
      left[other] -= whole - left[own]
      if left[other] < whole {
        large.removeLast()
        small.append(other)
      }
    }
    return (thresholds, aliases)
  }

  /// The candidate that a word stands for among all.
  func candidate(for word: UInt32) -> Int {
    let product = UInt64(word) * UInt64(thresholds.count)
    let index = Int(product >> 32)
    return UInt32(truncatingIfNeeded: product) < thresholds[index] ? index : Int(aliases[index])
  }

  /// Draws so many candidates, one after the other.
  ///
  /// - Parameters:
  ///   - count: At most the number of candidates; where all are drawn they stand in their order.
  ///   - word: The word of each place.
  /// - Returns: The candidates by their indices.
  /// - Complexity: O(count), near the number of candidates O(count · candidates).
  func pick(_ count: Int, word: (Int) -> UInt32) -> [Int] {
    guard count < weights.count else { return Array(weights.indices) }
    var taken: Set<Int> = []
    var picked: [Int] = []
    for place in 0..<count {
      let own = word(place)
      let hashes = (1...CandidateTable.tries).map { (own &+ $0 &* 0x9E37_79B9).mixed }
      let tried = ([own] + hashes.dropLast()).map { candidate(for: $0) }
      let free = tried.first { !taken.contains($0) }
      let next = free ?? candidate(beside: taken, word: hashes[hashes.count - 1])
      taken.insert(next)
      picked.append(next)
    }
    return picked
  }

  /// The candidate that a word stands for among those that are not taken.
  private func candidate(beside taken: Set<Int>, word: UInt32) -> Int {
    let left = weights.indices.filter { !taken.contains($0) }
    var target = Int64(word.scaled(below: Int(left.reduce(0) { $0 + weights[$1] })))
    for candidate in left {
      target -= weights[candidate]
      if target < 0 { return candidate }
    }
    return left[left.count - 1]
  }
}

/// What drawing candidates in many lanes needs.
struct CandidatePicker {
  private var taken: [UInt32] = []
  private var stamp: UInt32 = 1

  /// Draws the candidates of each lane, as ``CandidateTable/pick(_:word:)`` does.
  ///
  /// - Parameters:
  ///   - table: The candidates.
  ///   - words: A row of words for each place.
  ///   - counts: How many are drawn in each lane.
  ///   - places: The most of these.
  ///   - picked: Rows for the candidates; 0 beyond the count of a lane.
  mutating func pick(
    _ table: CandidateTable, words: [UInt32], counts: [Int32], places: Int,
    _ picked: inout [Int32]
  ) {
    picked.makeRoom(counts.count * places)
    if taken.count < table.vendors.count || stamp > .max / 2 {
      taken = Array(repeating: 0, count: table.vendors.count)
      stamp = 1
    }
    table.fill(&picked, words, counts, places, &taken, stamp)
    stamp += UInt32(truncatingIfNeeded: counts.count)
  }
}

extension CandidateTable {
  fileprivate func fill(
    _ picked: inout [Int32], _ words: [UInt32], _ counts: [Int32], _ places: Int,
    _ taken: inout [UInt32], _ stamp: UInt32
  ) {
    unsafe awardsim_pick_candidates(
      words, counts, counts.count, places, thresholds, aliases, weights,
      UInt32(truncatingIfNeeded: weights.count), total, &taken, stamp, &picked)
  }
}
