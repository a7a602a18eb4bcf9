import Policy
public import Quantities

/// The service fee of one order with everything that follows from it: a row of the fee table.
public struct FeeAssessment: Hashable, Sendable {
  /// The order.
  public let order: Order
  /// The fee as the tiers give it, whatever becomes of the order.
  public let fee: Fee
  /// What the order's status does to the fee.
  public let standing: FeeStanding
  /// The contract that the order belongs to.
  public let contract: OrderContract
  /// The payments for the order, in the order of their days; empty where there are none.
  public let payments: [Collection]
  /// What a reader has to know.
  public let flags: [FeeFlag]

  /// The fee that accrued and stands: 0 for a cancelled order, and for one whose return is pending.
  public var netFee: Money {
    switch standing {
    case .accrued: fee.charged
    case .pending, .reversed: .zero
    }
  }

  /// The fee that accrued, reversed later or not: 0 while a return is pending.
  public var accruedFee: Money { standing.accruedOn == nil ? .zero : fee.charged }
  /// The day the fee accrued; `nil` while a return is pending.
  public var accruedOn: Day? { standing.accruedOn }
  /// The day the fee was reversed; `nil` when it was not.
  public var reversedOn: Day? { standing.reversedOn }
  /// The day after the contract's end; `nil` where that is not known.
  public var dueOn: Day? { contract.dueOn }
  /// `active`, `return-pending` or `cancelled`.
  public var statusText: String { standing.statusText }
  /// The tier's rate under slab tiers; fee ÷ amount under marginal ones.
  public var effectiveRate: Rate { fee.effectiveRate }

  /// The order's balance at the end of a day, from its standing and its payments alone.
  ///
  /// - Parameter day: `nil` for after everything that is recorded.
  /// - Returns: A balance of whose outstanding one of receivable and refund due is 0.
  /// - Throws: `ArithmeticOverflow` when the payments do not fit.
  public func balance(on day: Day? = nil) throws(ArithmeticOverflow) -> FeeBalance {
    let isPast: (Day?) -> Bool = { date in
      guard let date else { return false }
      return day.map { date <= $0 } ?? true
    }
    let hasAccrued = isPast(accruedOn)
    let isReversed = isPast(reversedOn)
    var collected = Money.zero
    for payment in payments where isPast(payment.collectedOn) {
      collected = try collected + payment.amount
    }
    let claim = hasAccrued && !isReversed ? fee.charged : .zero
    let outstanding = try claim - collected
    return FeeBalance(
      accrued: hasAccrued ? fee.charged : .zero,
      reversed: isReversed ? fee.charged : .zero,
      collected: collected,
      receivable: max(outstanding, .zero),
      refundDue: try .zero - min(outstanding, .zero),
      outstanding: outstanding)
  }
}
