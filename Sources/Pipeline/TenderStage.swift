public import Policy
public import Quantities
public import Tendering

/// The multiple award of every item of a case.
public struct TenderStage: Sendable {
  /// What is put up for award: an item with its reserve price and comparison prices.
  public struct Lot: Hashable, Sendable {
    /// The item.
    public let itemID: ItemID
    /// The published reserve price; `nil` when the item has none.
    public let reservePrice: Money?
    /// Prices beside the reserve that a low bid is compared with.
    public let comparisonPrices: Tender.ComparisonPrices

    /// Creates a lot.
    public init(
      itemID: ItemID, reservePrice: Money?,
      comparisonPrices: Tender.ComparisonPrices = Tender.ComparisonPrices()
    ) {
      self.itemID = itemID
      self.reservePrice = reservePrice
      self.comparisonPrices = comparisonPrices
    }
  }

  /// What the vendors handed in, in input order.
  public struct Submissions: Sendable {
    /// The bids.
    public var bids: [Bid]
    /// Re-bids of tied vendors.
    public var rebids: [Rebid]
    /// Price reductions.
    public var reductions: [Reduction]

    /// Creates the submissions.
    public init(bids: [Bid], rebids: [Rebid] = [], reductions: [Reduction] = []) {
      self.bids = bids
      self.rebids = rebids
      self.reductions = reductions
    }
  }

  /// One tender for each lot, in the order of the lots.
  public let tenders: [Tender]
  /// One award for each lot, in the order of the lots.
  public let awards: [ItemAward]
  /// The parameters that decided.
  public let policy: AwardPolicy
  /// Where each bid of the input went: the index of its award, and of the bid within it.
  private let placeOfBid: [(award: Int, bid: Int)]

  /// Awards every lot.
  ///
  /// - Parameters:
  ///   - lots: The items; each at most once.
  ///   - submissions: Rows of items that are not among the lots take no part; input checks report
  ///     them.
  ///   - policy: The parameters; a lot is drawn when they hold a seed.
  /// - Complexity: O(n log n) in the number of bids.
  public init(lots: [Lot], submissions: Submissions, policy: AwardPolicy) {
    let indexOfItem = Dictionary(
      lots.enumerated().map { ($0.element.itemID, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var bids = Array(repeating: [Bid](), count: lots.count)
    var places: [(award: Int, bid: Int)] = []
    places.reserveCapacity(submissions.bids.count)
    for bid in submissions.bids {
      guard let index = indexOfItem[bid.itemID] else { continue }
      places.append((index, bids[index].count))
      bids[index].append(bid)
    }
    let rebids = Dictionary(grouping: submissions.rebids, by: \.itemID)
    let reductions = Dictionary(grouping: submissions.reductions, by: \.itemID)
    tenders = zip(lots, bids).map { lot, bids in
      Tender(
        itemID: lot.itemID, reservePrice: lot.reservePrice, bids: bids,
        rebids: rebids[lot.itemID] ?? [], reductions: reductions[lot.itemID] ?? [],
        comparisonPrices: lot.comparisonPrices)
    }
    let rule = TenderStage.rule(policy)
    awards = tenders.map { rule.award($0) }
    placeOfBid = places
    self.policy = policy
  }

  /// Awards the lots of a case among its own bids.
  ///
  /// - Returns: `nil` where the case has no table of bids.
  public init?(_ input: Case, lots: [Lot], policy: AwardPolicy) {
    guard let bids = input.bids else { return nil }
    self.init(
      lots: lots,
      submissions: Submissions(bids: bids, rebids: input.rebids, reductions: input.reductions),
      policy: policy)
  }

  /// The rule with the lot of its seed.
  static func rule(_ policy: AwardPolicy) -> AwardRule {
    AwardRule(policy: policy, lot: policy.lotSeed.map { SeededLot.draw(seed: $0) })
  }

  /// Every bid with its award, in input order.
  public var bidAwards: [(award: ItemAward, bid: BidAward)] {
    placeOfBid.map { (awards[$0.award], awards[$0.award].bids[$0.bid]) }
  }

  /// Errors in the submissions that no rule can decide over, in the order of the lots.
  public func problems() -> [TenderProblem] {
    tenders.flatMap { $0.problems() }
  }

  /// The same tenders under other parameters.
  ///
  /// - Returns: The sum of all contract prices.
  /// - Throws: `ArithmeticOverflow` when the sum does not fit.
  public func awardedSum(under policy: AwardPolicy) throws(ArithmeticOverflow) -> Money {
    let rule = TenderStage.rule(policy)
    var sum = Money.zero
    for tender in tenders {
      sum = try sum + rule.award(tender).awarded.compactMap(\.contractPrice).total()
    }
    return sum
  }

  /// The sum of all contract prices, one unit each.
  ///
  /// - Throws: `ArithmeticOverflow` when the sum does not fit.
  public func awardedSum() throws(ArithmeticOverflow) -> Money {
    var sum = Money.zero
    for award in awards { sum = try sum + award.awarded.compactMap(\.contractPrice).total() }
    return sum
  }

  /// Every reading of the cutoff at once.
  public func readings() -> ReadingsComparison {
    ReadingsComparison(
      of: tenders, policy: policy, lot: policy.lotSeed.map { SeededLot.draw(seed: $0) })
  }
}
