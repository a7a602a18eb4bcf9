import Policy
public import Quantities
import Statistics

/// The reserve price of one item from evidence drawn anew: the bootstrap, one replicate at a time.
///
/// Effective rows are drawn with replacement within their class; outliers, representatives and
/// combination are worked out anew, as in ``BootstrapInterval``. In floating point with basic IEEE
/// operations only, then rounded down as every reserve price is.
public struct ReserveResampling: Sendable {
  private let policy: ReservePolicy
  private let kernel: ResamplingKernel
  private var resample: Resample

  /// Takes the effective rows of a priced item.
  ///
  /// - Returns: `nil` where the item has no computed price, or the committee decided another: what was
  ///   decided does not move with the evidence.
  public init?(_ item: PricedItem) {
    guard item.computed.reservePrice != nil, item.override == nil else { return nil }
    let effective = item.rows.filter { row in
      switch row.disposition.exclusion {
      case nil, .outlier: true
      default: false
      }
    }
    let prices = PerEvidenceClass<[Rational]> { evidenceClass in
      effective.filter { $0.evidence.origin.evidenceClass == evidenceClass }
        .compactMap { $0.normalised?.price.minorUnits }.sorted()
    }
    policy = item.pricing.policy
    kernel = ResamplingKernel(policy: policy, prices: prices)
    resample = Resample(of: kernel)
  }

  /// The reserve price of one replicate.
  ///
  /// - Parameter words: Four random words for each slot from 0 on; a row takes one word.
  /// - Returns: `nil` where the replicate has no price, or one that rounds down to 0.
  /// - Throws: `ArithmeticOverflow` when the price does not fit.
  /// - Complexity: O(rows).
  public mutating func reservePrice(
    words: (UInt32) -> SIMD4<UInt32>
  ) throws(ArithmeticOverflow) -> Money? {
    var used = 0
    var block = SIMD4<UInt32>()
    resample.draw(kernel) { bound in
      if used % 4 == 0 { block = words(UInt32(truncatingIfNeeded: used / 4)) }
      defer { used += 1 }
      return block[used % 4].scaled(below: bound)
    }
    guard let price = kernel.price(of: resample.values.span) else { return nil }
    return try BootstrapInterval.roundedDown(price, policy).nonZero
  }
}

extension Money {
  fileprivate var nonZero: Money? { self == .zero ? nil : self }
}
