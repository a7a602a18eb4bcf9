public import Policy
public import Pricing
public import Quantities
import Tendering

/// The reserve prices of every item of a case.
public struct ReserveStage: Sendable {
  /// One result for each item, in the order of the items.
  public let items: [PricedItem]
  /// The rules, the day and the index that the items were priced with.
  public let pricing: ReservePricing

  /// Prices every item.
  ///
  /// - Parameters:
  ///   - input: The case; items and evidence that it does not have count as none.
  ///   - policy: The parameters.
  ///   - bootstrap: How the uncertainty is resampled; `nil` for not at all.
  ///   - tracesInfluence: Whether the influence of each row is worked out.
  public init(
    _ input: Case, policy: ReservePolicy, bootstrap: BootstrapSettings? = BootstrapSettings(),
    tracesInfluence: Bool = true
  ) {
    pricing = ReservePricing(
      policy: policy, caseNumber: input.header.caseNumber, pricingDate: input.header.pricingDate,
      index: input.priceIndex, bootstrap: bootstrap, tracesInfluence: tracesInfluence)
    items = pricing.price(
      items: input.items ?? [], evidence: input.evidence ?? [], overrides: input.reserveOverrides)
  }

  /// What is put up for award.
  public var lots: [TenderStage.Lot] {
    items.map { item in
      TenderStage.Lot(
        itemID: item.item.id, reservePrice: item.reservePrice,
        comparisonPrices: .init(
          agencyAward: item.lowPriceReferences.agencyAward,
          reference: item.lowPriceReferences.market))
    }
  }

  /// The sum of all reserve prices, one unit each.
  ///
  /// - Throws: `ArithmeticOverflow` when it does not fit.
  public func reserveSum() throws(ArithmeticOverflow) -> Money {
    try items.compactMap(\.reservePrice).total()
  }
}
