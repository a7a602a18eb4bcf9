public import Policy
public import Quantities
public import Tendering

/// One item's award under every share and rounding, each with and without a padding bid.
public struct ItemCutoff: Hashable, Sendable {
  /// A sum of contract prices, or why it has none.
  public typealias CheckedSum = TenderWinners.CheckedSum

  /// What the item comes to under one reading.
  public struct Outcome: Hashable, Sendable {
    /// The share and the rounding.
    public let reading: CutoffReading
    /// Bids awarded.
    public let winnerCount: Int
    /// Bids in an undecided tie.
    public let pendingCount: Int
    /// The lowest contract price; `nil` without a winner.
    public let lowestPrice: Money?
    /// The highest contract price; `nil` without a winner.
    public let highestPrice: Money?
    /// The price that the last winner stands at, whatever its contract is made at; `nil` without a
    /// winner.
    public let lastWinnerPrice: Money?
    /// The sum of the contract prices; pending bids are not in it.
    public let awardedSum: CheckedSum
    /// Whether every valid bid is awarded; `nil` where there is none.
    public let everyBidWins: Bool?
    /// The award with one bid more, at the reserve price; `nil` where the item has no reserve price.
    public let padding: PaddedOutcome?
  }

  /// The item.
  public let itemID: ItemID
  /// Its reserve price; `nil` when it has none.
  public let reservePrice: Money?
  /// Bids submitted, disqualified ones too.
  public let submittedCount: Int
  /// Bids that can take part.
  public let validCount: Int
  /// One for each reading, in the order they were given in.
  public let outcomes: [Outcome]

  /// Awards an item under every reading; it is judged and ranked once, and once more with the padding
  /// bid.
  ///
  /// - Parameters:
  ///   - tender: The item's tender.
  ///   - readings: The shares and roundings.
  ///   - policy: Everything else: ties, base, minimum winners, contract price.
  ///   - lot: The draw for ties that re-bids leave.
  /// - Complexity: O(n log n) in the number of bids, and the number of readings times O(n).
  public init(
    _ tender: Tender, readings: [CutoffReading], policy: AwardPolicy, lot: LotDraw? = nil
  ) {
    let ranked = RankedTender(tender, reductionRule: policy.priceReduction)
    let padded = tender.padded().map {
      RankedTender($0, reductionRule: policy.priceReduction)
    }
    let validCount = ranked.validCount
    itemID = tender.itemID
    reservePrice = tender.reservePrice
    submittedCount = tender.bids.count
    self.validCount = validCount
    outcomes = readings.map { reading in
      let rule = AwardRule(policy: reading.applied(to: policy), lot: lot)
      let plain = ranked.winners(by: rule)
      return Outcome(
        reading, plain, validCount: validCount,
        padding: padded.map { PaddedOutcome(of: $0, by: rule, before: plain) })
    }
  }

  /// The outcome under one reading; `nil` where it is not among those that were asked for.
  public func outcome(under reading: CutoffReading) -> Outcome? {
    outcomes.first { $0.reading == reading }
  }
}

extension ItemCutoff.Outcome {
  fileprivate init(
    _ reading: CutoffReading, _ decided: TenderWinners, validCount: Int, padding: PaddedOutcome?
  ) {
    self.reading = reading
    winnerCount = decided.winners.count
    pendingCount = decided.pending.count
    lowestPrice = decided.winners.lazy.map(\.contractPrice).min()
    highestPrice = decided.winners.lazy.map(\.contractPrice).max()
    lastWinnerPrice = decided.winners.lazy.map(\.standingPrice).max()
    awardedSum = decided.awardedSum
    everyBidWins = validCount > 0 ? decided.winners.count == validCount : nil
    self.padding = padding
  }
}
