import Policy
import Pricing
import Quantities
import Tendering
import Testing

// The generated tables as the pricing and the award rules take them, read from their text.

extension GeneratedCase {
  private static let position = SourcePosition(file: "generated", line: 0)

  /// Every item priced under the default policy, with the committee's decisions.
  func pricedItems() throws -> [PricedItem] {
    var index: [Month: Rational] = [:]
    for row in rows("price_index") {
      index[try Month(text: row["month"] ?? "")] = try Rational(decimal: row["index"] ?? "")
    }
    let pricing = ReservePricing(
      policy: try ReservePolicy(PolicyView.defaults()), caseNumber: "1150202",
      pricingDate: try Day(text: "2026-01-20"), index: PriceIndex(index), bootstrap: nil,
      tracesInfluence: false)
    let overrides = try rows("reserve_overrides").map { row in
      ReserveOverride(
        itemID: ItemID(row["item_id"] ?? ""),
        reservePrice: try Money(text: row["reserve_price"] ?? ""), reason: row["reason"] ?? "",
        decidedBy: row["decided_by"] ?? "", decidedOn: try Day(text: row["decided_on"] ?? ""),
        position: GeneratedCase.position)
    }
    return pricing.price(
      items: try rows("items").map(GeneratedCase.item),
      evidence: try evidence(), overrides: overrides)
  }

  /// Every item's award under the default policy, by item.
  func awards(of items: [PricedItem]) throws -> [ItemID: ItemAward] {
    let rule = AwardRule(policy: try AwardPolicy(PolicyView.defaults()))
    let bids = Dictionary(grouping: try rows("bids").map(GeneratedCase.bid), by: \.itemID)
    let rebids = Dictionary(
      grouping: try rows("rebids").map { row in
        Rebid(
          itemID: ItemID(row["item_id"] ?? ""), vendorID: VendorID(row["vendor_id"] ?? ""),
          unitPrice: try Money(text: row["unit_price"] ?? ""), position: GeneratedCase.position)
      }, by: \.itemID)
    return Dictionary(
      uniqueKeysWithValues: items.map { item in
        let id = item.item.id
        let tender = Tender(
          itemID: id, reservePrice: item.reservePrice, bids: bids[id] ?? [],
          rebids: rebids[id] ?? [])
        return (id, rule.award(tender))
      })
  }

  private static func item(_ row: [String: String]) throws -> Item {
    Item(
      id: ItemID(row["item_id"] ?? ""),
      category: try #require(Category(rawValue: row["category"] ?? "")), name: row["name"] ?? "",
      unit: row["unit"], termMonths: Int(row["term_months"] ?? ""),
      quantityTier: row["quantity_tier"], position: position)
  }

  private static func bid(_ row: [String: String]) throws -> Bid {
    let price = row["unit_price"] ?? ""
    return Bid(
      itemID: ItemID(row["item_id"] ?? ""), vendorID: VendorID(row["vendor_id"] ?? ""),
      unitPrice: price.isEmpty ? nil : try Money(text: price),
      status: try #require(Bid.Status(rawValue: row["status"] ?? "")), position: position)
  }

  private func evidence() throws -> [Evidence] {
    let historical = try rows("historical_awards").map { row in
      try GeneratedCase.evidence(
        row, "award_date",
        .historical(
          caseNumber: row["case_no"] ?? "", vendor: VendorID(row["vendor_id"] ?? "")))
    }
    let agency = try rows("agency_prices").map { row in
      let order = row["order_id"] ?? ""
      return try GeneratedCase.evidence(
        row, "award_date",
        .agency(
          AgencyID(row["agency_id"] ?? ""), frameworkOrder: order.isEmpty ? nil : OrderID(order)))
    }
    let market = try rows("market_quotes").map { row in
      try GeneratedCase.evidence(
        row, "quote_date",
        .market(try #require(QuoteChannel(rawValue: row["channel"] ?? ""))))
    }
    return historical + agency + market
  }

  private static func evidence(
    _ row: [String: String], _ date: String, _ origin: Evidence.Origin
  ) throws -> Evidence {
    func text(_ name: String) -> String? { row[name].flatMap { $0.isEmpty ? nil : $0 } }
    return Evidence(
      id: EvidenceID(row["evidence_id"] ?? ""), itemID: ItemID(row["item_id"] ?? ""),
      origin: origin, date: try Day(text: row[date] ?? ""),
      unitPrice: try Money(text: row["unit_price"] ?? ""),
      quantity: text("quantity").flatMap { Int64($0) },
      source: text("source"), isTaxIncluded: row["tax_included"] != "no", unit: text("unit"),
      termMonths: text("term_months").flatMap { Int($0) }, quantityTier: text("quantity_tier"),
      position: position)
  }
}
