import Policy
import Quantities
import Statistics
import Tendering

extension SyntheticBids {
  /// Makes the bids on both sides of the cutoff equal; nothing where the cutoff leaves out nobody.
  func plantTie(_ kind: OddityKind, into drafts: inout [BidDraft]) {
    let ranked = drafts.indices.sorted {
      (drafts[$0].price ?? 0, $0) < (drafts[$1].price ?? 0, $1)
    }
    guard
      let cutoff = try? Cutoff(
        validCount: ranked.count, submittedCount: ranked.count, policy: policy),
      cutoff.count > 0, cutoff.count < ranked.count
    else { return }
    let price = drafts[ranked[cutoff.count]].price
    let isTied: (Int) -> Bool = { place in
      abs(place - cutoff.count) <= 1 || drafts[ranked[place]].price == price
    }
    for place in ranked.indices.filter(isTied) {
      drafts[ranked[place]].price = price
      drafts[ranked[place]].oddity = kind
    }
  }

  /// The re-bids of an item's tied vendors, in whole NT$.
  func rebids(for drafts: [BidDraft], of item: SyntheticItem) -> [(vendor: Int, price: Int64)] {
    var draws = RandomStream(seed: seed, item: item.index, .rebids)
    let tied = drafts.filter { $0.oddity == .tieRebid || $0.oddity == .tieEqualRebid }
    // A step below the tied price for each, in random order; one step for all who stay equal.
    let steps = draws.shuffled(Array(1...max(tied.count, 1)))
    return zip(tied, steps).compactMap { draft, step in
      guard let price = draft.price else { return nil }
      let size = max(price / 200, 1)
      let reduction = draft.oddity == .tieRebid ? size * Int64(step) : size
      return price > reduction ? (draft.vendor, price - reduction) : nil
    }
  }
}

extension SyntheticOutput {
  /// Writes the bids on an item.
  mutating func write(_ bids: [Bid]) {
    for bid in bids {
      self[.bids].add(bid.itemID.text)
      self[.bids].add(bid.vendorID.text)
      self[.bids].add(bid.unitPrice)
      self[.bids].add(bid.status.rawValue)
      self[.bids].add(bid.submittedAt ?? "")
      self[.bids].endRow()
    }
  }

  /// Writes the re-bids on an item.
  mutating func write(_ rebids: [Rebid]) {
    for rebid in rebids {
      self[.rebids].add(rebid.itemID.text)
      self[.rebids].add(rebid.vendorID.text)
      self[.rebids].add(rebid.unitPrice)
      self[.rebids].endRow()
    }
  }
}
