import Policy
import Quantities
import Statistics
import Tendering

/// A bid while it is being made.
struct BidDraft: Sendable {
  let vendor: Int
  /// In NT$; `nil` only for a disqualified bid.
  var price: Int64?
  var status = Bid.Status.valid
  var oddity: OddityKind?
}

/// Makes the bids of one item: measured ratios to its reserve price, with planted oddities.
struct SyntheticBids {
  let seed: UInt64
  let vendorCount: Int
  let policy: AwardPolicy

  /// The bids on an item, in the order of submission.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - count: At most the number of vendors.
  ///   - reservePrice: The published reserve price in NT$; the market price where there is none.
  ///   - hasReservePrice: Whether the item has one.
  /// - Returns: At most `count` bids of different vendors.
  func bids(
    on item: SyntheticItem, count: Int, reservePrice: Int64, hasReservePrice: Bool
  ) -> [BidDraft] {
    var draws = RandomStream(seed: seed, item: item.index, .bidPrices)
    let vendors = bidders(item, count)
    var drafts: [BidDraft] = []
    for (slot, vendor) in vendors.enumerated() {
      let ratio = ratio(of: vendor, &draws)
      let luck = draws.next(below: 1_000)
      let margin = Int64(draws.next(below: 1_000))
      var draft = BidDraft(vendor: vendor, price: SyntheticBids.price(ratio, of: reservePrice))
      if hasReservePrice,
        let oddity = SyntheticBids.oddity(of: item.story, slot: slot, luck: luck)
      {
        SyntheticBids.plant(oddity, margin: margin, reservePrice, into: &draft)
      }
      drafts.append(draft)
    }
    if case .tie(let kind) = item.story, hasReservePrice { plantTie(kind, into: &drafts) }
    return drafts
  }

  /// Different vendors, each equally likely; fewer of them are the first of more.
  private func bidders(_ item: SyntheticItem, _ count: Int) -> [Int] {
    var draws = RandomStream(seed: seed, item: item.index, .bidders)
    // Fisher and Yates over the places that were touched, so that many vendors cost nothing.
    var moved: [Int: Int] = [:]
    return (0..<min(count, vendorCount)).map { place in
      let chosen = place + draws.next(below: vendorCount - place)
      let vendor = moved[chosen] ?? chosen
      moved[chosen] = moved[place] ?? place
      return vendor
    }
  }

  /// A bid-to-reserve ratio in millionths.
  ///
  /// Half of a vendor's bids come from its own quarter of the distribution, its price level; the
  /// other half from all of it. The quarters are equally common among vendors, so that together they
  /// are the measured distribution.
  private func ratio(of vendor: Int, _ draws: inout RandomStream) -> Int64 {
    let isOnLevel = draws.happens(perMille: 500)
    let position = draws.nextWord()
    guard isOnLevel else { return QuantileTable.bidToReserve.value(at: position) }
    let quarter = UInt32(truncatingIfNeeded: vendor % 4) << 30
    return QuantileTable.bidToReserve.value(at: quarter | position >> 2)
  }

  /// A ratio of a price in whole NT$, to the nearest one.
  private static func price(_ ratio: Int64, of price: Int64) -> Int64 {
    max((price * ratio + 500_000) / 1_000_000, 1)
  }

  private static func oddity(of story: ItemStory, slot: Int, luck: Int) -> OddityKind? {
    switch story {
    case .allAboveReserve: return .aboveReserve
    case .lowBids where slot < 3: return .veryLow
    case .bidsAtReserve where slot < 3: return .atReserve
    case .tie: return nil
    default: break
    }
    switch luck {
    case ..<12: return .disqualified
    case ..<24: return .disqualifiedWithoutPrice
    case ..<44: return .aboveReserve
    case ..<64: return .atReserve
    case ..<76: return .veryLow
    default: return nil
    }
  }

  private static func plant(
    _ oddity: OddityKind, margin: Int64, _ reservePrice: Int64, into draft: inout BidDraft
  ) {
    draft.oddity = oddity
    switch oddity {
    case .disqualified: draft.status = .disqualified
    case .disqualifiedWithoutPrice:
      draft.status = .disqualified
      draft.price = nil
    // Up to 15 % above.
    case .aboveReserve: draft.price = reservePrice + 1 + reservePrice * margin * 15 / 100_000
    case .atReserve: draft.price = reservePrice
    // 40 to 69 %.
    case .veryLow: draft.price = price(400_000 + margin * 290, of: reservePrice)
    default: draft.oddity = nil
    }
  }
}
