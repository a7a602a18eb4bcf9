import Quantities

/// What one draw of one scenario adds up to.
struct DrawTally {
  private var awarded = Money.zero
  private var reserves = Money.zero
  private var hasVendor: [Bool]
  private var failedItems = 0
  private var fees = Money.zero
  private var value = Money.zero

  init(vendorCount: Int) {
    hasVendor = Array(repeating: false, count: vendorCount)
  }

  /// Adds the winners of an item.
  mutating func add(
    _ offers: [ItemPlay.Offer], reservePrice: Money?
  ) throws(ArithmeticOverflow) {
    guard !offers.isEmpty, let reservePrice else {
      failedItems += 1
      return
    }
    for offer in offers {
      awarded = try awarded + offer.price
      reserves = try reserves + reservePrice
      hasVendor[offer.vendorIndex] = true
    }
  }

  /// Adds the orders of an item.
  mutating func add(_ orders: OrderPlay) throws(ArithmeticOverflow) {
    fees = try fees + orders.fees
    value = try value + orders.value
  }

  /// The value of each metric in its parts, in the order of `Metric.allCases`; `nil` where undefined.
  func values(hasOrders: Bool) throws(ArithmeticOverflow) -> [Int64?] {
    var values: [Int64?] = []
    for metric in Metric.allCases {
      switch metric {
      case .feeRevenue: values.append(hasOrders ? fees.minorUnits : nil)
      case .orderValue: values.append(hasOrders ? value.minorUnits : nil)
      case .awardedSum: values.append(awarded.minorUnits)
      case .failedItems: values.append(Int64(failedItems))
      case .awardedVendors: values.append(Int64(hasVendor.count { $0 }))
      case .awardToReserve: values.append(try awardToReserve())
      }
    }
    return values
  }

  private func awardToReserve() throws(ArithmeticOverflow) -> Int64? {
    guard reserves > .zero else { return nil }
    let parts = Int128(Metric.awardToReserve.partsPerUnit)
    let divisor = Int128(reserves.minorUnits)
    guard
      let ratio = Int64(
        exactly: (Int128(awarded.minorUnits) * parts + divisor / 2) / divisor)
    else { throw ArithmeticOverflow("a ratio of prices") }
    return ratio
  }
}
