public import Policy
public import Quantities

/// What became of an order under one rule; the raw values are what results use.
public enum OrderResult: String, CaseIterable, Sendable {
  /// The rule is met.
  case met
  /// The rule is not met.
  case flagged
  /// Nothing shows that the rule is met.
  case missingEvidence = "missing-evidence"
  /// The order is on its way through a cancellation.
  case pending

  /// Whether a reader has to look at the order.
  public var isFlag: Bool { self == .flagged || self == .missingEvidence }

  /// The result in words.
  public var phrase: Phrase {
    switch self {
    case .met: Phrase("met", "符合")
    case .flagged: Phrase("flagged", "不符")
    case .missingEvidence: Phrase("missing evidence", "缺佐證")
    case .pending: Phrase("pending", "處理中")
    }
  }
}

/// One rule's result for one order, with the rule and the record behind it.
///
/// A flag decides nothing: the fee of the order accrues all the same.
public struct OrderFinding: Hashable, Sendable {
  /// The order.
  public let orderID: OrderID
  /// The rule, with its citation.
  public let requirement: RuleRequirement
  /// The result.
  public let result: OrderResult
  /// Why.
  public let reason: Phrase
  /// The row that decided.
  public let record: SourcePosition

  init(_ judgement: OrderJudgement, on order: Order, under requirement: RuleRequirement) {
    orderID = order.id
    self.requirement = requirement
    result = judgement.result
    reason = judgement.reason()
    record = judgement.record ?? order.position
  }
}

/// What one rule says about one order.
///
/// The reason is put in words on demand: most orders meet most rules, and are only counted.
struct OrderJudgement {
  let result: OrderResult
  let reason: () -> Phrase
  /// The row that decided; the order's own where none is given.
  var record: SourcePosition?

  static func met(_ reason: @autoclosure @escaping () -> Phrase) -> OrderJudgement {
    OrderJudgement(result: .met, reason: reason)
  }

  static func flagged(
    _ reason: @autoclosure @escaping () -> Phrase, at record: SourcePosition? = nil
  ) -> OrderJudgement {
    OrderJudgement(result: .flagged, reason: reason, record: record)
  }

  static func missing(
    _ reason: @autoclosure @escaping () -> Phrase, at record: SourcePosition? = nil
  ) -> OrderJudgement {
    OrderJudgement(result: .missingEvidence, reason: reason, record: record)
  }

  static func pending(_ reason: @autoclosure @escaping () -> Phrase) -> OrderJudgement {
    OrderJudgement(result: .pending, reason: reason)
  }
}
