public import Policy
public import Quantities

/// One entry of the ledger: on a day, an amount moves.
public struct FeeEvent: Hashable, Sendable {
  /// What happens; on one day in this order.
  public enum Kind: Int, CaseIterable, Comparable, Sendable {
    /// A fee accrues by its order's date.
    case accrual
    /// A payment comes in.
    case collection
    /// A fee is reversed by the ruling that cancels its order.
    case reversal

    /// Whether the left kind comes first within a day.
    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    /// The kind in words.
    public var phrase: Phrase {
      switch self {
      case .accrual: Phrase("accrual", "計列")
      case .collection: Phrase("collection", "收款")
      case .reversal: Phrase("reversal", "沖回")
      }
    }
  }

  /// The day.
  public let day: Day
  /// What happens.
  public let kind: Kind
  /// The order.
  public let orderID: OrderID
  /// The amount moved; not below 0.
  public let amount: Money
  /// The row that the entry comes from: the order's, or the payment's.
  public let position: SourcePosition
  /// The order's row of the ledger.
  let assessmentIndex: Int
}

extension FeeEvent {
  /// The entries of some rows, by day, kind, order and payment, whatever the order of the rows.
  ///
  /// - Complexity: O(n log n) in the number of entries.
  static func events(of assessments: [FeeAssessment]) -> [FeeEvent] {
    var events: [FeeEvent] = []
    events.reserveCapacity(assessments.count)
    for (index, assessment) in assessments.enumerated() {
      let order = assessment.order
      func add(_ kind: Kind, _ day: Day, _ amount: Money, _ position: SourcePosition) {
        events.append(
          FeeEvent(
            day: day, kind: kind, orderID: order.id, amount: amount, position: position,
            assessmentIndex: index))
      }
      if let day = assessment.accruedOn {
        add(.accrual, day, assessment.fee.charged, order.position)
      }
      for payment in assessment.payments {
        add(.collection, payment.collectedOn, payment.amount, payment.position)
      }
      if let day = assessment.reversedOn {
        add(.reversal, day, assessment.fee.charged, order.position)
      }
    }
    events.sort(by: isEarlier)
    return events
  }

  private static func isEarlier(_ left: FeeEvent, _ right: FeeEvent) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.kind != right.kind { return left.kind < right.kind }
    if left.orderID != right.orderID { return left.orderID < right.orderID }
    if left.position.file != right.position.file {
      return left.position.file < right.position.file
    }
    return left.position.line < right.position.line
  }
}
