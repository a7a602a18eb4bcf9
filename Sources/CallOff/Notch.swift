public import Policy
public import Quantities

/// A slab boundary at which the fee falls as the order grows, the lower tier having the higher rate.
///
/// An order just above the boundary pays less than one just below it. That follows from charging one
/// rate on the whole order (slab), which is itself an assumption; marginal tiers have no notch.
public struct Notch: Hashable, Sendable {
  /// How far the fee falls at the boundary.
  public enum Drop: Hashable, Sendable {
    /// Tiers by amount: the fee one minor unit below the boundary, and the one at it.
    case amount(feeBelow: Money, feeAt: Money)
    /// Tiers by quantity: NT$ for each NT$1 of unit price, before rounding and cap.
    case perUnitPrice(Rational)
  }

  /// The tier that starts at the boundary, by its index; at least 1.
  public let tierIndex: Int
  /// What the tiers follow.
  public let measure: TierMeasure
  /// The boundary in hundredths; it belongs to the upper tier.
  public let boundaryHundredths: Int64
  /// How far the fee falls.
  public let drop: Drop
  /// The first measure, in hundredths, whose fee is again at least the one just below the boundary.
  ///
  /// `nil` when no order that an input may state gets there. Under tiers by quantity it is the exact
  /// one, before rounding and cap.
  public let recoversAtHundredths: Int64?

  /// Whether an order of this measure lies above the boundary and pays less than one just below it.
  public func contains(hundredths: Int64) -> Bool {
    hundredths >= boundaryHundredths && recoversAtHundredths.map { hundredths < $0 } ?? true
  }

  /// The NT$ between the fees just below the boundary and at it; `nil` under tiers by quantity,
  /// where it depends on the unit price.
  public var fallInFee: Money? {
    switch drop {
    case .amount(let feeBelow, let feeAt): try? feeBelow - feeAt
    case .perUnitPrice: nil
    }
  }

  /// The notch in words.
  public var phrase: Phrase {
    let boundary = measure.phrase(hundredths: boundaryHundredths)
    let (english, chinese) =
      switch drop {
      case .amount(let feeBelow, let feeAt):
        (
          "the fee falls from NT$\(feeBelow.decimalText) to NT$\(feeAt.decimalText)",
          "作業服務費由 NT$\(feeBelow.decimalText) 降為 NT$\(feeAt.decimalText)"
        )
      case .perUnitPrice(let fall):
        (
          "the fee falls by \(fall.decimalText()) times the unit price",
          "作業服務費減少單價之 \(fall.decimalText()) 倍"
        )
      }
    let recovery = recoversAtHundredths.map { measure.phrase(hundredths: $0) }
    return Phrase(
      "at \(boundary.english) \(english); "
        + (recovery.map { "orders below \($0.english) pay less than one just below the boundary" }
          ?? "every larger order pays less than one just below the boundary"),
      "達 \(boundary.traditionalChinese) 時，\(chinese)；"
        + (recovery.map { "未達 \($0.traditionalChinese) 之訂單，費用低於級距下緣之訂單" }
          ?? "更大之訂單，費用均低於級距下緣之訂單"))
  }
}
