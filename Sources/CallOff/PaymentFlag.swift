public import Policy
public import Quantities

/// Something about the payments for one order that a reader has to know.
public enum PaymentFlag: Hashable, Sendable {
  /// More was collected than the fee.
  case overCollected(by: Money)
  /// The order was cancelled, yet its fee was collected: the payment is to be refunded.
  case refundDue(Money)
  /// The order's return is pending, yet a fee was collected.
  case collectedWhilePending(Money)
  /// A payment came in before the fee fell due.
  case beforeDue(on: Day, dueOn: Day)

  /// Where the rule behind the flag is stated; `nil` where the flag only points at the data.
  public var rule: Derivation.Rule? {
    switch self {
    case .overCollected: nil
    case .refundDue, .collectedWhilePending: FeeStanding.timing
    case .beforeDue: DueDate.collection
    }
  }

  /// The flag in words.
  public var phrase: Phrase {
    switch self {
    case .overCollected(let excess):
      Phrase("over-collected by NT$\(excess.decimalText)", "溢收 NT$\(excess.decimalText)")
    case .refundDue(let amount):
      Phrase(
        "cancelled after collection: refund NT$\(amount.decimalText)",
        "已收費之訂單經裁定取消，應退 NT$\(amount.decimalText)")
    case .collectedWhilePending(let amount):
      Phrase(
        "NT$\(amount.decimalText) collected while the return is pending",
        "退件待裁定期間已收 NT$\(amount.decimalText)")
    case .beforeDue(let day, let dueOn):
      Phrase(
        "first collected on \(day), before the fee falls due on \(dueOn)",
        "首次收款日 \(day) 早於應繳日 \(dueOn)")
    }
  }

  /// The flags of one order, over all of its payments.
  ///
  /// - Parameters:
  ///   - payments: In the order of their days.
  ///   - standing: The order's standing.
  ///   - fee: The fee charged.
  ///   - dueOn: When the fee falls due, where that is known.
  /// - Returns: None where there are no payments.
  /// - Throws: ``ArithmeticOverflow`` when the payments do not fit.
  static func flags(
    payments: [Collection], standing: FeeStanding, fee: Money, dueOn: Day?
  ) throws(ArithmeticOverflow) -> [PaymentFlag] {
    guard let first = payments.first else { return [] }
    let paid = try payments.lazy.map(\.amount).total()
    var flags: [PaymentFlag] = []
    switch standing {
    case .accrued:
      if paid > fee { flags.append(.overCollected(by: try paid - fee)) }
    case .reversed: flags.append(.refundDue(paid))
    case .pending: flags.append(.collectedWhilePending(paid))
    }
    if let dueOn, first.collectedOn < dueOn {
      flags.append(.beforeDue(on: first.collectedOn, dueOn: dueOn))
    }
    return flags
  }
}
