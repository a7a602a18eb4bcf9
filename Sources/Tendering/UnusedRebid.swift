public import Policy
public import Quantities

/// Why a supplied re-bid has no effect.
public enum UnusedRebidReason: Hashable, Sendable {
  /// No equal bids lie across the cutoff.
  case noTie
  /// The tie rule in force takes no re-bids.
  case tieRuleTakesNone
  /// The vendor is not among the tied ones.
  case notTied
  /// It is above the vendor's own price, so no reduction: an input error.
  case aboveOwnPrice(Money)
  /// It is not above zero: an input error.
  case notAboveZero
  /// An earlier row gives this vendor's re-bid: an input error.
  case repeated

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .noTie: Phrase("no equal bids lie across the cutoff", "決標名額邊界無同價情形")
    case .tieRuleTakesNone: Phrase("the tie rule takes no re-bids", "所採同價處理規則不辦理比減價格")
    case .notTied: Phrase("the vendor is not among the tied ones", "該廠商不在同價廠商之列")
    case .aboveOwnPrice(let price):
      Phrase(
        "is above the vendor's own price of NT$\(price.decimalText)",
        "高於該廠商原標價 NT$\(price.decimalText)")
    case .notAboveZero: Phrase("is not above zero", "未高於零")
    case .repeated: Phrase("an earlier row gives this vendor's re-bid", "該廠商之比減價格已見於前列")
    }
  }
}

/// A supplied re-bid that has no effect, and why.
public struct UnusedRebid: Hashable, Sendable {
  /// The re-bid.
  public let rebid: Rebid
  /// Why it has no effect.
  public let reason: UnusedRebidReason
}

extension Rebid {
  /// Why the re-bid is no reduction of a vendor's own price; `nil` when it is one.
  ///
  /// A re-bid equal to the price stands: the vendor was asked and did not go lower.
  func refusal(against ownPrice: Money) -> UnusedRebidReason? {
    guard unitPrice > .zero else { return .notAboveZero }
    return unitPrice <= ownPrice ? nil : .aboveOwnPrice(ownPrice)
  }
}
