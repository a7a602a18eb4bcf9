public import Policy
public import Quantities

/// What one item came to.
public enum ItemOutcome: Hashable, Sendable {
  /// This many bids are awarded and none is pending.
  case awarded(count: Int)
  /// `awarded` bids are awarded; `pending` equal ones wait for a decision on `seats` places.
  case pending(awarded: Int, pending: Int, seats: Int)
  /// Nothing is awarded or pending.
  case failed(ItemFailure)

  /// The name that tables use: `awarded`, `pending` or `failed`.
  public var text: String {
    switch self {
    case .awarded: "awarded"
    case .pending: "pending"
    case .failed: "failed"
    }
  }

  /// The outcome in words, with its reason.
  public var phrase: Phrase {
    switch self {
    case .awarded(let count): Phrase("\(count) awarded", "決標 \(count) 家")
    case .pending(let awarded, let pending, let seats):
      Phrase(
        "\(awarded) awarded; \(pending) equal bids pending for \(seats)",
        "決標 \(awarded) 家；\(pending) 家同價爭 \(seats) 個名額，待決")
    case .failed(let failure):
      Phrase("failed: \(failure.phrase.english)", "未能決標：\(failure.phrase.traditionalChinese)")
    }
  }
}

/// Why an item has no award.
public enum ItemFailure: Hashable, Sendable {
  /// The item has no reserve price.
  case noReserve
  /// Nobody bid.
  case noBids
  /// A vendor has two bids, which the input check reports as an error.
  case repeatedBid(VendorID)
  /// No bid is within the reserve price.
  case noValidBid(disqualified: Int, aboveReserve: Int)
  /// The cutoff leaves room for nobody.
  case cutoffIsZero
  /// All bids that could win are tied across the cutoff, and the rule excludes them.
  case tieExcludedAll(tied: Int)
  /// A number has no exact representation.
  case arithmetic(ArithmeticOverflow)

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .noReserve: Phrase("the item has no reserve price", "本品項未訂底價")
    case .noBids: Phrase("no bids were submitted", "無廠商投標")
    case .repeatedBid(let vendor): Phrase("\(vendor) has two bids", "\(vendor) 重複投標")
    case .noValidBid(let disqualified, let aboveReserve):
      Phrase(
        "no valid bid: \(disqualified) disqualified, \(aboveReserve) above the reserve price",
        "無有效標：不合格標 \(disqualified) 家、超底價 \(aboveReserve) 家")
    case .cutoffIsZero: Phrase("the cutoff leaves room for nobody", "決標名額為零")
    case .tieExcludedAll(let tied):
      Phrase(
        "all \(tied) bids that could win are tied across the cutoff and excluded",
        "可決標之 \(tied) 家均於決標名額邊界同價，依規則不決標")
    case .arithmetic(let overflow):
      Phrase(
        "the computation of \(overflow.operation) does not fit", "計算溢位（\(overflow.operation)）")
    }
  }
}
