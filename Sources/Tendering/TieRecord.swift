public import Policy
public import Quantities

/// What happened to equal bids that lay across the cutoff.
public struct TieRecord: Hashable, Sendable {
  /// How a tie ended.
  public enum Resolution: Hashable, Sendable {
    /// All tied bids are awarded.
    case includedAll
    /// None of the tied bids is awarded.
    case excludedAll
    /// The re-bids alone decided.
    case rebids
    /// A lot among the vendors still equal gave the last `seatCount` places.
    case lot(seed: UInt64, order: [VendorID], seatCount: Int)
    /// These vendors are still equal and `seatCount` places are open.
    case pending([VendorID], seatCount: Int, PendingReason)
  }

  /// The cutoff price, which all tied bids share.
  public let price: Money
  /// The tied vendors in ascending order of their names.
  public let vendors: [VendorID]
  /// How many of them the cutoff leaves room for; fewer than there are.
  public let seatCount: Int
  /// The re-bids that were taken, in input order.
  public let rebids: [Rebid]
  /// How the tie ended.
  public let resolution: Resolution

  /// The end of the tie in words.
  public var phrase: Phrase {
    switch resolution {
    case .includedAll:
      Phrase("all \(vendors.count) tied bids are awarded", "\(vendors.count) 家同價廠商全數決標")
    case .excludedAll:
      Phrase("none of the \(vendors.count) tied bids is awarded", "\(vendors.count) 家同價廠商均不決標")
    case .rebids: Phrase("decided by re-bids", "以比減價格決定")
    case .lot(let seed, let order, let seatCount):
      Phrase(
        "decided by lot among \(order.count) vendors for \(seatCount) (seed \(seed))",
        "由 \(order.count) 家廠商抽籤決定 \(seatCount) 家（種子 \(seed)）")
    case .pending(let vendors, let seatCount, let reason):
      Phrase(
        "pending among \(vendors.count) vendors for \(seatCount): \(reason.phrase.english)",
        "\(vendors.count) 家廠商爭 \(seatCount) 個名額，待決：\(reason.phrase.traditionalChinese)")
    }
  }
}
