public import Policy
public import Quantities

/// One item with its reserve price and everything that led to it.
public struct PricedItem: Hashable, Sendable {
  /// The item.
  public let item: Item
  /// The rules, the day and the index that it was priced with.
  public let pricing: ReservePricing
  /// Every row of its evidence, in input order.
  public let rows: [ReviewedRow]
  /// What became of each class.
  public let classes: PerEvidenceClass<ClassSummary>
  /// How many rows there are, and what became of them.
  public let counts: EvidenceCounts
  /// All seven methods, in the order of `CombinationMethod.allCases`.
  public let combinations: [CombinedPrice]
  /// What the policy's own method computes, whether or not it was overridden.
  public let computed: ComputedReserve
  /// The committee's decision, where there is one.
  public let override: ReserveOverride?
  /// The reserve price, or why there is none.
  public let outcome: ReserveOutcome
  /// What the committee is warned of.
  public let warnings: [ReserveWarning]
  /// The last award that the reserve price was compared with.
  public let lastAward: LastAward?
  /// The uncertainty of the computed price; `nil` without one, or when it was not asked for.
  public let interval: BootstrapInterval?
  /// The prices that low bids are compared with.
  public let lowPriceReferences: LowPriceReferences

  /// The reserve price that the tender is held with; `nil` when there is none.
  public var reservePrice: Money? { outcome.reservePrice }

  /// The outcome as programs read it: `priced`, `overridden`, or why there is none.
  public var statusText: String { outcome.statusText }
}
