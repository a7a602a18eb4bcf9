public import Policy
public import Quantities
import Statistics

/// Reserve pricing: price evidence in, one reserve price an item out.
///
/// Slide 3; Government Procurement Act, Art. 46.
///
/// The steps are the files beside this one: `Normalising`, `Independence`, `Outliers`,
/// `Representatives`, `Combination`, `RoundingDown`, `Guards`, then `Influence` and
/// `BootstrapInterval`. Everything is an exact fraction up to the one rounding; only the interval is
/// floating point.
public struct ReservePricing: Hashable, Sendable {
  /// The parameters.
  public let policy: ReservePolicy
  /// The case being priced, such as "1150202"; its own awards are no evidence.
  public let caseNumber: String
  /// The day that prices are set for.
  public let pricingDate: Day
  /// The price index; `nil` for none, which leaves prices as they are.
  public let index: PriceIndex?
  /// How the uncertainty is resampled; `nil` for not at all.
  public let bootstrap: BootstrapSettings?
  /// Whether the influence of each row is worked out.
  public let tracesInfluence: Bool

  /// Creates the pricing of one case.
  public init(
    policy: ReservePolicy, caseNumber: String, pricingDate: Day, index: PriceIndex? = nil,
    bootstrap: BootstrapSettings? = BootstrapSettings(), tracesInfluence: Bool = true
  ) {
    self.policy = policy
    self.caseNumber = caseNumber
    self.pricingDate = pricingDate
    self.index = index
    self.bootstrap = bootstrap
    self.tracesInfluence = tracesInfluence
  }

  /// Prices every item on all cores, in the order of the items.
  ///
  /// Evidence and overrides of items that are not there are left out; of two overrides of one item
  /// the first counts.
  ///
  /// - Complexity: O(items + rows) for grouping, then the sum over the items.
  public func price(
    items: [Item], evidence: [Evidence], overrides: [ReserveOverride] = []
  ) -> [PricedItem] {
    let evidenceByItem = Dictionary(grouping: evidence, by: \.itemID)
    let overrideByItem = Dictionary(overrides.map { ($0.itemID, $0) }) { first, _ in first }
    return items.concurrentMap { item in
      price(item, evidence: evidenceByItem[item.id] ?? [], override: overrideByItem[item.id])
    }
  }

  /// Prices one item.
  ///
  /// A step that cannot be computed exactly leaves the item without a price, with that reason.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - evidence: Its rows and no others, in input order.
  ///   - override: The committee's decision, where there is one.
  /// - Returns: The item with its price, or with the reason why it has none.
  /// - Complexity: O(n² log n) in the rows for their influence, plus O(replicates × n).
  public func price(
    _ item: Item, evidence: [Evidence], override: ReserveOverride? = nil
  ) -> PricedItem {
    do throws(ArithmeticOverflow) {
      return try ItemPricing(self, item, evidence).priced(override)
    } catch {
      return PricedItem(inexact: item, self, evidence, override, error)
    }
  }
}
