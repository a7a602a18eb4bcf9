public import Quantities

/// What accrued, was reversed, was collected and is still outstanding at one date.
///
/// At every date accrued = collected + outstanding + reversed. Outstanding is below 0 where more was
/// collected than the claim in force: a cancelled order that was paid, or an over-collected one.
public struct FeeBalance: Hashable, Sendable {
  /// Fees accrued, those reversed later included.
  public let accrued: Money
  /// Fees reversed by rulings.
  public let reversed: Money
  /// Payments received.
  public let collected: Money
  /// Claims in force that no payment covers, summed over the orders; not below 0.
  public let receivable: Money
  /// Payments that no claim in force backs, summed over the orders; not below 0.
  public let refundDue: Money
  /// Claims in force less payments: receivable − refund due.
  public let outstanding: Money

  /// No fees at all.
  public static let zero = FeeBalance(
    accrued: .zero, reversed: .zero, collected: .zero, receivable: .zero, refundDue: .zero,
    outstanding: .zero)

  /// Whether accrued = collected + outstanding + reversed; a sum that does not fit does not hold.
  public var identityHolds: Bool {
    (try? accrued == collected + outstanding + reversed) ?? false
  }

  /// Fees accrued less those reversed: the claims in force.
  ///
  /// - Throws: `ArithmeticOverflow` when it does not fit.
  public func net() throws(ArithmeticOverflow) -> Money { try accrued - reversed }

  /// The sum, part by part.
  ///
  /// - Throws: `ArithmeticOverflow` when a part does not fit.
  public static func + (
    left: FeeBalance, right: FeeBalance
  ) throws(ArithmeticOverflow) -> FeeBalance {
    FeeBalance(
      accrued: try left.accrued + right.accrued,
      reversed: try left.reversed + right.reversed,
      collected: try left.collected + right.collected,
      receivable: try left.receivable + right.receivable,
      refundDue: try left.refundDue + right.refundDue,
      outstanding: try left.outstanding + right.outstanding)
  }
}
