public import Policy
public import Quantities

/// The reduction of prices where no bid is within the reserve price.
///
/// Government Procurement Act, Art. 53: the lowest bidder may reduce its price once (round 0); where
/// that stays above the reserve, all bidders may, in up to three rounds. The path ends with the first
/// round after which some price is within the reserve: those bids, at their reduced prices, are the
/// valid ones. That several equal lowest bidders may all use the priority reduction is assumed, and
/// so is the path as a whole, which a policy has to switch on.
public struct PriceReductionRecord: Hashable, Sendable {
  /// The round whose prices are within the reserve; `nil` when no round brought any.
  public let decidingRound: Int?
  /// The lowest bidders, who may use the priority reduction, in input order.
  public let lowestBidders: [VendorID]
  /// The reductions that took effect, by round and within a round in input order.
  public let used: [Reduction]
  /// The reductions that did not, by round and within a round in input order.
  public let unused: [UnusedReduction]

  /// The rounds: the priority reduction and up to three among all.
  public static let rounds = 0...3
}

/// A supplied reduction that has no effect, and why.
public struct UnusedReduction: Hashable, Sendable {
  /// Why a reduction has no effect.
  public enum Reason: Hashable, Sendable {
    /// An earlier round brought prices within the reserve.
    case decidedEarlier
    /// The vendor has no admitted bid for the item.
    case noBid
    /// Only the lowest bidder may reduce in round 0.
    case notLowestBidder
    /// It is above the vendor's price before the round, so no reduction.
    case abovePrice(Money)
    /// It is not above zero.
    case notAboveZero
    /// An earlier row gives this vendor's reduction for the round.
    case repeated
    /// The law knows rounds 0 to 3 only.
    case noSuchRound

    /// Whether the input is wrong, rather than just not needed.
    public var isInputError: Bool { self != .decidedEarlier }

    /// The reason in words.
    public var phrase: Phrase {
      switch self {
      case .decidedEarlier:
        Phrase("an earlier round brought prices within the reserve", "前一輪減價已有進入底價者")
      case .noBid: Phrase("the vendor has no admitted bid for the item", "該廠商於本品項無合格標")
      case .notLowestBidder:
        Phrase("only the lowest bidder may reduce in round 0", "第 0 輪優先減價僅限最低標廠商")
      case .abovePrice(let price):
        Phrase(
          "is above the vendor's price before the round, NT$\(price.decimalText)",
          "高於該廠商該輪減價前之價格 NT$\(price.decimalText)")
      case .notAboveZero: Phrase("is not above zero", "未高於零")
      case .repeated:
        Phrase("an earlier row gives this vendor's price for the round", "該廠商該輪減價已見於前列")
      case .noSuchRound:
        Phrase("is of a round that is not one of 0, 1, 2, 3", "輪次不在 0、1、2、3 之列")
      }
    }
  }

  /// The reduction.
  public let reduction: Reduction
  /// Why it has no effect.
  public let reason: Reason
}

/// The rounds of reductions, played on the admitted bids of a tender.
struct PriceReductionPath {
  /// What happened.
  let record: PriceReductionRecord
  /// The price of each admitted bid when the path ended, by bid index; `nil` for other bids.
  let prices: [Money?]

  /// Plays all rounds; those after the deciding one are checked but take no effect.
  init(of tender: Tender) {
    var state = State(tender)
    var unused: [UnusedReduction] = []
    var used: [Reduction] = []
    var decided: (round: Int, prices: [Money?])?
    for round in PriceReductionRecord.rounds {
      var hasReduced: Set<VendorID> = []
      let before = state.prices
      for reduction in tender.reductions where reduction.round == round {
        if let refusal = state.refusal(of: reduction, before: before, hasReduced) {
          unused.append(UnusedReduction(reduction: reduction, reason: refusal))
          continue
        }
        hasReduced.insert(reduction.vendorID)
        state.apply(reduction)
        if decided == nil {
          used.append(reduction)
        } else {
          unused.append(UnusedReduction(reduction: reduction, reason: .decidedEarlier))
        }
      }
      if decided == nil, state.isWithinReserve { decided = (round, state.prices) }
    }
    unused += tender.reductions.filter { !PriceReductionRecord.rounds.contains($0.round) }
      .map { UnusedReduction(reduction: $0, reason: .noSuchRound) }
    record = PriceReductionRecord(
      decidingRound: decided?.round, lowestBidders: state.lowestBidders, used: used,
      unused: unused)
    prices = decided?.prices ?? state.prices
  }

  /// The prices as the rounds change them.
  private struct State {
    let reservePrice: Money?
    let lowestBidders: [VendorID]
    private let lowestPrice: Money?
    private let bidOfVendor: [VendorID: Int]
    private(set) var prices: [Money?]

    init(_ tender: Tender) {
      reservePrice = tender.reservePrice
      prices = tender.bids.map { BidValidity.admission(of: $0) == nil ? $0.unitPrice : nil }
      let lowest = prices.lazy.compactMap { $0 }.min()
      lowestPrice = lowest
      lowestBidders = zip(tender.bids, prices).filter { $1 != nil && $1 == lowest }
        .map { bid, _ in bid.vendorID }
      bidOfVendor = Dictionary(
        zip(tender.bids.map(\.vendorID), tender.bids.indices),
        uniquingKeysWith: { first, _ in first })
    }

    var isWithinReserve: Bool {
      guard let reservePrice else { return false }
      return prices.contains { price in price.map { $0 <= reservePrice } ?? false }
    }

    func refusal(
      of reduction: Reduction, before: [Money?], _ hasReduced: Set<VendorID>
    ) -> UnusedReduction.Reason? {
      guard let index = bidOfVendor[reduction.vendorID], let price = before[index] else {
        return .noBid
      }
      if hasReduced.contains(reduction.vendorID) { return .repeated }
      if reduction.round == 0, price != lowestPrice { return .notLowestBidder }
      guard reduction.unitPrice > .zero else { return .notAboveZero }
      return reduction.unitPrice <= price ? nil : .abovePrice(price)
    }

    mutating func apply(_ reduction: Reduction) {
      guard let index = bidOfVendor[reduction.vendorID] else { return }
      prices[index] = reduction.unitPrice
    }
  }
}
