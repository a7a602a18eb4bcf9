/// What is special about one item of a synthetic case.
///
/// Stories return every ``period`` items, so that a case of at least that size has all of them; they
/// need enough bids and evidence an item, and are left out where there are fewer.
enum ItemStory: Hashable, Sendable {
  case ordinary
  case singleClass
  case staleEvidence
  case constantClass
  case noBids
  case allAboveReserve
  case tie(OddityKind)
  case lowBids
  case bidsAtReserve
  case decidedReserve
  case singleBid
  case manyBids

  /// Items after which the stories return.
  static let period = 32

  /// The story of the item counted from 0.
  init(item index: Int) {
    self =
      switch index % ItemStory.period {
      case 3: .singleClass
      case 6: .staleEvidence
      case 9: .constantClass
      case 11: .noBids
      case 13: .allAboveReserve
      case 15: .tie(.tieRebid)
      case 17: .tie(.tiePending)
      case 19: .tie(.tieEqualRebid)
      case 21: .lowBids
      case 23: .bidsAtReserve
      case 25: .decidedReserve
      case 27: .singleBid
      case 29: .manyBids
      default: .ordinary
      }
  }

  /// How many bids the item may get, at least and at most.
  ///
  /// - Parameter most: The most that any item gets.
  /// - Returns: The least and the most.
  func bidBounds(most: Int) -> ClosedRange<Int> {
    switch self {
    case .noBids: 0...0
    case .singleBid: min(1, most)...min(1, most)
    case .manyBids: most...most
    // From eight bids on a share of 90 % leaves at least one of them out.
    case .tie: min(8, most)...most
    default: min(1, most)...most
    }
  }

  /// The oddity that marks the item as a whole.
  var itemOddity: OddityKind? {
    switch self {
    case .singleClass: .singleClass
    case .staleEvidence: .noReserve
    case .noBids: .noBids
    case .allAboveReserve: .allAboveReserve
    case .decidedReserve: .decidedReserve
    case .singleBid: .singleBid
    default: nil
    }
  }
}
