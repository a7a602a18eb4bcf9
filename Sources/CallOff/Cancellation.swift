public import Policy
public import Quantities

/// What the status of an order does to its fee.
///
/// The vendor agrees, the agency returns the order in the e-procurement system with a reason, and
/// the contracting administration (本署) rules on it (slide 13). A cancelled order accrues on its order
/// date and reverses on the date of the ruling: net 0, the row kept. A returned order without a
/// ruling does not accrue. When either fee counts is stated nowhere: both are assumptions.
public enum FeeStanding: Hashable, Sendable {
  /// The fee accrued and stands.
  case accrued(on: Day)
  /// The agency returned the order and nobody ruled yet: nothing accrues.
  case pending(returnedOn: Day?)
  /// The fee accrued and was reversed by the ruling.
  case reversed(accruedOn: Day, reversedOn: Day)

  /// The path that a cancellation takes, as the deck has it.
  public static let path = Derivation.Rule(
    Citation("Slide 13 of the deck (《雲端服務共同供應契約調整說明》)"), .seed)
  /// When a cancelled or returned order's fee counts.
  public static let timing = Derivation.Rule(
    Citation(
      "Stated in no public source: on which dates a returned order's fee counts"
        + "（退件訂單之計列及沖回日，未見於公開資料）"), .assumed)

  /// The standing that an order's status gives.
  public init(_ order: Order) {
    self =
      switch order.status {
      case .active: .accrued(on: order.orderedOn)
      case .returnPending(let returnedOn): .pending(returnedOn: returnedOn)
      case .cancelled(_, let ruledOn):
        .reversed(accruedOn: order.orderedOn, reversedOn: ruledOn)
      }
  }

  /// The day the fee accrued; `nil` while a return is pending.
  public var accruedOn: Day? {
    switch self {
    case .accrued(let day), .reversed(let day, _): day
    case .pending: nil
    }
  }

  /// The day the fee was reversed; `nil` when it was not.
  public var reversedOn: Day? {
    switch self {
    case .accrued, .pending: nil
    case .reversed(_, let day): day
    }
  }

  /// The status as tables write it: `active`, `return-pending` or `cancelled`.
  public var statusText: String {
    switch self {
    case .accrued: "active"
    case .pending: "return-pending"
    case .reversed: "cancelled"
    }
  }

  /// The status in words.
  public var statusPhrase: Phrase {
    switch self {
    case .accrued: Phrase("active", "有效")
    case .pending: Phrase("return pending", "退件待裁定")
    case .reversed: Phrase("cancelled", "已取消")
    }
  }

  /// The standing in words.
  public var phrase: Phrase {
    switch self {
    case .accrued(let day): Phrase("accrued on \(day)", "於 \(day) 計列")
    case .pending(let day):
      Phrase(
        "not accrued: returned\(day.map { " on \($0)" } ?? ""), no ruling yet",
        "未計列：已\(day.map { "於 \($0) " } ?? "")退件，尚待裁定")
    case .reversed(let accruedOn, let reversedOn):
      Phrase(
        "accrued on \(accruedOn), reversed on \(reversedOn) by the ruling; net 0",
        "於 \(accruedOn) 計列，經裁定取消於 \(reversedOn) 沖回；淨額 0")
    }
  }
}
