import Policy
public import Quantities
public import Tendering

/// What one bid more, at the reserve price and of a vendor that has not bid, changes for the others.
public struct PaddedOutcome: Hashable, Sendable {
  /// What becomes of the padding bid itself.
  public enum Standing: String, CaseIterable, Sendable {
    /// It is awarded.
    case wins = "yes"
    /// It is not.
    case loses = "no"
    /// It is in a tie that is undecided.
    case pending
  }

  /// Winners among the original bids.
  public let winnerCount: Int
  /// Original bids in an undecided tie.
  public let pendingCount: Int
  /// How many more of the original bids win than without the padding bid; `nil` while a tie among them
  /// is undecided, before or after.
  public let gainedCount: Int?
  /// What becomes of the padding bid.
  public let standing: Standing
  /// Original bidders that win beside it and not without it, in ascending order of their names.
  public let added: [VendorID]
  /// Original bidders that win without it and not beside it: where it changes a tie.
  public let dropped: [VendorID]
  /// The awarded sum of the original bidders with the padding bid less that without it; `nil` while a
  /// tie among them is undecided, before or after.
  public let change: TenderWinners.CheckedSum?

  /// Awards a padded tender and compares the winners.
  ///
  /// - Parameters:
  ///   - padded: The tender of `Tender.padded()`.
  ///   - rule: The rule.
  ///   - before: The winners without the padding bid, under the same rule.
  init(of padded: RankedTender, by rule: AwardRule, before: TenderWinners) {
    let bids = padded.tender.bids
    let paddingIndex = bids.count - 1
    let after = padded.winners(by: rule)
    let winners = after.winners.filter { $0.bidIndex != paddingIndex }
    let pending = after.pending.filter { $0 != paddingIndex }
    let names = { (some: [TenderWinners.Winner], others: [TenderWinners.Winner]) in
      let known = Set(others.map(\.bidIndex))
      return some.filter { !known.contains($0.bidIndex) }.map { bids[$0.bidIndex].vendorID }
        .sorted()
    }
    winnerCount = winners.count
    pendingCount = pending.count
    standing =
      after.pending.last == paddingIndex
      ? .pending : winners.count < after.winners.count ? .wins : .loses
    added = names(winners, before.winners)
    dropped = names(before.winners, winners)
    let isDecided = before.pending.isEmpty && pending.isEmpty
    gainedCount = isDecided ? winners.count - before.winners.count : nil
    if isDecided {
      change = Result { () throws(ArithmeticOverflow) in
        try winners.lazy.map(\.contractPrice).total() - before.awardedSum.get()
      }
    } else {
      change = nil
    }
  }
}

extension Tender {
  /// The tender with one valid bid more, at the reserve price and last in order.
  ///
  /// - Returns: `nil` where the item has no reserve price.
  func padded() -> Tender? {
    guard let reservePrice else { return nil }
    let vendors = Set(bids.map(\.vendorID))
    var name = "padding bid"
    while vendors.contains(VendorID(name)) { name += "′" }
    let padding = Bid(
      itemID: itemID, vendorID: VendorID(name), unitPrice: reservePrice,
      position: SourcePosition(file: name, line: 0))
    return Tender(
      itemID: itemID, reservePrice: reservePrice, bids: bids + [padding], rebids: rebids,
      reductions: reductions, comparisonPrices: comparisonPrices)
  }
}
