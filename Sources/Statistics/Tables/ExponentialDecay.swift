/// exp(−rate · x) for x from 0 to 1 in equal steps, as whole weights.
///
/// One Taylor sum for the first step and products from there on, with basic IEEE operations only, so
/// that every machine has the same weights; the C library's `exp` differs between machines.
public struct ExponentialDecay: Hashable, Sendable {
  /// Steps between 0 and 1.
  public static let stepCount = 10_000

  /// The weights in 2⁻³², the first one 2³²; never 0, so that nothing becomes impossible.
  private let weights: [UInt64]

  /// Tabulates a decay.
  ///
  /// - Parameter rate: From 0 to 1,000; what lies outside counts as the nearer end.
  public init(rate: Double) {
    let step = min(max(rate, 0), 1_000) / Double(ExponentialDecay.stepCount)
    // The step is at most 0.1: sixteen terms reach the last bit.
    var (term, factor) = (1.0, 1.0)
    for power in 1...16 {
      term *= -step / Double(power)
      factor += term
    }
    var value = 1.0
    weights = (0...ExponentialDecay.stepCount).map { _ in
      defer { value *= factor }
      return max(1, UInt64(value * 0x1p32))
    }
  }

  /// The weight at a step; beyond the last one its weight.
  public func weight(atStep step: Int) -> UInt64 {
    weights[min(max(step, 0), ExponentialDecay.stepCount)]
  }
}
