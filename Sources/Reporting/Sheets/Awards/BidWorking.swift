import Quantities
import Tendering

/// A bid's award with the numbers that its formulas pass through, as the engine has them.
struct BidWorking {
  let item: ItemWorking
  let bid: BidAward
  /// The bid among those of its item in the order of the input, counted from 1.
  let position: Int
  /// The re-bid of the input; the first where there are several.
  let rebid: Money?
  let isTied: Bool
  /// What the bids of an item are put in order by; no two are the same.
  let orderKey: Rational
  /// The bid's place among those of its item: awarded ones first, then by rank.
  let place: Int
  /// The number of the bid, among those of all items, whose place is this one's position.
  let shownRow: Int
  /// The first bid of the vendor in any item; `nil` unless awarded.
  let vendorRow: Int?

  /// What formulas and links refer to the row by.
  var key: String { "\(item.award.itemID)#\(position - 1)" }
  /// The price before ties; `nil` unless valid.
  var validPrice: Money? { item.validPrices[position - 1] }
  /// The price that wins; `nil` unless awarded.
  var wonPrice: Money? { bid.contractPrice == nil ? nil : bid.standingPrice }

  /// Why the bid is not valid, as outcomes are named; `nil` when it is.
  var refusal: String? { bid.rank == nil ? bid.outcomeText : nil }
  /// What the decision among equal bids gives the bid; `nil` when it is none of them.
  var tieOutcome: String? { isTied ? bid.outcomeText : nil }
}

extension BidWorking {
  /// The bids of all items, one after the other.
  ///
  /// - Complexity: O(n log n) in the number of bids.
  static func bids(of items: [ItemWorking], rebids: [[VendorID: Money]]) -> [BidWorking] {
    var firstRows: [VendorID: Int] = [:]
    for item in items {
      for (index, bid) in item.award.bids.enumerated() where firstRows[bid.bid.vendorID] == nil {
        firstRows[bid.bid.vendorID] = item.first + index
      }
    }
    return zip(items, rebids).flatMap { item, rebids in
      bids(of: item, rebids: rebids, firstRows: firstRows)
    }
  }

  private static func bids(
    of item: ItemWorking, rebids: [VendorID: Money], firstRows: [VendorID: Int]
  ) -> [BidWorking] {
    let award = item.award
    let tied = Set(award.tie?.vendors ?? [])
    let keys = orderKeys(of: award)
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place + 1 }
    return award.bids.enumerated().map { index, bid in
      let vendor = bid.bid.vendorID
      return BidWorking(
        item: item, bid: bid, position: index + 1, rebid: rebids[vendor],
        isTied: tied.contains(vendor), orderKey: keys[index], place: places[index],
        shownRow: item.first + order[index],
        vendorRow: bid.contractPrice == nil ? nil : firstRows[vendor])
    }
  }

  /// Awarded bids by rank, then valid ones by rank, then the others by price; within these in the
  /// order of the input, as a fraction.
  private static func orderKeys(of award: ItemAward) -> [Rational] {
    let count = award.bids.count
    let prices = award.bids.compactMap(\.bid.unitPrice).sorted()
    let ranks = Dictionary(
      zip(prices, 1...), uniquingKeysWith: { first, _ in first })
    return award.bids.enumerated().map { index, bid in
      let whole: Int
      if let rank = bid.rank {
        whole = rank + (bid.contractPrice == nil ? count : 0)
      } else if let price = bid.bid.unitPrice {
        whole = 2 * count + (ranks[price] ?? 1)
      } else {
        whole = 3 * count + 1
      }
      let numerator = Int128(whole) * Int128(count + 1) + Int128(index + 1)
      return (try? Rational(numerator, over: Int128(count + 1))) ?? .zero
    }
  }
}
