public import Policy
import Quantities

/// The lot among bids that are still equal after re-bids.
///
/// Enforcement Rules, Art. 62. The draw is supplied from outside and seeded, so that anyone can
/// repeat it; it sees the vendors in the order of their names, so the order of the input rows
/// decides nothing.
enum Lot {
  /// What came of asking for a lot.
  enum Result {
    /// The vendors in drawn order.
    case drawn(seed: UInt64, order: [VendorID])
    /// There was none.
    case notDrawn(PendingReason)
  }

  /// Draws among vendors.
  ///
  /// - Parameters:
  ///   - vendors: In ascending order of their names.
  ///   - itemID: The item.
  ///   - rule: The seed and the draw.
  /// - Returns: The drawn order, or why there is none.
  static func draw(among vendors: [VendorID], itemID: ItemID, rule: AwardRule) -> Result {
    guard let seed = rule.policy.lotSeed else { return .notDrawn(.noLotSeed) }
    guard let lot = rule.lot else { return .notDrawn(.noDraw) }
    let order = lot(itemID, vendors)
    guard order.sorted() == vendors else { return .notDrawn(.unusableDraw) }
    return .drawn(seed: seed, order: order)
  }
}

/// Why a tie is pending rather than decided by lot.
public enum PendingReason: Hashable, Sendable {
  /// The policy has no seed for a lot.
  case noLotSeed
  /// The policy has a seed, but no draw was supplied.
  case noDraw
  /// The draw did not return exactly the tied vendors.
  case unusableDraw

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .noLotSeed: Phrase("no lot was drawn: award.lot_seed is none", "未抽籤：未設定 award.lot_seed")
    case .noDraw: Phrase("no lot was drawn: no draw was supplied", "未抽籤：未提供抽籤程序")
    case .unusableDraw:
      Phrase(
        "the lot is unusable: it did not return exactly the tied vendors",
        "抽籤結果無法採用：與同價廠商名單不符")
    }
  }
}
