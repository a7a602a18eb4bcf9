import Policy
import Pricing
import Quantities
import Statistics

/// The expected awards of one item of a plan under one scenario, without simulation error.
struct ItemExpectation {
  let award: AwardExpectation
  /// What rounding a price to whole NT$ may move at most, in minor units, where the quadrature does not
  /// see it.
  let roundingMinorUnits: Double

  /// Why bids of a scenario have no exact expectation.
  enum Obstacle: Hashable {
    /// All match the lowest price.
    case matchesLowest
    /// Equal bids across the cutoff are all included or all excluded.
    case tieRule
    /// Bids are alike beyond what their item and category say.
    case dependence
    /// Reserve prices are drawn as well.
    case resampling

    var phrase: Phrase {
      switch self {
      case .matchesLowest:
        Phrase("contracts are made at the lowest price", "契約價依最低標")
      case .tieRule:
        Phrase("equal bids across the cutoff are not decided by lot", "截點同價非以抽籤決定")
      case .dependence:
        Phrase(
          "bids are not independent (vendor_levels, vendor_correlation, item_correlation)",
          "各投標非相互獨立（vendor_levels、vendor_correlation、item_correlation）")
      case .resampling: Phrase("reserve prices are drawn too", "底價亦經重抽")
      }
    }
  }

  /// What keeps the bids of a scenario from an exact expectation; `nil` for nothing.
  static func obstacle(
    _ model: BidderModel, _ policy: AwardPolicy, resamples: Bool
  ) -> Obstacle? {
    if resamples { return .resampling }
    if policy.contractPrice == .matchLowest { return .matchesLowest }
    if policy.tie != .rebidThenLot { return .tieRule }
    if model.factors != nil { return .dependence }
    return nil
  }

  /// Computes the expectation.
  ///
  /// - Parameters:
  ///   - model: How vendors bid, independently.
  ///   - bids: How many bids there are.
  ///   - reserve: The reserve price in minor units, more than 0.
  ///   - anchor: What ratios are parts of, in minor units, more than 0.
  ///   - policy: The rule.
  /// - Throws: `AwardExpectation.Problem`.
  init(
    _ model: BidderModel, bids: BidCounts, reserve: Int64, anchor: Int64, policy: AwardPolicy
  ) throws(AwardExpectation.Problem) {
    let prices = WordPrices(ratios: model.ratios, anchor: anchor)
    let validWords = prices.words(upTo: reserve)
    let admitted = 1 - Double(min(model.disqualifiedBelow, 1 << 32)) * 0x1p-32
    award = try AwardExpectation(
      bids: bids, valid: admitted * Double(validWords) * 0x1p-32,
      prices: prices.pieces(validWords: validWords), policy: policy)
    roundingMinorUnits = prices.isContinuous ? Double(Money.minorUnitsPerUnit) / 2 : 0
  }
}

/// The price of every random word for one item.
private struct WordPrices {
  let ratios: BidRatios
  let anchor: Int64

  var isContinuous: Bool { ratios.steps.contains { !$0.isConstant } }

  private func price(_ word: UInt64) -> Int64 {
    BidPrice.minorUnits(
      ratio: ratios.ratio(for: UInt32(truncatingIfNeeded: word)), atReserve: anchor) ?? .max
  }

  /// How many words stand for prices up to a reserve price: prices rise with words.
  func words(upTo reserve: Int64) -> UInt64 {
    var (low, high): (UInt64, UInt64) = (0, 1 << 32)
    while low < high {
      let middle = (low + high) / 2
      if price(middle) <= reserve { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The prices of the first words by their share.
  func pieces(validWords: UInt64) -> PricePieces {
    let steps = ratios.steps
    let ends = steps.dropFirst().map(\.word) + [1 << 32]
    var pieces: [PricePieces.Piece] = []
    for (step, end) in zip(steps, ends) where step.word < min(end, validWords) {
      let from = Double(step.word) / Double(validWords)
      let to = Double(min(end, validWords)) / Double(validWords)
      let continuous: (Double) throws(NumericalError) -> Double = {
        share throws(NumericalError) in
        let word = UInt32(min(max(share * Double(validWords), 0), 0x1p32 - 1))
        return Double(ratios.ratio(for: word)) / Double(BidRatios.one) * Double(anchor)
      }
      pieces.append(
        .init(
          from: from, to: to,
          price: step.isConstant ? .constant(Double(price(step.word))) : .continuous(continuous)))
    }
    return PricePieces(pieces: pieces, isTabulated: true)
  }
}
