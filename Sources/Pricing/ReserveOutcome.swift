public import Policy
public import Quantities

/// The reserve price of an item, or why it has none.
public enum ReserveOutcome: Hashable, Sendable {
  /// The computed price stands.
  case priced(Money)
  /// The committee decided another price; `computed` is what the policy computes, `nil` for nothing.
  case overridden(Money, computed: Money?)
  /// There is no reserve price.
  case none(NoReserveReason)

  /// The reserve price; `nil` when there is none.
  public var reservePrice: Money? {
    switch self {
    case .priced(let price), .overridden(let price, _): price
    case .none: nil
    }
  }

  /// The outcome as programs read it, the `status` of the reserve table.
  public var statusText: String {
    switch self {
    case .priced: "priced"
    case .overridden: "overridden"
    case .none(let reason): reason.statusText
    }
  }

  /// The outcome in words.
  public var phrase: Phrase {
    switch self {
    case .priced: Phrase("computed by the policy", "依政策計算")
    case .overridden(_, let computed?):
      Phrase(
        "decided by the committee in place of NT$\(computed.decimalText)",
        "由委員會決定，取代計算值 NT$\(computed.decimalText)")
    case .overridden(_, nil):
      Phrase("decided by the committee; nothing was computed", "由委員會決定，無計算值")
    case .none(let reason): reason.phrase
    }
  }
}
