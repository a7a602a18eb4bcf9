import Quantities
import Statistics

/// How often and how much of one item is ordered over a contract.
struct OrderModel: Sendable {
  /// The number of orders.
  let count: CountTable
  /// Ordered quantities, each equally likely; not empty where the count can be more than 0.
  let quantities: [Int64]
}

/// What holds for the orders of every item.
struct OrderHabits: Sendable {
  /// Weights of the awarded vendors by price.
  let decay: ExponentialDecay
  /// Words below this one, of 2³², cancel an order.
  let cancellationThreshold: UInt64

  /// The weight of each offer: exp(−sensitivity · (price − lowest price) / reserve).
  ///
  /// - Parameters:
  ///   - prices: Contract prices; not empty.
  ///   - reserve: The reserve price of the item; more than 0.
  /// - Returns: One weight a price, each more than 0.
  func weights(of prices: [Money], reserve: Money) -> [Int] {
    let lowest = prices.min()?.minorUnits ?? 0
    let divisor = Int128(max(reserve.minorUnits, 1))
    return prices.map { price in
      let distance = Int128(price.minorUnits - lowest) * Int128(ExponentialDecay.stepCount)
      return Int(decay.weight(atStep: Int(clamping: distance / divisor)))
    }
  }
}
