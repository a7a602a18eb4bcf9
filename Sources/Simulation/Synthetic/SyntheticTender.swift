import CallOff
import Policy
import Pricing
import Quantities
import Tendering

/// Prices and awards the items of a synthetic case by the real rules.
struct SyntheticTender {
  /// An item's reserve price, and the committee's decision where there is one.
  struct Reserve {
    let price: Money?
    let override: ReserveOverride?
  }

  private let size: SyntheticCase
  private let pricing: ReservePricing
  private let awardRule: AwardRule

  init(
    size: SyntheticCase, reservePolicy: ReservePolicy, awardPolicy: AwardPolicy,
    index: PriceIndex
  ) {
    self.size = size
    pricing = ReservePricing(
      policy: reservePolicy, caseNumber: size.calendar.current.number,
      pricingDate: size.calendar.pricingDate, index: index, bootstrap: nil, tracesInfluence: false)
    // No lot is drawn, so that tied vendors without a decision stay pending and get no orders.
    awardRule = AwardRule(policy: awardPolicy)
  }

  /// The item's reserve price: computed, or decided a little below that.
  func reserve(of item: SyntheticItem, evidence: [Evidence]) throws -> Reserve {
    let priced = pricing.price(item.item, evidence: evidence)
    guard item.story == .decidedReserve, let computed = priced.reservePrice else {
      return Reserve(price: priced.reservePrice, override: nil)
    }
    let unit = Money.minorUnitsPerUnit
    let decided = try Money(units: max(computed.minorUnits / unit * 97 / 100, 1))
    let override = ReserveOverride(
      itemID: item.item.id, reservePrice: decided,
      reason: "SYNTHETIC: market prices are falling 市場價格下跌，酌予調降（虛構）",
      decidedBy: "訂價暨規格審查會（虛構）", decidedOn: size.calendar.pricingDate + 3,
      position: SyntheticItem.position(in: .reserveOverrides))
    return Reserve(price: decided, override: override)
  }

  /// The finished bids, submitted one after the other in the tender month.
  func bids(_ drafts: [BidDraft], on item: SyntheticItem) throws(ArithmeticOverflow) -> [Bid] {
    var bids: [Bid] = []
    for (slot, draft) in drafts.enumerated() {
      let day = size.calendar.current.tenderStart + (item.index % 7 + slot / 4)
      let minute = SyntheticNames.number(item.index * 7 % 15 + slot % 4 * 15, like: 10)
      let price: Money? = if let units = draft.price { try Money(units: units) } else { nil }
      bids.append(
        Bid(
          itemID: item.item.id, vendorID: vendor(draft.vendor), unitPrice: price,
          status: draft.status, submittedAt: "\(day)T10:\(minute)",
          position: SyntheticItem.position(in: .bids)))
    }
    return bids
  }

  /// The finished re-bids.
  func rebids(
    _ drafts: [(vendor: Int, price: Int64)], of item: SyntheticItem
  ) throws(ArithmeticOverflow) -> [Rebid] {
    var rebids: [Rebid] = []
    for draft in drafts {
      rebids.append(
        Rebid(
          itemID: item.item.id, vendorID: vendor(draft.vendor),
          unitPrice: try Money(units: draft.price),
          position: SyntheticItem.position(in: .rebids)))
    }
    return rebids
  }

  /// The awarded vendors with their contract prices.
  func offers(
    _ item: SyntheticItem, reserve: Money?, _ bids: [Bid], _ rebids: [Rebid]
  ) -> [OrderOffer] {
    let tender = Tender(itemID: item.item.id, reservePrice: reserve, bids: bids, rebids: rebids)
    return awardRule.award(tender).bids.compactMap { award in
      award.contractPrice.map { OrderOffer(vendor: award.bid.vendorID, price: $0) }
    }
  }

  private func vendor(_ index: Int) -> VendorID {
    SyntheticNames.vendor(index, of: size.vendorCount)
  }
}

extension SyntheticTender {
  /// A finished row of evidence with the table it stands in.
  struct Row {
    let evidence: Evidence
    let file: SyntheticFile
    let oddity: OddityKind?
  }

  /// Finishes the rows of an item, class by class.
  static func evidence(
    _ drafts: PerEvidenceClass<[EvidenceDraft]>, of item: SyntheticItem
  ) throws(ArithmeticOverflow) -> [Row] {
    var rows: [Row] = []
    for evidenceClass in EvidenceClass.allCases {
      for draft in drafts[evidenceClass] {
        rows.append(
          Row(
            evidence: try draft.evidence(for: item.item.id), file: draft.file,
            oddity: draft.oddity))
      }
    }
    return rows
  }

  /// The prices of an earlier contract: those of its awards among the evidence that are not odd.
  static func offers(under contract: OrderContract, _ rows: [Row]) -> [OrderOffer] {
    rows.compactMap { row in
      guard case .historical(let caseNumber, let vendor) = row.evidence.origin,
        caseNumber == contract.contract.caseNumber, row.oddity == nil
      else { return nil }
      return OrderOffer(vendor: vendor, price: row.evidence.unitPrice)
    }
  }

  /// The oddities that came to be in an item.
  static func oddities(
    of item: SyntheticItem, reserve: Reserve, rows: [Row], bids drafts: [BidDraft], _ bids: [Bid]
  ) -> [PlantedOddity] {
    var oddities: [PlantedOddity] = []
    if let kind = item.story.itemOddity, hasComeToBe(kind, reserve, rows, bids) {
      oddities.append(PlantedOddity(file: .items, rowID: item.item.id.text, kind: kind))
    }
    for row in rows {
      guard let kind = row.oddity else { continue }
      oddities.append(PlantedOddity(file: row.file, rowID: row.evidence.id.text, kind: kind))
    }
    for (draft, bid) in zip(drafts, bids) {
      guard let kind = draft.oddity else { continue }
      oddities.append(PlantedOddity(file: .bids, rowID: bid.vendorID.text, kind: kind))
    }
    return oddities
  }

  /// Whether an item is as its story has it: few rows or bids may leave it ordinary.
  private static func hasComeToBe(
    _ kind: OddityKind, _ reserve: Reserve, _ rows: [Row], _ bids: [Bid]
  ) -> Bool {
    switch kind {
    case .noReserve: reserve.price == nil
    case .decidedReserve: reserve.override != nil
    case .noBids: bids.isEmpty
    case .singleBid: bids.count == 1
    case .allAboveReserve: !bids.isEmpty && reserve.price != nil
    default: true
    }
  }
}

extension SyntheticOutput {
  /// Writes the committee's decision on an item.
  mutating func write(_ override: ReserveOverride) {
    self[.reserveOverrides].add(override.itemID.text)
    self[.reserveOverrides].add(override.reservePrice)
    self[.reserveOverrides].add(override.reason)
    self[.reserveOverrides].add(override.decidedBy)
    self[.reserveOverrides].add(override.decidedOn)
    self[.reserveOverrides].endRow()
  }
}
