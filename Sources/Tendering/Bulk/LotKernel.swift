public import Policy
import Quantities

/// The award of one item after another, fast, for tables of many millions of bids.
///
/// The same rule as ``AwardRule`` over plain integers, and equal to it under test. What it does not
/// know (re-bids, a lot, prices that follow the lowest or are reduced, a number that does not fit) it
/// leaves undecided, and ``AwardRule`` decides the item. The cutoff is ``Cutoff``'s own: asked once for
/// each pair of counts, then remembered.
public struct LotKernel: Sendable {
  /// How an item's award ended.
  public enum Decision: Hashable, Sendable {
    /// Every bid has its verdict; so many are pending in a tie.
    case decided(pendingCount: Int)
    /// ``AwardRule`` must decide; the verdicts are all undecided.
    case needsRule
  }

  private let policy: AwardPolicy
  private let limits: (total: PriceLimit, item: PriceLimit)?
  private var cutoffs: CutoffCounts
  private var lanes = LotLanes()

  /// Creates a kernel; each thread needs one of its own.
  ///
  /// - Parameter policy: The parameters of every item.
  public init(policy: AwardPolicy) {
    self.policy = policy
    if let total = PriceLimit(policy.lowPriceTotal), let item = PriceLimit(policy.lowPriceItem) {
      limits = (total, item)
    } else {
      limits = nil
    }
    cutoffs = CutoffCounts(policy)
  }

  /// Awards one item.
  ///
  /// - Parameters:
  ///   - prices: A price in minor units for each bid, in input order: above 0 for an admitted bid, 0
  ///     or less for a disqualified one.
  ///   - reservePrice: The reserve price in minor units; 0 for none.
  ///   - verdicts: Takes a ``PackedVerdict`` for each bid; as many as there are prices.
  /// - Returns: Whether the verdicts stand, or ``AwardRule`` must decide.
  /// - Complexity: O(n²) for small lots, O(n log n) for large ones; nothing is allocated for small
  ///   ones.
  public mutating func award(
    prices: Span<Int64>, reservePrice: Int64, into verdicts: inout MutableSpan<UInt32>
  ) -> Decision {
    let count = min(prices.count, verdicts.count)
    guard reservePrice > 0 else {
      for index in 0..<count {
        verdicts[index] = PackedVerdict(prices[index] > 0 ? .noReserve : .disqualified).rawValue
      }
      return .decided(pendingCount: 0)
    }
    guard lanes.rank(prices, count: count, reservePrice: reservePrice) else {
      return awardLarge(prices, reservePrice, into: &verdicts)
    }
    let validCount = lanes.validCount
    guard
      var cut = cut(validCount, of: count, reservePrice),
      settle(&cut, validCount > 0 ? lanes.covered(by: cut.count) : (0, 0))
    else {
      for index in 0..<count { verdicts[index] = PackedVerdict.undecided.rawValue }
      return .needsRule
    }
    lanes.write(cut, reservePrice: reservePrice, into: &verdicts)
    return .decided(pendingCount: cut.pendingCount)
  }

  /// Awards an item whose bids must be sorted.
  private mutating func awardLarge(
    _ prices: Span<Int64>, _ reservePrice: Int64, into verdicts: inout MutableSpan<UInt32>
  ) -> Decision {
    let count = min(prices.count, verdicts.count)
    let ranks = LotRanks(prices, reservePrice: reservePrice)
    guard var cut = cut(ranks.count, of: count, reservePrice),
      settle(&cut, ranks.covered(by: cut.count))
    else {
      for index in 0..<count { verdicts[index] = PackedVerdict.undecided.rawValue }
      return .needsRule
    }
    var place = 0
    for index in 0..<count {
      let price = prices[index]
      guard price > 0, price <= reservePrice else {
        verdicts[index] = PackedVerdict(price > 0 ? .aboveReserve : .disqualified).rawValue
        continue
      }
      let rank = ranks[place]
      place += 1
      let flags: UInt32 = (price < cut.totalLimit ? 1 : 0) | (price < cut.itemLimit ? 2 : 0)
      verdicts[index] = PackedVerdict(cut.outcome(rank), rank: Int(rank), flags: flags).rawValue
    }
    return .decided(pendingCount: cut.pendingCount)
  }

