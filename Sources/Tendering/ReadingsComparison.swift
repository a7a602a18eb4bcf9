public import Policy
public import Quantities

/// The awards of some tenders under every reading of the cutoff at once.
///
/// Rounding, ties and base are stated nowhere public, so a committee sees all of them: which items
/// have other winners, and the NT$ at stake. Each item is judged and ranked once.
public struct ReadingsComparison: Hashable, Sendable {
  /// A sum of contract prices, or why it has none.
  public typealias CheckedSum = TenderWinners.CheckedSum

  /// What one item comes to under some of the readings.
  public struct Variant: Hashable, Sendable {
    /// The awarded vendors in ascending order of their names.
    public let winners: [VendorID]
    /// The vendors of an undecided tie in ascending order of their names.
    public let pending: [VendorID]
    /// The sum of the winners' contract prices; pending bids are not in it.
    public let awardedSum: CheckedSum
    /// The readings that give this, in the order of ``Reading/all``.
    public let readings: [Reading]
  }

  /// An item whose winners differ between readings.
  public struct Difference: Hashable, Sendable {
    /// The item.
    public let itemID: ItemID
    /// What it comes to, in the order of each one's first reading.
    public let variants: [Variant]
    /// The largest awarded sum less the smallest.
    public let spread: CheckedSum
  }

  /// What all items together come to under one reading.
  public struct Total: Hashable, Sendable {
    /// The reading.
    public let reading: Reading
    /// Items with at least one awarded bid and none pending.
    public internal(set) var awardedItemCount = 0
    /// Items with a pending tie.
    public internal(set) var pendingItemCount = 0
    /// Items without an award.
    public internal(set) var failedItemCount = 0
    /// Bids awarded.
    public internal(set) var awardedCount = 0
    /// Bids in pending ties.
    public internal(set) var pendingCount = 0
    /// The sum of all contract prices; pending bids are not in it.
    public internal(set) var awardedSum: CheckedSum = .success(.zero)
  }

  /// The items whose winners differ, in the order of the tenders.
  public let differences: [Difference]
  /// One total for each reading, in the order of ``Reading/all``.
  public let totals: [Total]
  /// How many items were compared.
  public let itemCount: Int
  /// The largest total sum less the smallest.
  public let spread: CheckedSum

  /// Compares all readings.
  ///
  /// - Parameters:
  ///   - tenders: One for each item.
  ///   - policy: Everything but the reading; its own reading does not matter.
  ///   - lot: The draw for ties that re-bids leave; the same under every reading.
  /// - Complexity: O(n log n) in the number of bids, and the number of readings times O(n).
  public init(of tenders: some Sequence<Tender>, policy: AwardPolicy, lot: LotDraw? = nil) {
    let rules = Reading.all.map { AwardRule(policy: $0.applied(to: policy), lot: lot) }
    var totals = Reading.all.map { Total(reading: $0) }
    var differences: [Difference] = []
    var itemCount = 0
    for tender in tenders {
      let ranked = RankedTender(tender, reductionRule: policy.priceReduction)
      let results = rules.map { ReadingResult(ranked.winners(by: $0)) }
      for index in totals.indices { totals[index].add(results[index]) }
      if Set(results.map(\.winners)).count > 1 {
        differences.append(Difference(of: tender, results))
      }
      itemCount += 1
    }
    self.differences = differences
    self.totals = totals
    self.itemCount = itemCount
    spread = ReadingsComparison.spread(of: totals.map(\.awardedSum))
  }

  /// The largest of some sums less the smallest; a failure when one of them is.
  fileprivate static func spread(of sums: [CheckedSum]) -> CheckedSum {
    Result { () throws(ArithmeticOverflow) in
      var bounds: (low: Money, high: Money)?
      for sum in sums {
        let money = try sum.get()
        bounds = bounds.map { (min($0.low, money), max($0.high, money)) } ?? (money, money)
      }
      return try (bounds?.high ?? .zero) - (bounds?.low ?? .zero)
    }
  }
}

/// One item's winners under one reading, by bid index in ascending order.
private struct ReadingResult: Hashable {
  let winners: [Int]
  let pending: [Int]
  let awardedSum: ReadingsComparison.CheckedSum

  init(_ decided: TenderWinners) {
    winners = decided.winners.map(\.bidIndex)
    pending = decided.pending
    awardedSum = decided.awardedSum
  }
}

extension ReadingsComparison.Total {
  fileprivate mutating func add(_ result: ReadingResult) {
    if !result.pending.isEmpty {
      pendingItemCount += 1
    } else if result.winners.isEmpty {
      failedItemCount += 1
    } else {
      awardedItemCount += 1
    }
    awardedCount += result.winners.count
    pendingCount += result.pending.count
    let before = awardedSum
    awardedSum = Result { () throws(ArithmeticOverflow) in
      try before.get() + result.awardedSum.get()
    }
  }
}

extension ReadingsComparison.Difference {
  fileprivate init(of tender: Tender, _ results: [ReadingResult]) {
    var distinct: [(result: ReadingResult, readings: [Reading])] = []
    for (result, reading) in zip(results, Reading.all) {
      if let index = distinct.firstIndex(where: { $0.result == result }) {
        distinct[index].readings.append(reading)
      } else {
        distinct.append((result, [reading]))
      }
    }
    itemID = tender.itemID
    variants = distinct.map { result, readings in
      ReadingsComparison.Variant(
        winners: result.winners.map { tender.bids[$0].vendorID }.sorted(),
        pending: result.pending.map { tender.bids[$0].vendorID }.sorted(),
        awardedSum: result.awardedSum, readings: readings)
    }
    spread = ReadingsComparison.spread(of: distinct.map(\.result.awardedSum))
  }
}
