public import Pipeline
public import Pricing
public import Quantities
public import Tendering

/// Bidder models fitted to past lots, with how well they fit.
public struct Calibration: Sendable {
  /// What the lots of one category show, or of all.
  public struct Group: Sendable {
    /// The category; `nil` for all lots together.
    public let category: Category?
    /// The fits.
    public let fits: BidderFits
  }

  /// All lots together, then each category that has lots.
  public let groups: [Group]

  /// Fits models to the lots of a case.
  ///
  /// - Parameters:
  ///   - input: The case, with bids.
  ///   - reserve: Its reserve prices.
  public init(_ input: Case, reserve: ReserveStage) {
    self.init(PastLots(input, reserve: reserve))
  }

  /// Fits models to lots without categories.
  ///
  /// - Parameters:
  ///   - bids: The bids.
  ///   - reserves: The reserve price of each item; an item without one is no lot.
  public init(bids: [Bid], reserves: [(item: ItemID, price: Money?)]) {
    self.init(PastLots(bids: bids, lots: reserves.map { ($0.item, nil, $0.price) }))
  }

  private init(_ past: PastLots) {
    groups =
      [Group(category: nil, fits: BidderFits(past.pooled))]
      + Category.allCases.compactMap { category in
        past.categories[category].map { Group(category: category, fits: BidderFits($0)) }
      }
  }

  /// The models as a behaviour file states them, to be used on another case.
  ///
  /// Vendors of the other case have no past here: what vendors make up of the variance becomes a
  /// correlation of each one's bids.
  ///
  /// - Parameter model: Past numbers and ratios as they are, or the best of the fitted distributions.
  /// - Returns: What is stated for all lots, and for each category that has lots.
  public func settings(_ model: BidderModelKind) -> BehaviourSettings {
    var settings = BehaviourSettings()
    for group in groups {
      if let category = group.category {
        settings.categories[category] = group.fits.values(model)
      } else {
        settings.all = group.fits.values(model)
      }
    }
    return settings
  }
}

extension BidderFits {
  /// What a behaviour file states of these fits.
  fileprivate func values(_ model: BidderModelKind) -> BehaviourSettings.Values {
    var values = BehaviourSettings.Values()
    if (1...EntryModel.largestCount).contains(vendorCount) { values.potentialVendors = vendorCount }
    values.entry = model == .empirical ? entry.observed : entry.chosen?.stated
    guard bidCount > 0 else { return values }
    values.disqualificationRate = disqualified.thousandths
    values.bidRatio = model == .empirical ? ratios.observed : ratios.chosen?.stated
    if model == .parametric, values.bidRatio != nil {
      values.atReserve = ratios.atReserve.thousandths
      values.aboveReserve = ratios.aboveReserve.thousandths
    }
    values.vendorCorrelation = BidderFits.share(vendorShare, atMost: 1)
    values.itemCorrelation = BidderFits.share(lotShare, atMost: 1 - vendorShare)
    // What vendors make up of the variance is the correlation above; levels of the vendors of another
    // case would count it twice.
    values.hasVendorLevels = false
    return values
  }

  private static func share(_ number: Double, atMost bound: Double) -> Share? {
    // Down, so that two of them are at most 1 together.
    let thousandths = Int128((min(max(number, 0), max(bound, 0)) * 1_000).rounded(.down))
    return (try? Rational(thousandths, over: 1_000)).flatMap { Share($0) }
  }
}

extension Share {
  /// The share to a thousandth of a per cent.
  fileprivate var thousandths: Share {
    let scale = Rational(100_000)
    guard let scaled = try? value * scale,
      let rounded = try? Rational(scaled.rounded(.halfUp), over: 100_000)
    else { return self }
    return Share(rounded) ?? self
  }
}
