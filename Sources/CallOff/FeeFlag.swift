public import Policy
public import Quantities

/// Something about one order's fee that a reader has to know.
public enum FeeFlag: Hashable, Sendable {
  /// A return is pending: nothing accrues.
  case returnPending
  /// The order sits just above a boundary and pays less than one just below it.
  case inNotch(Notch)
  /// The fee is above the principle of 1 % of the order's amount.
  case abovePrinciple
  /// The contract's period is not known, so there is no due date.
  case unknownContract(caseNumber: String?)
  /// The contract's end is the one stated for the run.
  case contractEndStated
  /// The cap made the fee smaller.
  case capped(from: Money)
  /// Something about the payments.
  case payment(PaymentFlag)

  /// Where the rule behind the flag is stated; `nil` where the flag only points at the data.
  public var rule: Derivation.Rule? {
    switch self {
    case .returnPending: FeeStanding.timing
    case .abovePrinciple: FeePrinciple.rule
    case .payment(let flag): flag.rule
    case .inNotch, .unknownContract, .contractEndStated, .capped: nil
    }
  }

  /// The flag in words.
  public var phrase: Phrase {
    switch self {
    case .returnPending:
      Phrase("return pending: not accrued until the ruling", "退件待裁定：裁定前不計列")
    case .inNotch(let notch):
      Phrase("in a notch: \(notch.phrase.english)", "級距落差：\(notch.phrase.traditionalChinese)")
    case .abovePrinciple:
      Phrase("above the principle of 1 % (Art. 14)", "逾訂購金額 1% 之原則（第14條）")
    case .unknownContract(let caseNumber):
      Phrase(
        "contract \(caseNumber ?? "not named") has no known period: no due date",
        "契約\(caseNumber.map { " \($0) " } ?? "（未填案號）")期間不明：無應繳日")
    case .contractEndStated:
      Phrase("contract's end as stated for this run", "契約迄日依本次執行所設定")
    case .capped(let rounded):
      Phrase("capped, from NT$\(rounded.decimalText)", "已達上限，原為 NT$\(rounded.decimalText)")
    case .payment(let flag): flag.phrase
    }
  }
}

extension FeeFlag {
  /// The flags that an order's own data and fee give.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a number does not fit.
  static func flags(
    order: Order, fee: Fee, rule: FeeRule, notches: [Notch], contract: OrderContract
  ) throws(ArithmeticOverflow) -> [FeeFlag] {
    var flags: [FeeFlag] = []
    if case .returnPending = order.status { flags.append(.returnPending) }
    if let notch = try rule.notch(of: order, paying: fee, among: notches) {
      flags.append(.inNotch(notch))
    }
    let unrounded = fee.isCapped ? fee.charged.exact : fee.exact
    if try FeePrinciple.isExceeded(byFee: unrounded, on: order.amount.exact) {
      flags.append(.abovePrinciple)
    }
    switch contract {
    case .listed: break
    case .endStated: flags.append(.contractEndStated)
    case .unknown(let caseNumber): flags.append(.unknownContract(caseNumber: caseNumber))
    }
    if fee.isCapped { flags.append(.capped(from: fee.rounded)) }
    return flags
  }
}
