public import Policy
public import Quantities

/// What the law asks of a fee: by principle 1 % at most, and varying with amount or quantity.
///
/// Regulations for Inter-entity Supply Contracts, Art. 14. The contract's own 1.1 % (slide 3) exceeds
/// the principle: it is shown, never refused.
public enum FeePrinciple {
  /// Where both are stated.
  public static let rule = Derivation.Rule(
    Citation("Regulations for Inter-entity Supply Contracts (共同供應契約實施辦法), Art. 14"), .law)
  /// The whole that a fee should by principle be one part of: 1 % is one in a hundred.
  public static let amountPerFee: Int64 = 100

  /// Whether a fee is more than 1 % of an amount, exactly.
  ///
  /// Taken before rounding: a fee of exactly 1 % is not above the principle for having been rounded
  /// up to NT$1.
  ///
  /// - Parameters:
  ///   - exactFee: The fee, in the unit of the amount.
  ///   - amount: The amount charged on.
  /// - Returns: False for exactly 1 %.
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  public static func isExceeded(
    byFee exactFee: Rational, on amount: Rational
  ) throws(ArithmeticOverflow) -> Bool {
    try exactFee * Rational(amountPerFee) > amount
  }
}

extension FeeRule {
  /// Whether every tier has the same rate, so that the rate varies with nothing.
  public var isFlat: Bool {
    table.tiers.allSatisfy { $0.rate == table.tiers[0].rate }
  }
}
