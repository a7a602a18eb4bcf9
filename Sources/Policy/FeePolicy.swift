public import Quantities

/// The parameters of the service fee, as one value.
public struct FeePolicy: Hashable, Sendable {
  /// Whether one rate covers a whole order.
  public var mode: FeeMode
  /// What the tier of an order follows.
  public var tierBy: TierMeasure
  /// Whether the rate applies to the price or is contained in it.
  public var base: FeeBase
  /// How a fee becomes a whole number of NT$.
  public var rounding: Rounding
  /// The most that one order is charged; `nil` for no cap.
  public var cap: Money?

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    mode = try policy.choice(.feeMode)
    tierBy = try policy.choice(.feeTierBy)
    base = try policy.choice(.feeBase)
    rounding = try policy.choice(.feeRounding)
    cap = try policy.optionalMoney(.feeCap)
  }

  /// Creates the parameters directly; what is left out has the default of the rules.
  public init(
    mode: FeeMode = .slab, tierBy: TierMeasure = .amount, base: FeeBase = .gross,
    rounding: Rounding = .halfUp, cap: Money? = nil
  ) {
    self.mode = mode
    self.tierBy = tierBy
    self.base = base
    self.rounding = rounding
    self.cap = cap
  }
}
