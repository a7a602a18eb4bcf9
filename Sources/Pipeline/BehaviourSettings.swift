public import Pricing
public import Quantities

/// What a behaviour file states about bidders and orders; what it leaves out the case's data calibrate.
public struct BehaviourSettings: Hashable, Sendable {
  /// A point of a distribution: the ratio that a share of the bids does not exceed.
  public struct RatioQuantile: Hashable, Sendable {
    /// The share of the bids.
    public let share: Share
    /// Bid ÷ reserve price; more than 0.
    public let ratio: Rate

    /// Creates a point.
    public init(share: Share, ratio: Rate) {
      self.share = share
      self.ratio = ratio
    }
  }

  /// What holds for one category, or for all of them.
  public struct Values: Hashable, Sendable {
    /// Bids for an item on average; a Poisson number takes the place of the counts in the data.
    public var entryMean: Rate?
    /// Bid ÷ reserve price, linear between the points; ascending, from share 0 to share 1.
    public var bidRatioQuantiles: [RatioQuantile]?
    /// Orders of an item on average over a contract.
    public var ordersPerItem: Rate?
    /// What ordered quantities are multiplied by; more than 0.
    public var sizeScale: Rate?

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

  /// Creates settings that state nothing.
  public init() {}

  /// A value for a category: its own, else the one for all.
  public func value<Value>(_ path: KeyPath<Values, Value?>, of category: Category) -> Value? {
    categories[category]?[keyPath: path] ?? all[keyPath: path]
  }
}
