public import Pricing
public import Quantities

/// Where bids come from that are not stated.
public enum BidderModelKind: String, CaseIterable, Sendable {
  /// Numbers of bids and ratios are drawn from past ones.
  case empirical
  /// Numbers of bids and ratios follow the best of the distributions fitted to past ones.
  case parametric
  /// Vendors with private costs bid what serves each best, given how the others bid.
  case equilibrium
}

/// What shows how often items are ordered.
public enum OrderCountSource: String, CaseIterable, Sendable {
  /// Orders of the contract that has most of them.
  case orders
  /// The demand survey: an order for each agency that asks.
  case demand
}

/// What is stated about bidders and orders; what it leaves out the case's data calibrate.
public struct BehaviourSettings: Hashable, Sendable {
  /// What holds for one category, or for all of them.
  public struct Values: Hashable, Sendable {
    /// Where what is not stated comes from: past lots as they are, distributions fitted to them, or
    /// the equilibrium of vendors with private costs.
    public var model: BidderModelKind?
    /// How many bid for an item.
    public var entry: StatedEntry?
    /// Bids more, or fewer, for each item than drawn.
    public var entryShift: Int?
    /// How many vendors could bid.
    public var potentialVendors: Int?
    /// Bid ÷ reserve price.
    public var bidRatio: StatedRatio?
    /// The share of bids at the reserve price exactly; the other bids lie below it then.
    public var atReserve: Share?
    /// The share of bids above the reserve price.
    public var aboveReserve: Share?
    /// Whether past ratios are joined by straight lines instead of drawn as they are.
    public var isSmoothed: Bool?
    /// Whether vendors keep the level that their past bids show.
    public var hasVendorLevels: Bool?
    /// The correlation of a vendor's bids in a draw.
    public var vendorCorrelation: Share?
    /// The correlation of the bids for an item in a draw.
    public var itemCorrelation: Share?
    /// The private costs of vendors in an equilibrium, as parts of the baseline's reserve price.
    public var costs: CostDistribution?
    /// What these costs are multiplied by; more than 0.
    public var costScale: Rate?
    /// How much vendors in an equilibrium expect agencies to mind the price; nothing stated: an award is
    /// worth the same to them at any price of the others.
    public var expectedPriceSensitivity: Rate?
    /// What distances below the reserve price are multiplied by.
    public var discountScale: Rate?
    /// The share of bids that are disqualified.
    public var disqualificationRate: Share?
    /// Whether bids keep their amounts where a scenario changes the reserve price, instead of their
    /// ratios to it.
    public var keepsAmounts: Bool?
    /// What shows how often items are ordered: past orders where there are any, else the demand survey.
    public var orderCounts: OrderCountSource?
    /// Orders of an item on average over a contract.
    public var ordersPerItem: Rate?
    /// What the number of orders is multiplied by on average.
    public var orderCountScale: Rate?
    /// The size of the negative binomial of order counts: variance mean + mean² / size.
    public var orderCountSize: Rate?
    /// What ordered quantities are multiplied by; more than 0.
    public var sizeScale: Rate?
    /// Ordered quantities.
    public var orderQuantity: StatedQuantity?

    /// Creates values that state nothing.
    public init() {}
  }

  /// What holds where a category states nothing of its own.
  public var all = Values()
  /// What holds for single categories.
  public var categories: [Category: Values] = [:]
  /// How much an agency minds the price: a price lower by 1 % of the reserve is exp(sensitivity / 100)
  /// times as likely to be chosen.
  public var priceSensitivity: Rate?
  /// The share of orders that are cancelled.
  public var cancellationRate: Share?
  /// The weight of each month of the contract in the orders, the first one first.
  public var monthProfile: [Rate]?

  /// Creates settings that state nothing.
  public init() {}

  /// A value for a category: its own, else the one for all.
  public func value<Value>(_ path: KeyPath<Values, Value?>, of category: Category) -> Value? {
    categories[category]?[keyPath: path] ?? all[keyPath: path]
  }
}
