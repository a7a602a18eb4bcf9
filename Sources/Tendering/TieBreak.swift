import Policy
import Quantities

/// The decision among equal bids that lie across the cutoff.
///
/// Enforcement Rules, Art. 62, settle equal bids that could each be awarded by one more reduction
/// among them, then by lot. Whether that governs the boundary of the 90 % is stated nowhere
/// (assumed), so the rule is a parameter. Nothing is chosen silently: without re-bids and without a
/// lot the bids are pending.
struct TieBreak {
  /// What becomes of one tied bid.
  enum Verdict: Hashable, Sendable {
    case awarded(AwardReason)
    case notAwarded(NotAwardedReason)
    case pending
  }

  /// One tied bid.
  struct Member: Hashable, Sendable {
    /// The bid's index in the tender.
    let bidIndex: Int
    /// The bidder.
    let vendorID: VendorID
    /// Its price after re-bids.
    var price: Money
    /// What becomes of it.
    var verdict: Verdict
  }

  /// The tied bids with their verdicts, in input order.
  let members: [Member]
  /// How the tie was decided.
  let record: TieRecord
  /// The re-bids that had no effect.
  let unusedRebids: [UnusedRebid]

  /// Decides a tie.
  ///
  /// - Parameters:
  ///   - tied: All bids at the cutoff price, more than `seatCount`.
  ///   - seatCount: How many of them the cutoff leaves room for.
  ///   - tender: The tender; its re-bids are read.
  ///   - rule: The tie rule, the lot's seed and draw.
  init(_ tied: ArraySlice<Ranking.Entry>, seatCount: Int, tender: Tender, rule: AwardRule) {
    let vendors = tied.map { tender.bids[$0.bidIndex].vendorID }.sorted()
    let price = tied.first?.price ?? .zero
    var members = zip(tied, tied.map { tender.bids[$0.bidIndex].vendorID }).map { entry, vendor in
      Member(
        bidIndex: entry.bidIndex, vendorID: vendor, price: entry.price,
        verdict: .notAwarded(.tieExcluded))
    }
    let record: TieRecord.Resolution
    var taken: [Rebid] = []
    switch rule.policy.tie {
    case .includeAll:
      for index in members.indices { members[index].verdict = .awarded(.tieIncluded) }
      record = .includedAll
      unusedRebids = tender.rebids.map { UnusedRebid(rebid: $0, reason: .tieRuleTakesNone) }
    case .excludeAll:
      record = .excludedAll
      unusedRebids = tender.rebids.map { UnusedRebid(rebid: $0, reason: .tieRuleTakesNone) }
    case .rebidThenLot:
      (taken, unusedRebids) = TieBreak.takeRebids(of: tender, into: &members)
      record = TieBreak.decide(
        &members, seatCount: seatCount, itemID: tender.itemID, rule: rule)
    }
    self.members = members
    self.record = TieRecord(
      price: price, vendors: vendors, seatCount: seatCount, rebids: taken, resolution: record)
  }

  /// Lowers the members' prices to their re-bids; a vendor without one keeps its price.
  private static func takeRebids(
    of tender: Tender, into members: inout [Member]
  ) -> (taken: [Rebid], unused: [UnusedRebid]) {
    guard !tender.rebids.isEmpty else { return ([], []) }
    let memberOfVendor = Dictionary(
      zip(members.map(\.vendorID), members.indices), uniquingKeysWith: { first, _ in first })
    var taken: [Rebid] = []
    var unused: [UnusedRebid] = []
    var hasRebid = Array(repeating: false, count: members.count)
    for rebid in tender.rebids {
      guard let index = memberOfVendor[rebid.vendorID] else {
        unused.append(UnusedRebid(rebid: rebid, reason: .notTied))
        continue
      }
      if hasRebid[index] {
        unused.append(UnusedRebid(rebid: rebid, reason: .repeated))
      } else if let refusal = rebid.refusal(against: members[index].price) {
        unused.append(UnusedRebid(rebid: rebid, reason: refusal))
      } else {
        members[index].price = rebid.unitPrice
        hasRebid[index] = true
        taken.append(rebid)
      }
    }
    return (taken, unused)
  }

  /// The lowest prices win; a tie that remains goes to the lot, or stays pending.
  private static func decide(
    _ members: inout [Member], seatCount: Int, itemID: ItemID, rule: AwardRule
  ) -> TieRecord.Resolution {
    let boundary = members.map(\.price).sorted()[seatCount - 1]
    for index in members.indices {
      members[index].verdict =
        members[index].price <= boundary ? .awarded(.rebid) : .notAwarded(.rebidLost)
    }
    let atBoundary = members.indices.filter { members[$0].price == boundary }
    let openSeats = seatCount - members.count { $0.price < boundary }
    guard atBoundary.count > openSeats else { return .rebids }

    let vendors = atBoundary.map { members[$0].vendorID }.sorted()
    switch Lot.draw(among: vendors, itemID: itemID, rule: rule) {
    case .drawn(let seed, let order):
      let winners = Set(order.prefix(openSeats))
      for index in atBoundary {
        members[index].verdict =
          winners.contains(members[index].vendorID) ? .awarded(.lot) : .notAwarded(.lotLost)
      }
      return .lot(seed: seed, order: order, seatCount: openSeats)
    case .notDrawn(let reason):
      for index in atBoundary { members[index].verdict = .pending }
      return .pending(vendors, seatCount: openSeats, reason)
    }
  }
}
