import Policy
import Quantities
import Tendering

/// The tender of one item in one draw under one scenario.
struct ItemPlay {
  /// A winner of the item.
  struct Offer: Hashable {
    /// The vendor, by its index among all.
    let vendorIndex: Int
    /// The price of its contract.
    let price: Money
  }

  /// Bids simulated have no row in any file.
  private static let position = SourcePosition(file: "simulated", line: 0)

  /// The winners, the lowest price first, equal ones by vendor.
  let offers: [Offer]

  /// Awards the item by the rule itself.
  ///
  /// - Throws: `ArithmeticOverflow` when a price does not fit.
  init(
    itemID: ItemID, reservePrice: Money, luck: BiddingLuck, vendors: [VendorID], policy: AwardPolicy
  ) throws(ArithmeticOverflow) {
    var bids: [Bid] = []
    bids.reserveCapacity(luck.bids.count)
    for (vendorIndex, bid) in zip(luck.vendorIndices, luck.bids) {
      bids.append(
        Bid(
          itemID: itemID, vendorID: vendors[vendorIndex],
          unitPrice: try bid.price(atReserve: reservePrice),
          status: bid.isDisqualified ? .disqualified : .valid, position: ItemPlay.position))
    }
    let rule = AwardRule(policy: policy) { _, tied in luck.lotOrder(of: tied, among: vendors) }
    let award = rule.award(Tender(itemID: itemID, reservePrice: reservePrice, bids: bids))
    if case .failed(.arithmetic(let overflow)) = award.outcome { throw overflow }
    var offers: [Offer] = []
    for (bid, vendorIndex) in zip(award.bids, luck.vendorIndices) {
      guard let price = bid.contractPrice else { continue }
      offers.append(Offer(vendorIndex: vendorIndex, price: price))
    }
    self.offers = offers.sorted { left, right in
      left.price != right.price
        ? left.price < right.price : left.vendorIndex < right.vendorIndex
    }
  }
}

extension BiddingLuck {
  /// Tied vendors in the order of their lots.
  fileprivate func lotOrder(of tied: [VendorID], among vendors: [VendorID]) -> [VendorID] {
    var numbers: [VendorID: UInt32] = [:]
    for (index, number) in zip(vendorIndices, lotNumbers) { numbers[vendors[index]] = number }
    return tied.sorted { left, right in
      let (first, second) = (numbers[left] ?? 0, numbers[right] ?? 0)
      return first != second ? first < second : left < right
    }
  }
}
