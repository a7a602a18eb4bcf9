public import Policy
public import Quantities

/// Whether a bid can take part in the award, before any ranking.
///
/// A bid takes part when its vendor is admitted, its price is above zero and its price is not above
/// the published reserve price; a price equal to the reserve is valid. Government Procurement Act,
/// Art. 52 I 1; Regulations for Inter-entity Supply Contracts, Art. 4 III. That a price above the
/// reserve is not negotiated is assumed, since the reserve is published. A disqualified bid is
/// disqualified whether or not the item has a reserve price: it was refused before prices were
/// looked at.
public enum BidValidity: Hashable, Sendable {
  /// Takes part at this price.
  case valid(price: Money)
  /// Its price is above the reserve.
  case aboveReserve(price: Money, reservePrice: Money)
  /// Refused.
  case disqualified(DisqualificationReason)
  /// The item has no reserve price to compare with.
  case noReserve

  /// Judges one bid against the reserve price.
  ///
  /// - Parameters:
  ///   - bid: The bid.
  ///   - reservePrice: The published reserve price; `nil` when the item has none.
  public init(of bid: Bid, reservePrice: Money?) {
    self =
      BidValidity.admission(of: bid).map { .disqualified($0) }
      ?? BidValidity.comparison(of: bid.unitPrice ?? .zero, with: reservePrice)
  }

  /// Why a bid is refused before its price is compared; `nil` when it is not.
  static func admission(of bid: Bid) -> DisqualificationReason? {
    guard bid.status == .valid else { return bid.refusal.map { .screenedOut($0) } ?? .refused }
    guard let price = bid.unitPrice, price > .zero else { return .noPrice }
    return nil
  }

  /// The comparison of an admitted price with the reserve price.
  static func comparison(of price: Money, with reservePrice: Money?) -> BidValidity {
    guard let reservePrice else { return .noReserve }
    return price <= reservePrice
      ? .valid(price: price) : .aboveReserve(price: price, reservePrice: reservePrice)
  }

  /// The price of a valid bid; `nil` for any other.
  var validPrice: Money? {
    guard case .valid(let price) = self else { return nil }
    return price
  }
}

/// Why a bid is disqualified.
public enum DisqualificationReason: Hashable, Sendable {
  /// The bid's own status says so.
  case refused
  /// Screening refused the bidder, or what it offers.
  case screenedOut(Phrase)
  /// It has no price above zero, which an input check reports as an error.
  case noPrice

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .screenedOut(let reason): reason
    case .refused: Phrase("disqualified before prices were compared", "開價前已審查為不合格標")
    case .noPrice: Phrase("has no price above zero", "未報高於零之價格")
    }
  }
}
