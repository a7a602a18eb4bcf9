import Quantities
import Statistics

/// How often and how much of one item is ordered over a contract.
struct OrderModel: Hashable, Sendable {
  /// Where ordered quantities come from.
  enum Quantities: Hashable, Sendable {
    /// Past quantities, each equally likely.
    case observed([Int64])
    /// A distribution; what it gives is at least 1.
    case tabulated(TabulatedQuantiles)

    /// The quantity that a word stands for; 0 where there is none to draw.
    func quantity(for word: UInt32) -> Int64 {
      switch self {
      case .observed(let quantities):
        quantities.isEmpty ? 0 : quantities[word.scaled(below: quantities.count)]
      case .tabulated(let table): max(1, table.number(for: word))
      }
    }

    /// Whether there is nothing to draw.
    var isEmpty: Bool {
      if case .observed(let quantities) = self { quantities.isEmpty } else { false }
    }
  }

  /// The number of orders.
  let count: CountTable
  /// Ordered quantities; not empty where the count can be more than 0.
  let quantities: Quantities
}

/// What holds for the orders of every item.
struct OrderHabits: Hashable, Sendable {
  /// The weight of the lowest offer: those of all awarded vendors fit in 31 bits.
  static let largestWeight = 1 << 23

  /// Weights of the awarded vendors by price.
  let decay: ExponentialDecay
  /// Words below this one, of 2³², cancel an order.
  let cancelledBelow: UInt64
  /// The month of the contract that an order falls in: one more than the first of these, ascending to
  /// 2³², that a word is not below.
  let monthEnds: [UInt64]
  /// Months from an order to the ruling that cancels it, each equally likely; not empty.
  let rulingMonths: [Int]

  /// The month of a word, from 0 on.
  ///
  /// - Complexity: O(months).
  func month(for word: UInt32) -> Int {
    var month = 0
    while month < monthEnds.count - 1, UInt64(word) >= monthEnds[month] { month += 1 }
    return month
  }

  /// The months to the ruling for the word that cancelled an order; `nil` where it did not.
  ///
  /// Below the threshold the words are as evenly spread as all of them are.
  func rulingMonths(for word: UInt32) -> Int? {
    guard UInt64(word) < cancelledBelow else { return nil }
    let index = Int(UInt64(word) * UInt64(rulingMonths.count) / cancelledBelow)
    return rulingMonths[index]
  }

  /// The weight of an offer: exp(−sensitivity · (price − lowest price) / reserve).
  ///
  /// - Parameters:
  ///   - price: A contract price in minor units.
  ///   - lowest: The lowest one.
  ///   - reserve: The reserve price of the item.
  /// - Returns: More than 0.
  func weight(of price: Int64, lowest: Int64, reserve: Int64) -> Int {
    let steps = Int64(ExponentialDecay.stepCount)
    let (product, overflow) = (price - lowest).multipliedReportingOverflow(by: steps)
    let divisor = max(reserve, 1)
    let step =
      overflow
      ? Int(clamping: Int128(price - lowest) * Int128(steps) / Int128(divisor))
      : Int(product / divisor)
    return weight(atStep: step)
  }

  /// The weight of every step that there is.
  var weights: [UInt32] { (0...ExponentialDecay.stepCount).map { UInt32(weight(atStep: $0)) } }

  private func weight(atStep step: Int) -> Int {
    // 2⁻⁹ of the table's, never 0.
    max(1, Int(decay.weight(atStep: step) >> 9))
  }
}
