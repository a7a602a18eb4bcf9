import Pipeline
import Pricing
import Quantities
import Tendering

/// The lots of a case that has been tendered, by category.
struct PastLots {
  /// A bid that was not disqualified, as a part of the reserve price of its lot.
  struct Ratio: Hashable, Sendable {
    /// The bidder, by its index among all.
    let vendorIndex: Int
    /// The lot, by its number among those of the category, or of all.
    let lotIndex: Int
    /// Bid ÷ reserve price in 10⁻⁹.
    let billionths: Int64
  }

  /// What one category's lots show.
  struct Evidence {
    /// Bids of each lot with a reserve price, lots without bids too.
    var entryCounts: [Int] = []
    /// Bids that were not disqualified.
    var ratios: [Ratio] = []
    /// Bids that were.
    var disqualifiedCount = 0
    /// Those of them that had a price, in 10⁻⁹ of the reserve.
    var disqualifiedRatios: [Int64] = []
    /// Bids that equal another one of their lot.
    var tiedCount = 0
    /// Bids of each vendor, by its index among all.
    var participation: [Int]

    /// All bids.
    var bidCount: Int { ratios.count + disqualifiedCount }
  }

  /// The vendors in the order of their first bids.
  let vendors: [VendorID]
  /// What each category shows.
  let categories: [Category: Evidence]
  /// What all of them show together.
  let pooled: Evidence

  init(_ input: Case, reserve: ReserveStage) {
    self.init(
      bids: input.bids ?? [],
      lots: reserve.items.map { ($0.item.id, $0.item.category, $0.reservePrice) })
  }

  /// Sorts bids by lot.
  ///
  /// - Parameters:
  ///   - bids: The bids.
  ///   - lots: Every item with its category, where that is known, and its reserve price.
  init(bids: [Bid], lots: [(item: ItemID, category: Category?, reserve: Money?)]) {
    var indexOfVendor: [VendorID: Int] = [:]
    var vendors: [VendorID] = []
    for bid in bids where indexOfVendor[bid.vendorID] == nil {
      indexOfVendor[bid.vendorID] = vendors.count
      vendors.append(bid.vendorID)
    }
    let bidsOfItem = Dictionary(grouping: bids, by: \.itemID)
    let none = Evidence(participation: Array(repeating: 0, count: vendors.count))
    var categories: [Category: Evidence] = [:]
    var pooled = none
    for (item, category, reserve) in lots {
      guard let reserve, reserve > .zero else { continue }
      let lot = bidsOfItem[item] ?? []
      if let category { categories[category, default: none].add(lot, reserve, indexOfVendor) }
      pooled.add(lot, reserve, indexOfVendor)
    }
    self.vendors = vendors
    self.categories = categories
    self.pooled = pooled
  }
}

extension PastLots.Evidence {
  fileprivate mutating func add(_ lot: [Bid], _ reserve: Money, _ indexOfVendor: [VendorID: Int]) {
    let lotIndex = entryCounts.count
    let first = ratios.count
    entryCounts.append(lot.count)
    for bid in lot {
      guard let index = indexOfVendor[bid.vendorID] else { continue }
      participation[index] += 1
      let ratio = bid.unitPrice.flatMap { $0.ratio(to: reserve) }
      guard bid.status == .valid, bid.unitPrice != nil else {
        disqualifiedCount += 1
        if let ratio { disqualifiedRatios.append(ratio) }
        continue
      }
      // A bid that is too large for any ratio takes no part.
      guard let ratio else { continue }
      ratios.append(PastLots.Ratio(vendorIndex: index, lotIndex: lotIndex, billionths: ratio))
    }
    let own = Dictionary(grouping: ratios[first...], by: \.billionths)
    tiedCount += own.values.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) }
  }
}

extension Money {
  /// The amount as a part of a reserve price, in 10⁻⁹, half-up; `nil` where it does not fit.
  fileprivate func ratio(to reserve: Money) -> Int64? {
    let exact = Int128(minorUnits) * Int128(BidRatios.one)
    let divisor = Int128(reserve.minorUnits)
    return Int64(exactly: (exact + divisor / 2) / divisor)
  }
}
