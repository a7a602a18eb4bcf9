import Policy
import Quantities

// A lower bound belongs to its own tier, so under slab an order at the bound has the tier's rate.
// Under marginal tiers the slice of a tier reaches from its lower bound to the next one, as income
// tax brackets do: with a bound of 10 units the first ten units are charged at the rate below it.
extension FeeRule {
  /// A slice charged at the rate of one tier.
  func slice(tierIndex: Int, amount: Money) throws(ArithmeticOverflow) -> FeeSlice {
    FeeSlice(
      tierIndex: tierIndex, amount: amount,
      exactFee: try amount.exact * chargedShares[tierIndex])
  }

  /// The slices of an order, one for each tier it reaches into.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - hundredths: Its measure; above the lower bound of the last tier or equal to it.
  ///   - last: The tier that covers the whole order.
  /// - Returns: Slices whose amounts add up to the order's, where the first bound is 0.
  /// - Throws: ``ArithmeticOverflow`` when a slice does not fit.
  func marginalSlices(
    of order: Order, hundredths: Int64, through last: Int
  ) throws(ArithmeticOverflow) -> [FeeSlice] {
    var slices: [FeeSlice] = []
    for index in 0...last {
      let lower = table.tiers[index].lowerBoundHundredths
      let upper = index == last ? hundredths : table.tiers[index + 1].lowerBoundHundredths
      guard upper > lower else { continue }
      let amount =
        switch policy.tierBy {
        case .amount: Money(minorUnits: upper - lower)
        case .quantity: try order.unitPrice * ((upper - lower) / 100)
        }
      slices.append(try slice(tierIndex: index, amount: amount))
    }
    return slices
  }
}

extension TierMeasure {
  /// What an order's tier follows, in hundredths.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a quantity times 100 does not fit.
  func hundredths(of order: Order) throws(ArithmeticOverflow) -> Int64 {
    switch self {
    case .amount: order.amount.minorUnits
    case .quantity: try Money(units: order.quantity).minorUnits
    }
  }
}
