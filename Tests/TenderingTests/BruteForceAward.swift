import Policy
import Quantities

/// The multiple award written straight from the rules, by comparing each bid with every other.
///
/// Shares nothing with `Tendering`: no sorting, no ranks carried along, no `Rational`. Whether a bid
/// is awarded follows from two counts, the valid bids strictly below it and those not above it.
struct BruteForceAward {
  struct Result: Hashable {
    var outcome: String
    var rank: Int?
    var contractPrice: Int64?
    var lowPriceFlags = ""
  }

  let results: [Result]
  let baseCount: Int
  let cutoffCount: Int

  init(of sample: SampleTender, by rule: SampleRule) {
    let offers = sample.offers
    let isValid = offers.map { offer in
      !offer.isDisqualified && (sample.reserve.map { offer.price <= $0 } ?? false)
    }
    let valid = offers.indices.filter { isValid[$0] }
    baseCount = rule.base == .valid ? valid.count : offers.count
    let bounded = max(
      BruteForceAward.count(of: rule.share, baseCount, rule.rounding), rule.minimumWinners)
    let k = min(bounded, valid.count)
    cutoffCount = k

    var results = offers.map { offer in
      Result(
        outcome: offer.isDisqualified
          ? "disqualified" : sample.reserve == nil ? "no-reserve" : "above-reserve")
    }
    for index in valid {
      let price = offers[index].price
      let below = valid.count { offers[$0].price < price }
      let notAbove = valid.count { offers[$0].price <= price }
      results[index].rank = below + 1
      if notAbove <= k {
        results[index].outcome = "awarded"
        results[index].contractPrice = price
      } else if below >= k {
        results[index].outcome = "not-awarded"
      } else {
        let tied = valid.filter { offers[$0].price == price }
        let decision = BruteForceAward.decide(
          index, among: tied, seats: k - below, offers: offers, rule: rule)
        results[index].outcome = decision.outcome
        results[index].contractPrice = decision.outcome == "awarded" ? decision.price : nil
        results[index].lowPriceFlags = BruteForceAward.flags(decision.price, sample.reserve)
        continue
      }
      results[index].lowPriceFlags = BruteForceAward.flags(price, sample.reserve)
    }
    if rule.matchesLowest, let lowest = results.compactMap(\.contractPrice).min() {
      for index in results.indices where results[index].contractPrice != nil {
        results[index].contractPrice = lowest
      }
    }
    self.results = results
  }

  /// The decision on one bid of a tie.
  private static func decide(
    _ index: Int, among tied: [Int], seats: Int, offers: [SampleTender.Offer], rule: SampleRule
  ) -> (outcome: String, price: Int64) {
    let own = offers[index].price
    switch rule.tie {
    case .includeAll: return ("awarded", own)
    case .excludeAll: return ("not-awarded", own)
    case .rebidThenLot: break
    }
    let asked = { (member: Int) -> Int64 in
      guard let rebid = offers[member].rebid, rebid <= own else { return own }
      return rebid
    }
    let mine = asked(index)
    let below = tied.count { asked($0) < mine }
    let notAbove = tied.count { asked($0) <= mine }
    if notAbove <= seats { return ("awarded", mine) }
    if below >= seats { return ("not-awarded", mine) }
    guard let seed = rule.lotSeed else { return ("pending-tie", mine) }
    let number = { (member: Int) in lotNumber(seed, "I", offers[member].vendorID.text) }
    let drawnBefore = tied.count { asked($0) == mine && number($0) < number(index) }
    return (drawnBefore < seats - below ? "awarded" : "not-awarded", mine)
  }

  /// share × n as a whole number, found by trying every whole number.
  static func count(of share: PlainShare, _ n: Int, _ rounding: Rounding) -> Int {
    let (numerator, denominator) = (share.numerator, share.denominator)
    let candidates = 0...n
    switch rounding {
    case .floor: return candidates.last { $0 * denominator <= numerator * n } ?? 0
    case .ceiling: return candidates.first { $0 * denominator >= numerator * n } ?? n
    case .halfUp:
      // m − 1/2 ≤ share × n, doubled and multiplied by the denominator.
      return candidates.last { (2 * $0 - 1) * denominator <= 2 * numerator * n } ?? 0
    }
  }

  private static func flags(_ price: Int64, _ reserve: Int64?) -> String {
    guard let reserve else { return "" }
    var flags: [String] = []
    if price * 100 < reserve * 80 { flags.append("below-total") }
    if price * 100 < reserve * 70 { flags.append("below-item") }
    return flags.joined(separator: ";")
  }
}
