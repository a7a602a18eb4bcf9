public import Quantities

/// What past lots of one category, or of all, show about bidders.
public struct BidderFits: Hashable, Sendable {
  /// Lots with a reserve price.
  public let lotCount: Int
  /// All bids.
  public let bidCount: Int
  /// Vendors with a bid.
  public let vendorCount: Int
  /// The share of the bids that were disqualified.
  public let disqualified: Share
  /// The ratios of disqualified bids that had a price, ascending.
  public let disqualifiedRatios: [Double]
  /// Bids that equal another one for the same item, as a share of those not disqualified.
  public let tied: Share
  /// The share of the variance of normal scores that vendors make up.
  public let vendorShare: Double
  /// The share of the variance of normal scores that lots make up.
  public let lotShare: Double
  /// The number of bids.
  public let entry: EntryCalibration
  /// Bid ÷ reserve price.
  public let ratios: RatioCalibration

  init(_ evidence: PastLots.Evidence) {
    lotCount = evidence.entryCounts.count
    bidCount = evidence.bidCount
    vendorCount = evidence.participation.count { $0 > 0 }
    disqualified = BidderFits.share(evidence.disqualifiedCount, of: evidence.bidCount)
    disqualifiedRatios = evidence.disqualifiedRatios.sorted().map {
      Double($0) / Double(BidRatios.one)
    }
    tied = BidderFits.share(evidence.tiedCount, of: evidence.ratios.count)
    let scores = NormalPlaces.scores(of: evidence.ratios.map(\.billionths))
    vendorShare =
      VarianceShare(
        of: scores, groups: evidence.ratios.map(\.vendorIndex)
      ).share
    lotShare = VarianceShare(of: scores, groups: evidence.ratios.map(\.lotIndex)).share
    entry = EntryCalibration(evidence.entryCounts, vendors: vendorCount)
    ratios = RatioCalibration(evidence.ratios.map(\.billionths))
  }

  private static func share(_ part: Int, of whole: Int) -> Share {
    guard whole > 0, let exact = try? Rational(Int128(part), over: Int128(whole)) else {
      return .zero
    }
    return Share(exact) ?? .zero
  }
}
