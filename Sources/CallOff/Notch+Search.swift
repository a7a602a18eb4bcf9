import Policy
public import Quantities

extension FeeRule {
  /// The boundaries at which the fee falls, in ascending order; none under marginal tiers.
  ///
  /// - Throws: `ArithmeticOverflow` when a fee at a boundary does not fit.
  /// - Complexity: O(n²) in the number of tiers at worst, O(n) where each notch ends in its own tier.
  public func notches() throws(ArithmeticOverflow) -> [Notch] {
    guard policy.mode == .slab else { return [] }
    var notches: [Notch] = []
    for index in table.tiers.indices.dropFirst()
    where chargedShares[index] < chargedShares[index - 1] {
      let notch =
        switch policy.tierBy {
        case .amount: try notchByAmount(atTier: index)
        case .quantity: try notchByQuantity(atTier: index)
        }
      if let notch { notches.append(notch) }
    }
    return notches
  }

  private func notchByAmount(atTier index: Int) throws(ArithmeticOverflow) -> Notch? {
    let boundary = table.tiers[index].lowerBoundHundredths
    let feeBelow = try slabFee(on: Money(minorUnits: boundary - 1), tierIndex: index - 1)
    let feeAt = try slabFee(on: Money(minorUnits: boundary), tierIndex: index)
    guard feeAt < feeBelow else { return nil }
    return Notch(
      tierIndex: index, measure: .amount, boundaryHundredths: boundary,
      drop: .amount(feeBelow: feeBelow, feeAt: feeAt),
      recoversAtHundredths: amountReaching(feeBelow, fromTier: index))
  }

  /// The fee on an amount at the rate of one tier.
  private func slabFee(on amount: Money, tierIndex: Int) throws(ArithmeticOverflow) -> Money {
    let slices = [try slice(tierIndex: tierIndex, amount: amount)]
    return try fee(slices: slices, tierIndex: tierIndex, amount: amount).charged
  }

  /// The first amount, in minor units, whose fee is at least `target`, from a tier's bound on.
  private func amountReaching(_ target: Money, fromTier first: Int) -> Int64? {
    for index in first..<table.tiers.count {
      var low = table.tiers[index].lowerBoundHundredths
      let limit =
        table.upperBoundHundredths(ofTier: index).map { $0 - 1 }
        ?? max(low, Money.largestInput.minorUnits)
      guard reaches(target, amount: limit, tierIndex: index) else { continue }
      // Within a tier the fee never falls as the amount grows, so halving finds the first.
      var high = limit
      while low < high {
        let middle = low + (high - low) / 2
        if reaches(target, amount: middle, tierIndex: index) {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return low
    }
    return nil
  }

  /// Whether the fee on an amount is at least `target`; one that does not fit is larger than any.
  private func reaches(_ target: Money, amount: Int64, tierIndex: Int) -> Bool {
    do throws(ArithmeticOverflow) {
      return try slabFee(on: Money(minorUnits: amount), tierIndex: tierIndex) >= target
    } catch {
      return true
    }
  }

  private func notchByQuantity(atTier index: Int) throws(ArithmeticOverflow) -> Notch? {
    let boundary = table.tiers[index].lowerBoundHundredths
    let units = Rational(boundary / 100)
    let below = try chargedShares[index - 1] * (units - .one)
    let fall = try below - chargedShares[index] * units
    guard fall > .zero else { return nil }
    return Notch(
      tierIndex: index, measure: .quantity, boundaryHundredths: boundary,
      drop: .perUnitPrice(fall),
      recoversAtHundredths: try quantityReaching(below, fromTier: index))
  }

  /// The first quantity, in hundredths, whose fee per NT$1 of unit price is at least `target`.
  private func quantityReaching(
    _ target: Rational, fromTier first: Int
  ) throws(ArithmeticOverflow) -> Int64? {
    for index in first..<table.tiers.count where chargedShares[index] > .zero {
      let units = try (target / chargedShares[index]).rounded(.ceiling)
      // A quantity beyond the largest one that can be read is never reached.
      guard units <= Int128(Int64.max / 100) else { continue }
      let reached = max(Int64(units) * 100, table.tiers[index].lowerBoundHundredths)
      if table.upperBoundHundredths(ofTier: index).map({ reached < $0 }) ?? true { return reached }
    }
    return nil
  }

  /// The notch that an order sits in: it pays less than an order just below the boundary would.
  ///
  /// Under tiers by quantity that order is taken at the same unit price.
  ///
  /// - Parameters:
  ///   - order: An order whose fee is `fee`.
  ///   - fee: The fee under this rule.
  ///   - notches: What ``notches()`` gives.
  /// - Returns: The highest such notch; `nil` when there is none.
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  public func notch(
    of order: Order, paying fee: Fee, among notches: [Notch]
  ) throws(ArithmeticOverflow) -> Notch? {
    guard !notches.isEmpty else { return nil }
    let hundredths = try policy.tierBy.hundredths(of: order)
    for notch in notches.reversed() where notch.contains(hundredths: hundredths) {
      guard notch.measure == .quantity else { return notch }
      let below = try order.unitPrice * (notch.boundaryHundredths / 100 - 1)
      if try slabFee(on: below, tierIndex: notch.tierIndex - 1) > fee.charged { return notch }
    }
    return nil
  }
}
