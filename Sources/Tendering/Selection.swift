import Policy
import Quantities

/// The winners of one tender under one reading: the ranking cut at k, with its ties decided.
///
/// The one implementation of steps 3 to 5 of the multiple award; `AwardRule` and `TenderWinners`
/// both use it.
struct Selection {
  /// n and k.
  let cutoff: Cutoff
  /// The price of the k-th lowest valid bid; `nil` when k is 0.
  let cutoffPrice: Money?
  /// The winners: the clear ones by rank, then those of a tie in input order.
  let winners: [TenderWinners.Winner]
  /// The decision among equal bids across the cutoff; `nil` where there were none.
  let tie: TieBreak?

  /// Selects the winners.
  ///
  /// - Throws: ``ArithmeticOverflow`` when share × n has no exact representation.
  /// - Complexity: O(k) beside the ties.
  init(from ranked: RankedTender, by rule: AwardRule) throws(ArithmeticOverflow) {
    let entries = ranked.ranking.entries
    cutoff = try Cutoff(
      validCount: entries.count, submittedCount: ranked.tender.bids.count, policy: rule.policy)
    guard cutoff.count > 0 else {
      (cutoffPrice, winners, tie) = (nil, [], nil)
      return
    }
    let last = entries[cutoff.count - 1]
    cutoffPrice = last.price
    let groupStart = last.rank - 1
    let groupEnd = entries[cutoff.count...].firstIndex { $0.price != last.price } ?? entries.count
    let isTied = groupEnd > cutoff.count
    let clear = entries[..<(isTied ? groupStart : cutoff.count)]
    let tie =
      isTied
      ? TieBreak(
        entries[groupStart..<groupEnd], seatCount: cutoff.count - groupStart,
        tender: ranked.tender, rule: rule) : nil
    self.tie = tie

    var won = clear.map { (index: $0.bidIndex, price: $0.price, reason: AwardReason.withinCutoff) }
    for member in tie?.members ?? [] {
      if case .awarded(let reason) = member.verdict {
        won.append((member.bidIndex, member.price, reason))
      }
    }
    let prices = ContractPrice.prices(of: won.map(\.price), rule: rule.policy.contractPrice)
    winners = zip(won, prices).map { bid, price in
      TenderWinners.Winner(
        bidIndex: bid.index, standingPrice: bid.price, contractPrice: price, reason: bid.reason)
    }
  }

  /// The bids that are still equal and undecided, in input order.
  var pendingIndices: [Int] {
    tie?.members.filter { $0.verdict == .pending }.map(\.bidIndex) ?? []
  }

  /// What the item comes to.
  var outcome: ItemOutcome {
    if case .pending(let vendors, let seatCount, _) = tie?.record.resolution {
      return .pending(awarded: winners.count, pending: vendors.count, seats: seatCount)
    }
    if !winners.isEmpty { return .awarded(count: winners.count) }
    guard let tie else { return .failed(.cutoffIsZero) }
    return .failed(.tieExcludedAll(tied: tie.members.count))
  }

  /// The re-bids without effect.
  func unusedRebids(of tender: Tender) -> [UnusedRebid] {
    tie?.unusedRebids ?? tender.rebids.map { UnusedRebid(rebid: $0, reason: .noTie) }
  }
}