  /// Draws the cutoff.
  ///
  /// - Returns: `nil` when ``AwardRule`` must decide.
  @inline(__always)
  private mutating func cut(
    _ validCount: Int, of submittedCount: Int, _ reservePrice: Int64
  ) -> LotCut? {
    var cut = LotCut()
    guard submittedCount <= PackedVerdict.largestRank else { return nil }
    guard validCount > 0 else { return policy.priceReduction == .none ? cut : nil }
    guard let limits, policy.contractPrice == .ownBid,
      let count = cutoffs.count(validCount: validCount, submittedCount: submittedCount)
    else { return nil }
    cut.count = Int32(truncatingIfNeeded: count)
    cut.totalLimit = limits.total.of(reservePrice)
    cut.itemLimit = limits.item.of(reservePrice)
    return cut
  }

  /// Says what becomes of bids that are tied across a cutoff.
  ///
  /// - Parameters:
  ///   - cut: The cutoff; takes what becomes of them.
  ///   - covered: The bids whose rank is within the cutoff: how many, and the highest rank.
  /// - Returns: Whether it can be said here; otherwise ``AwardRule`` must decide.
  @inline(__always)
  private func settle(_ cut: inout LotCut, _ covered: (count: Int, lastRank: Int32)) -> Bool {
    guard covered.count > Int(cut.count) else { return true }
    cut.tiedRank = covered.lastRank
    switch policy.tie {
    case .includeAll: cut.tied = .tieIncluded
    case .excludeAll: cut.tied = .tieExcluded
    case .rebidThenLot:
      guard policy.lotSeed == nil else { return false }
      cut.tied = .pendingTie
      cut.pendingCount = covered.count - Int(covered.lastRank) + 1
    }
    return true
  }
}

/// What the verdicts on the valid bids of one item follow from, beside their ranks.
struct LotCut {
  /// k.
  var count: Int32 = 0
  /// The rank of the bids that are tied across the cutoff; 0 for none.
  var tiedRank: Int32 = 0
  /// What becomes of them, and how many stay pending.
  var tied = PackedVerdict.Outcome.pendingTie
  var pendingCount = 0
  /// Prices below are reviewed.
  var totalLimit: Int64 = 0
  var itemLimit: Int64 = 0

  /// The outcome of a valid bid.
  func outcome(_ rank: Int32) -> PackedVerdict.Outcome {
    rank > count ? .beyondCutoff : rank == tiedRank ? tied : .withinCutoff
  }
}

/// A share of a price, rounded up to a whole minor unit, as `LowPriceLimits` takes it.
private struct PriceLimit {
  private let numerator: UInt64
  private let denominator: UInt64

  /// - Returns: `nil` when a part of the fraction does not fit 64 bits.
  init?(_ share: Share) {
    guard let numerator = UInt64(exactly: share.value.numerator),
      let denominator = UInt64(exactly: share.value.denominator)
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The limit for a price above 0; never more than the price, since a share is at most 1.
  func of(_ price: Int64) -> Int64 {
    let product = price.magnitude.multipliedFullWidth(by: numerator)
    if product.high == 0 {
      let (quotient, remainder) = product.low.quotientAndRemainder(dividingBy: denominator)
      return Int64(truncatingIfNeeded: quotient) &+ (remainder == 0 ? 0 : 1)
    }
    guard product.high < denominator else { return price }
    let (quotient, remainder) = denominator.dividingFullWidth(product)
    return Int64(truncatingIfNeeded: quotient) &+ (remainder == 0 ? 0 : 1)
  }
}

/// The cutoffs of small lots, each asked for once.
private struct CutoffCounts {
  private static let side = 64
  private static let unknown: Int32 = -1

  private let policy: AwardPolicy
  private var counts = Array(
    repeating: CutoffCounts.unknown, count: CutoffCounts.side * CutoffCounts.side)

  init(_ policy: AwardPolicy) {
    self.policy = policy
  }

  /// k for a lot; `nil` when it has no exact representation.
  mutating func count(validCount: Int, submittedCount: Int) -> Int? {
    guard validCount < CutoffCounts.side, submittedCount < CutoffCounts.side else {
      return asked(validCount, submittedCount)
    }
    let place = validCount * CutoffCounts.side + submittedCount
    if counts[place] != CutoffCounts.unknown { return Int(counts[place]) }
    guard let count = asked(validCount, submittedCount) else { return nil }
    counts[place] = Int32(truncatingIfNeeded: count)
    return count
  }

  private func asked(_ validCount: Int, _ submittedCount: Int) -> Int? {
    do throws(ArithmeticOverflow) {
      return try Cutoff(
        validCount: validCount, submittedCount: submittedCount, policy: policy
      ).count
    } catch {
      return nil
    }
  }
}
