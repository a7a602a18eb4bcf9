public import Quantities

/// What one bid of a large table came to, in 32 bits: its outcome, its low-price flags, its rank.
///
/// Holds what ``LotKernel`` decides; a bid that needs more, such as a price after a re-bid, is left
/// ``Outcome/undecided`` and gets a ``BidAward``.
public struct PackedVerdict: Hashable, Sendable {
  /// The outcomes that fit.
  public enum Outcome: UInt32, CaseIterable, Sendable {
    /// Left to ``AwardRule``.
    case undecided
    /// The item has no reserve price.
    case noReserve
    /// Refused before prices were compared.
    case disqualified
    /// The price is above the reserve.
    case aboveReserve
    /// Awarded, among the lowest k.
    case withinCutoff
    /// Awarded, tied across the cutoff, all included.
    case tieIncluded
    /// Valid, not among the lowest k.
    case beyondCutoff
    /// Valid, tied across the cutoff, all excluded.
    case tieExcluded
    /// Tied across the cutoff, not decided.
    case pendingTie

    /// Whether the bid is valid, so that it has a rank and is reviewed for a low price.
    public var isRanked: Bool { rawValue >= Outcome.withinCutoff.rawValue }

    /// Whether a contract is awarded, at the bid's own price.
    public var isAwarded: Bool { self == .withinCutoff || self == .tieIncluded }
  }

  /// The highest rank that fits; a lot of more bids is left to ``AwardRule``.
  public static let largestRank = 1 << 27 - 1
  /// How many values ``kind`` has.
  public static let kindCount = 32
  /// Not decided here.
  public static let undecided = PackedVerdict(rawValue: 0)

  static let kindBits: UInt32 = 5
  // Outcomes without a rank have one value each, those with a rank four: one a set of flags.
  private static let firstRanked = Outcome.withinCutoff.rawValue

  /// The bits; a rank above a ``kind``.
  public let rawValue: UInt32

  /// Takes the bits of a verdict.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// A verdict on a bid without a rank.
  public init(_ outcome: Outcome) {
    rawValue = outcome.isRanked ? PackedVerdict.kind(outcome, flags: 0) : outcome.rawValue
  }

  /// A verdict on a valid bid.
  ///
  /// - Parameters:
  ///   - outcome: An outcome with a rank.
  ///   - rank: From 1 to ``largestRank``.
  ///   - flags: Bit 0 for below the limit of totals, bit 1 for that of items.
  init(_ outcome: Outcome, rank: Int, flags: UInt32) {
    rawValue =
      UInt32(truncatingIfNeeded: rank) << PackedVerdict.kindBits
      | PackedVerdict.kind(outcome, flags: flags)
  }

  /// The value of an outcome with a rank; flags are added to it.
  static func kind(_ outcome: Outcome, flags: UInt32) -> UInt32 {
    firstRanked + (outcome.rawValue - firstRanked) * 4 + flags
  }

  /// Outcome and flags as one small number, for tables of texts.
  @inlinable
  public var kind: Int { Int(rawValue & 31) }

  /// 1 plus the number of strictly lower valid bids; 0 where the bid has no rank.
  @inlinable
  public var rank: Int { Int(rawValue >> 5) }

  /// What the bid came to.
  public var outcome: Outcome {
    let kind = UInt32(kind)
    let value =
      kind < PackedVerdict.firstRanked
      ? kind : PackedVerdict.firstRanked + (kind - PackedVerdict.firstRanked) / 4
    return Outcome(rawValue: value) ?? .undecided
  }

  /// What about the price calls for a review.
  public var lowPriceFlags: [LowPriceFlag] {
    guard outcome.isRanked else { return [] }
    let flags = (UInt32(kind) - PackedVerdict.firstRanked) % 4
    return (flags & 1 == 0 ? [] : [.belowTotal]) + (flags & 2 == 0 ? [] : [.belowItem])
  }

  /// The outcome with its reason, as a ``BidAward`` has it.
  ///
  /// - Parameter reservePrice: The item's; where it has none a bid is never above it.
  /// - Returns: `nil` where the outcome is not decided.
  public func bidOutcome(reservePrice: Money?) -> BidOutcome? {
    switch outcome {
    case .undecided: nil
    case .noReserve: .noReserve
    case .disqualified: .disqualified(.refused)
    case .aboveReserve: .aboveReserve(reservePrice: reservePrice ?? .zero)
    case .withinCutoff: .awarded(.withinCutoff)
    case .tieIncluded: .awarded(.tieIncluded)
    case .beyondCutoff: .notAwarded(.beyondCutoff)
    case .tieExcluded: .notAwarded(.tieExcluded)
    case .pendingTie: .pendingTie
    }
  }
}
