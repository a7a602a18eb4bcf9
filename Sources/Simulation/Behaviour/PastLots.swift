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
    let bids = input.bids ?? []
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
    for priced in reserve.items {
      guard let price = priced.reservePrice, price > .zero else { continue }
      let lot = bidsOfItem[priced.item.id] ?? []
      categories[priced.item.category, default: none].add(lot, price, indexOfVendor)
      pooled.add(lot, price, indexOfVendor)
    }
    self.vendors = vendors
    self.categories = categories
    self.pooled = pooled
  }
}

extension PastLots.Evidence {
  fileprivate mutating func add(_ lot: [Bid], _ reserve: Money, _ indexOfVendor: [VendorID: Int]) {
    entryCounts.append(lot.count)
    for bid in lot {
      guard let index = indexOfVendor[bid.vendorID] else { continue }
      participation[index] += 1
      guard bid.status == .valid, let price = bid.unitPrice else {
        disqualifiedCount += 1
        continue
      }
      let exact = Int128(price.minorUnits) * Int128(BidRatios.one)
      let divisor = Int128(reserve.minorUnits)
      // A bid that is too large for any ratio takes no part.
      guard let ratio = Int64(exactly: (exact + divisor / 2) / divisor) else { continue }
      ratios.append(PastLots.Ratio(vendorIndex: index, billionths: ratio))
    }
  }
}
