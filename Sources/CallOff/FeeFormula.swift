import Policy
public import Quantities

/// A fee rule worked out into whole numbers: the same fee as ``FeeRule``, for many orders.
///
/// The rule explains each fee slice by slice in fractions; this is the same arithmetic with one
/// denominator a tier, for simulations that charge millions of orders. Tests hold the two together for
/// every mode, base, measure, rounding and cap.
public struct FeeFormula: Hashable, Sendable {
  /// One tier: the exact fee in minor units is (constant + factor × measure) / denominator, times the
  /// unit price where marginal tiers follow quantities.
  struct Tier: Hashable, Sendable {
    let lowerBoundHundredths: Int64
    let constant: Int128
    let factor: Int128
    let denominator: Int128
  }

  /// What the factor of a tier multiplies.
  enum Measure: Hashable, Sendable {
    /// The amount in minor units.
    case amount
    /// The quantity; the whole is multiplied by the unit price.
    case quantityTimesPrice
  }

  /// The rule.
  public let rule: FeeRule
  let tiers: [Tier]
  let measure: Measure

  /// Works a rule out.
  ///
  /// Marginal tiers that do not start at 0 give no order a fee, as under the rule.
  ///
  /// - Throws: `ArithmeticOverflow` when the rates have no common denominator of 128 bits.
  public init(_ rule: FeeRule) throws(ArithmeticOverflow) {
    let isMarginal = rule.policy.mode == .marginal
    let byQuantity = rule.policy.tierBy == .quantity
    self.rule = rule
    measure = isMarginal && byQuantity ? .quantityTimesPrice : .amount
    guard !isMarginal || rule.table.tiers.first?.lowerBoundHundredths == 0 else {
      tiers = []
      return
    }
    var tiers: [Tier] = []
    var below = Rational.zero
    for (index, tier) in rule.table.tiers.enumerated() {
      let share = rule.chargedShares[index]
      let bound = try Rational(
        Int128(tier.lowerBoundHundredths), over: byQuantity ? 100 : 1)
      let constant = isMarginal ? try below - share * bound : .zero
      tiers.append(
        try Tier(lowerBound: tier.lowerBoundHundredths, constant: constant, factor: share))
      guard isMarginal, let upper = rule.table.upperBoundHundredths(ofTier: index) else { continue }
      let end = try Rational(Int128(upper), over: byQuantity ? 100 : 1)
      below = try constant + share * end
    }
    self.tiers = tiers
  }

  /// The charged fee of an order.
  ///
  /// - Parameters:
  ///   - quantity: Units ordered, more than 0.
  ///   - unitPrice: The price of a unit, more than 0.
  ///   - amount: Their product.
  /// - Returns: `nil` where no tier covers the order, or a number does not fit.
  /// - Complexity: O(tiers).
  @inlinable
  public func fee(quantity: Int64, unitPrice: Money, amount: Money) -> Money? {
    feeMinorUnits(
      quantity: quantity, unitPriceMinorUnits: unitPrice.minorUnits,
      amountMinorUnits: amount.minorUnits
    ).map { Money(minorUnits: $0) }
  }

  @usableFromInline
  func feeMinorUnits(
    quantity: Int64, unitPriceMinorUnits: Int64, amountMinorUnits: Int64
  ) -> Int64? {
    guard let tier = tier(quantity: quantity, amountMinorUnits: amountMinorUnits) else {
      return nil
    }
    let factor = measure == .amount ? Int128(amountMinorUnits) : Int128(quantity)
    let (product, overflow) = tier.factor.multipliedReportingOverflow(by: factor)
    var (exact, sumOverflow) = product.addingReportingOverflow(tier.constant)
    guard !overflow, !sumOverflow else { return nil }
    if measure == .quantityTimesPrice {
      let (priced, overflow) = exact.multipliedReportingOverflow(by: Int128(unitPriceMinorUnits))
      guard !overflow else { return nil }
      exact = priced
    }
    let unit = Int128(FeeRule.unit.minorUnits)
    let (divisor, divisorOverflow) = tier.denominator.multipliedReportingOverflow(by: unit)
    guard !divisorOverflow, exact >= 0 else { return nil }
    let (rounded, roundedOverflow) = rounded(exact, over: divisor)
      .multipliedReportingOverflow(by: unit)
    guard !roundedOverflow, let fee = Int64(exactly: rounded) else { return nil }
    return rule.policy.cap.map { min($0.minorUnits, fee) } ?? fee
  }

  private func tier(quantity: Int64, amountMinorUnits: Int64) -> Tier? {
    let hundredths: Int64
    switch rule.policy.tierBy {
    case .amount: hundredths = amountMinorUnits
    case .quantity:
      let (product, overflow) = quantity.multipliedReportingOverflow(by: 100)
      guard !overflow else { return nil }
      hundredths = product
    }
    return tiers.last { $0.lowerBoundHundredths <= hundredths }
  }

  /// A fraction that is not negative as a whole number; in 64 bits where both parts fit.
  private func rounded(_ number: Int128, over divisor: Int128) -> Int128 {
    let (quotient, remainder): (Int128, Int128)
    if let short = UInt64(exactly: number), let shortDivisor = UInt64(exactly: divisor) {
      let parts = short.quotientAndRemainder(dividingBy: shortDivisor)
      (quotient, remainder) = (Int128(parts.quotient), Int128(parts.remainder))
    } else {
      (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    }
    let isUp =
      switch rule.policy.rounding {
      case .floor: false
      case .ceiling: remainder > 0
      case .halfUp: remainder >= divisor - remainder
      }
    return isUp ? quotient + 1 : quotient
  }
}

extension FeeFormula.Tier {
  /// Brings two fractions to one denominator.
  fileprivate init(
    lowerBound: Int64, constant: Rational, factor: Rational
  ) throws(ArithmeticOverflow) {
    let shared = try Rational(constant.denominator, over: factor.denominator)
    let (denominator, overflow) = constant.denominator.multipliedReportingOverflow(
      by: shared.denominator)
    guard !overflow else { throw ArithmeticOverflow("a common denominator of the rates") }
    lowerBoundHundredths = lowerBound
    let whole = try Rational(denominator, over: 1)
    self.constant = try (constant * whole).numerator
    self.factor = try (factor * whole).numerator
    self.denominator = denominator
  }
}
