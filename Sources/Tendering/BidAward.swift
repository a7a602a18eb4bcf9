public import Policy
public import Quantities

/// What one bid came to.
public struct BidAward: Hashable, Sendable {
  /// The bid as submitted.
  public let bid: Bid
  /// The price that the bid stands at in the end: its own, or the last reduction or re-bid taken;
  /// `nil` for a disqualified bid.
  public let standingPrice: Money?
  /// 1 plus the number of strictly lower valid bids, before re-bids; `nil` unless valid.
  public let rank: Int?
  /// The outcome with its reason.
  public let outcome: BidOutcome
  /// The price of the contract; `nil` unless awarded.
  public let contractPrice: Money?
  /// The review of a low price; `nil` when the price is not low or the bid not valid.
  public let lowPriceReview: LowPriceReview?

  /// The outcome's name in tables: `awarded`, `not-awarded`, `above-reserve`, `disqualified`,
  /// `pending-tie` or `no-reserve`.
  public var outcomeText: String { outcome.text }

  /// The tokens of the low-price findings joined by ";", such as `below-total;below-item`; empty
  /// when there are none.
  public var lowPriceFlagText: String { lowPriceReview?.flagText ?? "" }

  /// Why the bid came to its outcome.
  public var reason: Phrase {
    guard let contractPrice, contractPrice != standingPrice else { return outcome.phrase }
    return Phrase(
      outcome.phrase.english + "; contract at the lowest awarded price (hypothetical)",
      outcome.phrase.traditionalChinese + "；契約價從最低決標價（假設情境）")
  }
}

/// What a bid can come to.
public enum BidOutcome: Hashable, Sendable {
  /// A contract is awarded.
  case awarded(AwardReason)
  /// Valid, but no contract.
  case notAwarded(NotAwardedReason)
  /// The price is above the reserve.
  case aboveReserve(reservePrice: Money)
  /// Refused before prices were compared.
  case disqualified(DisqualificationReason)
  /// Equal bids lie across the cutoff and nothing has decided between them.
  case pendingTie
  /// The item has no reserve price.
  case noReserve

  /// What stands before the reserve price in the reason of a bid that is above it.
  public static let aboveReserveWords = Phrase("above the reserve price of NT$", "高於底價 NT$")

  /// The name that tables use.
  public var text: String {
    switch self {
    case .awarded: "awarded"
    case .notAwarded: "not-awarded"
    case .aboveReserve: "above-reserve"
    case .disqualified: "disqualified"
    case .pendingTie: "pending-tie"
    case .noReserve: "no-reserve"
    }
  }

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .awarded(let reason): reason.phrase
    case .notAwarded(let reason): reason.phrase
    case .aboveReserve(let reservePrice):
      Phrase(
        BidOutcome.aboveReserveWords.english + reservePrice.decimalText,
        BidOutcome.aboveReserveWords.traditionalChinese + reservePrice.decimalText)
    case .disqualified(let reason): reason.phrase
    case .pendingTie:
      Phrase("equal bids across the cutoff, not yet decided", "決標名額邊界同價，尚未決定")
    case .noReserve: Phrase("the item has no reserve price", "本品項未訂底價")
    }
  }
}

/// Why a bid is awarded.
public enum AwardReason: Hashable, Sendable {
  /// Among the lowest k.
  case withinCutoff
  /// Tied across the cutoff, all included.
  case tieIncluded
  /// Tied across the cutoff, lowest after re-bids.
  case rebid
  /// Tied across the cutoff, drawn by lot.
  case lot

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .withinCutoff: Phrase("within the cutoff", "在決標名額之內")
    case .tieIncluded:
      Phrase("tied at the cutoff price; all tied bids included", "與截點價同價，同價者全數決標")
    case .rebid: Phrase("tied at the cutoff price; won by re-bid", "與截點價同價，經比減價格決標")
    case .lot: Phrase("tied at the cutoff price; drawn by lot", "與截點價同價，經抽籤決標")
    }
  }
}

/// Why a valid bid is not awarded.
public enum NotAwardedReason: Hashable, Sendable {
  /// Not among the lowest k.
  case beyondCutoff
  /// Tied across the cutoff, all excluded.
  case tieExcluded
  /// Tied across the cutoff, not among the lowest after re-bids.
  case rebidLost
  /// Tied across the cutoff, not drawn.
  case lotLost
  /// The item as a whole could not be decided.
  case itemFailed(ItemFailure)

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .beyondCutoff: Phrase("beyond the cutoff", "超出決標名額")
    case .tieExcluded:
      Phrase("tied at the cutoff price; all tied bids excluded", "與截點價同價，同價者均不決標")
    case .rebidLost:
      Phrase("tied at the cutoff price; not among the lowest re-bids", "與截點價同價，比減價格未得標")
    case .lotLost: Phrase("tied at the cutoff price; not drawn by lot", "與截點價同價，抽籤未中")
    case .itemFailed(let failure): failure.phrase
    }
  }
}
