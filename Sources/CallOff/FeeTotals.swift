public import Quantities

/// How many orders there are, and what they come to.
public struct OrderSum: Hashable, Sendable {
  /// The orders.
  public let count: Int
  /// Their amounts.
  public let value: Money

  /// No orders.
  public static let zero = OrderSum(count: 0, value: .zero)

  /// The sum.
  ///
  /// - Throws: `ArithmeticOverflow` when it does not fit.
  public static func + (left: OrderSum, right: OrderSum) throws(ArithmeticOverflow) -> OrderSum {
    OrderSum(count: left.count + right.count, value: try left.value + right.value)
  }
}

/// What some orders and their fees come to at one date.
public struct FeeTotals: Hashable, Sendable {
  /// Orders in force, as the input states them.
  public let active: OrderSum
  /// Orders cancelled by a ruling; before its date their fee still counts in the balance.
  public let cancelled: OrderSum
  /// Orders whose return is pending.
  public let returnPending: OrderSum
  /// The fees that the pending orders would have; not accrued.
  public let pendingFee: Money
  /// Accrued, reversed, collected and outstanding.
  public let balance: FeeBalance
  /// Accrued less reversed.
  public let net: Money

  /// No orders.
  public static let zero = FeeTotals(
    active: .zero, cancelled: .zero, returnPending: .zero, pendingFee: .zero, balance: .zero,
    net: .zero)

  /// All orders, of whatever status.
  public var orderCount: Int { active.count + cancelled.count + returnPending.count }

  /// The amounts of all orders, of whatever status.
  ///
  /// - Throws: `ArithmeticOverflow` when the sum does not fit.
  public func orderValue() throws(ArithmeticOverflow) -> Money {
    try active.value + cancelled.value + returnPending.value
  }

  /// The sum, part by part.
  ///
  /// - Throws: `ArithmeticOverflow` when a part does not fit.
  public static func + (left: FeeTotals, right: FeeTotals) throws(ArithmeticOverflow) -> FeeTotals {
    FeeTotals(
      active: try left.active + right.active,
      cancelled: try left.cancelled + right.cancelled,
      returnPending: try left.returnPending + right.returnPending,
      pendingFee: try left.pendingFee + right.pendingFee,
      balance: try left.balance + right.balance,
      net: try left.net + right.net)
  }
}

extension FeeAssessment {
  /// What the order alone comes to at the end of a day; nothing before its order date.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a number does not fit.
  func totals(on day: Day?) throws(ArithmeticOverflow) -> FeeTotals {
    if let day, order.orderedOn > day { return .zero }
    let one = OrderSum(count: 1, value: order.amount)
    let balance = try balance(on: day)
    var (active, cancelled, returnPending) = (OrderSum.zero, OrderSum.zero, OrderSum.zero)
    var pendingFee = Money.zero
    switch standing {
    case .accrued: active = one
    case .reversed: cancelled = one
    case .pending:
      returnPending = one
      pendingFee = fee.charged
    }
    return FeeTotals(
      active: active, cancelled: cancelled, returnPending: returnPending, pendingFee: pendingFee,
      balance: balance, net: try balance.net())
  }
}
