public import Quantities

/// What all items together come to under one share and rounding.
public struct CutoffTotal: Hashable, Sendable {
  /// The share and the rounding.
  public let reading: CutoffReading
  /// Items on which a valid bid is not awarded, or waits for the decision of a tie.
  public internal(set) var bitingItemCount = 0
  /// Items on which every valid bid wins.
  public internal(set) var openItemCount = 0
  /// Items without a valid bid.
  public internal(set) var emptyItemCount = 0
  /// Items with an undecided tie.
  public internal(set) var pendingItemCount = 0
  /// Bids awarded.
  public internal(set) var winnerCount = 0
  /// Bids in undecided ties.
  public internal(set) var pendingCount = 0
  /// The sum of all contract prices; pending bids are not in it.
  public internal(set) var awardedSum: ItemCutoff.CheckedSum = .success(.zero)
  /// Items on which a padding bid lets more of the original bidders win; undecided ones are left out.
  public internal(set) var paddingGainItemCount = 0
  /// Items on which the padding bid wins itself.
  public internal(set) var paddingWinItemCount = 0
  /// The change of the original bidders' awarded sums, over the items where it is decided.
  public internal(set) var paddingChange: ItemCutoff.CheckedSum = .success(.zero)

  /// The part of the items with a valid bid on which the cutoff bites; `nil` without such an item.
  public var bitingPart: Rational? {
    try? Rational(Int128(bitingItemCount), over: Int128(bitingItemCount + openItemCount))
  }

  init(_ reading: CutoffReading) { self.reading = reading }

  mutating func add(_ outcome: ItemCutoff.Outcome) {
    switch outcome.everyBidWins {
    case true?: openItemCount += 1
    case false?: bitingItemCount += 1
    case nil: emptyItemCount += 1
    }
    if outcome.pendingCount > 0 { pendingItemCount += 1 }
    winnerCount += outcome.winnerCount
    pendingCount += outcome.pendingCount
    awardedSum = CutoffTotal.sum(awardedSum, outcome.awardedSum)
    guard let padding = outcome.padding else { return }
    if (padding.gainedCount ?? 0) > 0 { paddingGainItemCount += 1 }
    if padding.standing == .wins { paddingWinItemCount += 1 }
    if let change = padding.change { paddingChange = CutoffTotal.sum(paddingChange, change) }
  }

  private static func sum(
    _ left: ItemCutoff.CheckedSum, _ right: ItemCutoff.CheckedSum
  ) -> ItemCutoff.CheckedSum {
    Result { () throws(ArithmeticOverflow) in try left.get() + right.get() }
  }
}

extension CutoffAnalysis {
  /// One total for each reading, in the order of ``readings``; `nil` for a case without bids.
  ///
  /// - Complexity: O(items × readings).
  public func totals() -> [CutoffTotal]? {
    items.map { items in
      readings.indices.map { index in
        var total = CutoffTotal(readings[index])
        for item in items { total.add(item.outcomes[index]) }
        return total
      }
    }
  }
}
