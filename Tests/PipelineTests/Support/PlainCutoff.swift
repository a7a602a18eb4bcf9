import Policy
import Quantities
import Tendering

/// A lot in plain integers and its award written from the rules, by comparing each bid with every
/// other; shares nothing with the code under test.
struct PlainCutoff {
  /// A share of so many tenths, with the other parameters.
  struct Rule: Hashable {
    var tenths = 9
    var rounding = Rounding.halfUp
    var tie = TieRule.rebidThenLot
    var base = CutoffBase.valid
    var minimumWinners = 1
  }

  /// Prices in NT$; `nil` is a disqualified bid.
  let prices: [Int64?]
  /// Whether each bid is valid.
  let isValid: [Bool]
  /// The indices of awarded bids.
  let winners: Set<Int>
  /// The indices of bids in an undecided tie.
  let pending: Set<Int>

  init(_ prices: [Int64?], reserve: Int64, _ rule: Rule) {
    self.prices = prices
    let isValid = prices.map { price in price.map { $0 <= reserve } ?? false }
    self.isValid = isValid
    let valid = prices.indices.filter { isValid[$0] }
    let base = rule.base == .valid ? valid.count : prices.count
    let k = min(
      max(PlainCutoff.share(rule.tenths, of: base, rule.rounding), rule.minimumWinners),
      valid.count)
    var winners: Set<Int> = []
    var pending: Set<Int> = []
    for index in valid {
      let price = prices[index] ?? 0
      let below = valid.count { (prices[$0] ?? 0) < price }
      let notAbove = valid.count { (prices[$0] ?? 0) <= price }
      if notAbove <= k {
        winners.insert(index)
      } else if below < k {
        if rule.tie == .includeAll { winners.insert(index) }
        if rule.tie == .rebidThenLot { pending.insert(index) }
      }
    }
    self.winners = winners
    self.pending = pending
  }

  /// Tenths of n, rounded, found by trying every whole number.
  static func share(_ tenths: Int, of n: Int, _ rounding: Rounding) -> Int {
    switch rounding {
    case .floor: (0...n).last { 10 * $0 <= tenths * n } ?? 0
    case .ceiling: (0...n).first { 10 * $0 >= tenths * n } ?? n
    case .halfUp: (0...n).last { 20 * $0 - 10 <= 2 * tenths * n } ?? 0
    }
  }

  /// The sum of the prices of some bids, in minor units.
  func sum(_ indices: some Sequence<Int>) -> Int64 {
    indices.reduce(0) { $0 + (prices[$1] ?? 0) * Money.minorUnitsPerUnit }
  }

  /// The same lot as a tender of the item A with vendors V0, V1 and so on.
  static func tender(_ prices: [Int64?], reserve: Int64?) -> Tender {
    Tender(
      itemID: ItemID("A"), reservePrice: reserve.map { SmallCase.money($0) },
      bids: prices.enumerated().map { index, price in
        SmallCase.bid(
          "A", "V\(index)", price ?? 1, status: price == nil ? .disqualified : .valid,
          line: index + 2)
      })
  }
}

extension Share {
  /// A share of whole tenths as their number.
  var tenths: Int { Int(value.numerator * 10 / value.denominator) }
}
