import Pipeline
import Pricing
import Quantities
import Tendering

/// The lots of a case that has been tendered, by category.
struct PastLots {
  /// What one category's lots show.
  struct Evidence {
    /// Bids of each lot with a reserve price, lots without bids too.
    var entryCounts: [Int] = []
    /// Every bid of these lots as a part of the reserve.
    var bids: [BidRatios.Observed] = []
    /// Bids of each vendor, by its index among all.
    var participation: [Int]
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
      if let index = indexOfVendor[bid.vendorID] { participation[index] += 1 }
      let isDisqualified = bid.status == .disqualified
      let ratio = bid.unitPrice.flatMap { price in
        let exact = Int128(price.minorUnits) * Int128(BidRatios.one)
        let divisor = Int128(reserve.minorUnits)
        return Int64(exactly: (exact + divisor / 2) / divisor)
      }
      // A bid that is too large for any ratio takes no part; a disqualified one needs none.
      guard ratio != nil || isDisqualified else { continue }
      bids.append(.init(ratioBillionths: ratio, isDisqualified: isDisqualified))
    }
  }
}
