import Pipeline
import Quantities
import Tendering

/// An item's award with the numbers that its formulas pass through, as the engine has them.
struct ItemWorking {
  let award: ItemAward
  /// The item's row, counted from 1.
  let number: Int
  /// The item's first and last bid among the bids of all items, counted from 1.
  let first: Int
  let last: Int
  /// The price of each bid before ties; `nil` unless valid.
  let validPrices: [Money?]
  /// Valid bids below the cutoff price, and at it; 0 without a cutoff.
  let belowCount: Int
  let equalCount: Int
  /// The price up to which tied bids can win after re-bids; `nil` without such a tie.
  let boundary: Money?
  /// Tied bids at the boundary, and the places that are left for them.
  let boundaryCount: Int
  let openCount: Int
  /// The place that the lot gave each vendor, counted from 1.
  let lotPlaces: [VendorID: Int]
  /// The sum of contract prices.
  let awardedSum: Money

  /// Works an award out.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - number: The item's row, counted from 1.
  ///   - first: Its first bid, counted from 1.
  /// - Throws: `ArithmeticOverflow` when the sum of contract prices does not fit.
  init(_ award: ItemAward, number: Int, first: Int) throws(ArithmeticOverflow) {
    self.award = award
    self.number = number
    self.first = first
    last = first + award.bids.count - 1
    let tied = Set(award.tie?.vendors ?? [])
    validPrices = award.bids.map { bid in
      guard bid.rank != nil else { return nil }
      return tied.contains(bid.bid.vendorID) ? award.tie?.price : bid.standingPrice
    }
    let prices = validPrices.compactMap { $0 }
    belowCount = award.cutoffPrice.map { cutoff in prices.count { $0 < cutoff } } ?? 0
    equalCount = award.cutoffPrice.map { cutoff in prices.count { $0 == cutoff } } ?? 0

    let tiedPrices = award.bids.filter { tied.contains($0.bid.vendorID) }
      .compactMap(\.standingPrice).sorted()
    let boundary = award.tie.flatMap { tie in
      tie.resolution.isAfterRebids ? tiedPrices.dropFirst(tie.seatCount - 1).first : nil
    }
    self.boundary = boundary
    boundaryCount = boundary.map { price in tiedPrices.count { $0 == price } } ?? 0
    openCount =
      boundary.map { price in
        (award.tie?.seatCount ?? 0) - tiedPrices.count { $0 < price }
      } ?? 0
    var places: [VendorID: Int] = [:]
    if case .lot(_, let order, _) = award.tie?.resolution {
      for (index, vendor) in order.enumerated() { places[vendor] = index + 1 }
    }
    lotPlaces = places
    awardedSum = try award.awarded.compactMap(\.contractPrice).total()
  }

  /// Places that the cutoff leaves for the bids at its price.
  var seatCount: Int { award.cutoffCount - belowCount }
  /// The name of the decision among equal bids.
  var decision: String { award.tie?.resolution.token ?? "none" }
  /// Bids that the lot named.
  var drawnCount: Int { lotPlaces.count }
  /// The lowest price that won, before any rule about contract prices.
  var lowestWonPrice: Money? { award.awarded.compactMap(\.standingPrice).min() }
  /// Whether prices were reduced because none was within the reserve.
  var isReduced: Bool { award.priceReduction != nil }

  /// The mean contract price as a part of the reserve price.
  var meanRatio: Rational? {
    guard award.awardedCount > 0, let reserve = award.reservePrice,
      let mean = try? awardedSum.exact / Rational(Int64(award.awardedCount))
    else { return nil }
    return try? mean / reserve.exact
  }
}

extension TieRecord.Resolution {
  /// Whether the tied bids were compared after re-bids.
  fileprivate var isAfterRebids: Bool {
    switch self {
    case .includedAll, .excludedAll: false
    case .rebids, .lot, .pending: true
    }
  }
}
