import Policy
public import Quantities
import Statistics

/// How the uncertainty of a reserve price is resampled.
public struct BootstrapSettings: Hashable, Sendable {
  /// How often an item's evidence is drawn anew; 1,000 unless said otherwise.
  public let replicateCount: Int
  /// The seed, 20260331 unless said otherwise; each item draws from a stream of its own name.
  public let seed: UInt64
  /// The share of the replicates that the interval holds; 90 %.
  public static let level = 0.9

  /// Creates settings; fewer than one replicate counts as one.
  public init(replicateCount: Int = 1_000, seed: UInt64 = 20_260_331) {
    self.replicateCount = Swift.max(1, replicateCount)
    self.seed = seed
  }
}

/// The range in which the reserve price lies for 90 % of evidence drawn anew from the same rows.
///
/// The seventh step: the percentile bootstrap of Efron and Tibshirani (*An Introduction to the
/// Bootstrap*, 1993, ch. 13). Effective rows are drawn with replacement within their class; outliers,
/// representatives and combination are worked out anew each time.
public struct BootstrapInterval: Hashable, Sendable {
  /// The 5th percentile, rounded down as a reserve price is; it may be 0.
  public let lower: Money
  /// The 95th percentile, rounded down as a reserve price is.
  public let upper: Money
  /// How many replicates had a price; the others are left out of the percentiles.
  public let replicateCount: Int
  /// The seed that repeats the interval.
  public let seed: UInt64

  /// Resamples the effective prices of one item.
  ///
  /// - Returns: `nil` when no replicate has a price.
  /// - Throws: ``ArithmeticOverflow`` when a percentile does not fit.
  /// - Complexity: O(replicates × rows).
  init?(
    of itemID: ItemID, policy: ReservePolicy, prices: PerEvidenceClass<[Rational]>,
    settings: BootstrapSettings
  ) throws(ArithmeticOverflow) {
    let kernel = ResamplingKernel(policy: policy, prices: prices)
    var stream = RandomStream(
      seed: settings.seed, stream: StableHash.hash(of: itemID.text))
    var resample = Resample(of: kernel)
    var replicates: [Double] = []
    replicates.reserveCapacity(settings.replicateCount)
    for _ in 0..<settings.replicateCount {
      resample.draw(kernel) { stream.next(below: $0) }
      if let price = kernel.price(of: resample.values.span) { replicates.append(price) }
    }
    replicates.sort()
    let tail = (1 - BootstrapSettings.level) / 2
    guard let low = Quantile.type7(tail, ofSorted: replicates),
      let high = Quantile.type7(1 - tail, ofSorted: replicates)
    else { return nil }
    lower = try BootstrapInterval.roundedDown(low, policy)
    upper = try BootstrapInterval.roundedDown(high, policy)
    replicateCount = replicates.count
    seed = settings.seed
  }

  /// Rounds down after taking off what floating point cannot tell apart: a millionth of a cent.
  static func roundedDown(
    _ minorUnits: Double, _ policy: ReservePolicy
  ) throws(ArithmeticOverflow) -> Money {
    guard minorUnits < 0x1p62 else { throw ArithmeticOverflow("a percentile") }
    let whole = Int64(minorUnits)
    let millionths = Int64((minorUnits - Double(whole)) * 1_000_000 + 0.5)
    let price = try Rational(whole) + Rational(Int128(millionths), over: 1_000_000)
    return try policy.roundedDown(ExactPrice(minorUnits: price)).reservePrice ?? .zero
  }
}

/// A sample drawn with replacement within each class, in the layout of the kernel's values.
struct Resample {
  private(set) var values: [Double]
  private var counts: [UInt32]

  init(of kernel: ResamplingKernel) {
    values = kernel.values
    counts = Array(repeating: 0, count: kernel.values.count)
  }

  /// Draws every class anew.
  ///
  /// How often each row was drawn is counted first, so that the sample comes out in order unsorted.
  ///
  /// - Parameters:
  ///   - kernel: The rows.
  ///   - next: A random number below a bound.
  mutating func draw(_ kernel: ResamplingKernel, next: (Int) -> Int) {
    for run in kernel.runs where run.count > 1 {
      for index in run { counts[index] = 0 }
      for _ in run { counts[run.lowerBound + next(run.count)] &+= 1 }
      var place = run.lowerBound
      for index in run {
        for _ in 0..<counts[index] {
          values[place] = kernel.values[index]
          place += 1
        }
      }
    }
  }
}
