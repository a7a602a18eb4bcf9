public import Policy
import Quantities

/// A tender up to the ranking: what is the same under every reading of the cutoff.
public struct RankedTender: Sendable {
  /// The tender.
  public let tender: Tender
  /// The validity of each bid, in input order.
  let validities: [BidValidity]
  /// The valid bids, ranked.
  let ranking: Ranking
  /// What came of the reduction of prices; `nil` when it was not entered.
  let reduction: PriceReductionRecord?
  /// A vendor with two bids, which no rule knows how to award.
  let repeatedVendor: VendorID?

  /// Bids that can take part; after a reduction of prices, those within the reserve then.
  public var validCount: Int { ranking.entries.count }

  /// Judges and ranks the bids.
  ///
  /// - Parameters:
  ///   - tender: The tender.
  ///   - reductionRule: Whether prices may be reduced where no bid is valid.
  /// - Complexity: O(n log n) in the number of bids.
  public init(_ tender: Tender, reductionRule: PriceReductionRule) {
    self.tender = tender
    var validities = tender.bids.map { BidValidity(of: $0, reservePrice: tender.reservePrice) }
    let needsReduction =
      tender.reservePrice != nil && !validities.contains { $0.validPrice != nil }
    if reductionRule == .article53, needsReduction, !tender.bids.isEmpty {
      let path = PriceReductionPath(of: tender)
      for (index, price) in path.prices.enumerated() {
        guard let price else { continue }
        validities[index] = BidValidity.comparison(of: price, with: tender.reservePrice)
      }
      reduction = path.record
    } else {
      reduction = nil
    }
    self.validities = validities
    ranking = Ranking(of: validities)

    var vendors: Set<VendorID> = []
    vendors.reserveCapacity(tender.bids.count)
    repeatedVendor = tender.bids.first { !vendors.insert($0.vendorID).inserted }?.vendorID
  }

  /// Where no bid can be awarded under any reading: the item's failure.
  var failure: ItemFailure? {
    if tender.reservePrice == nil { return .noReserve }
    if tender.bids.isEmpty { return .noBids }
    if let repeatedVendor { return .repeatedBid(repeatedVendor) }
    guard ranking.entries.isEmpty else { return nil }
    let disqualifiedCount = validities.count {
      if case .disqualified = $0 { true } else { false }
    }
    return .noValidBid(
      disqualified: disqualifiedCount, aboveReserve: validities.count - disqualifiedCount)
  }
}
