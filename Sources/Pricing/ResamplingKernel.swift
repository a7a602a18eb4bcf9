import Policy
import Quantities
import Statistics

/// The rules of outliers, representatives and combination in floating point, for resampling alone.
///
/// The exact rules are the ones in `Outliers`, `Representatives` and `Combination`; this one exists
/// because a bootstrap applies them a thousand times an item, and is tested to give the exact price
/// for the rows as they are. All classes lie in one array, each a sorted run of its own.
struct ResamplingKernel {
  let method: CombinationMethod
  let outlierZ: Double
  let quantile: Double
  /// In the order of `EvidenceClass.allCases`, as everything below.
  let weights: [Double]
  /// The effective prices in minor units: class by class, each ascending.
  let values: [Double]
  /// Where each class lies in `values`.
  let runs: [Range<Int>]

  init(policy: ReservePolicy, prices: PerEvidenceClass<[Rational]>) {
    method = policy.combine
    outlierZ = policy.outlierZ.approximation
    quantile = policy.quantile.value.approximation
    weights = EvidenceClass.allCases.map { policy.weights[$0].value.approximation }
    var values: [Double] = []
    var runs: [Range<Int>] = []
    for evidenceClass in EvidenceClass.allCases {
      let start = values.count
      values.append(contentsOf: prices[evidenceClass].map(\.approximation))
      runs.append(start..<values.count)
    }
    self.values = values
    self.runs = runs
  }

  /// The price of a sample before rounding, in minor units.
  ///
  /// - Parameter sample: As many prices as `values`, in the same runs, each run ascending.
  /// - Returns: `nil` when the method finds no price.
  /// - Complexity: O(n), for the quantile O(n log n).
  func price(of sample: borrowing Span<Double>) -> Double? {
    let kept = (
      keptRange(in: sample, runs[0]), keptRange(in: sample, runs[1]),
      keptRange(in: sample, runs[2])
    )
    let historical = representative(of: sample, kept.0)
    let agency = representative(of: sample, kept.1)
    let market = kept.2.isEmpty ? nil : sample[kept.2.lowerBound]
    switch method {
    case .historical: return historical
    case .agency: return agency
    case .market: return market
    case .minimum:
      let lowest = min(historical ?? .infinity, agency ?? .infinity, market ?? .infinity)
      return lowest.isFinite ? lowest : nil
    case .median:
      let sorted = [historical, agency, market].compactMap { $0 }.sorted()
      return Quantile.type7(0.5, ofSorted: sorted)
    case .weightedMean: return weightedMean(of: [historical, agency, market])
    case .quantile: return pooledQuantile(of: sample, kept)
    }
  }

  /// Historical awards and agency prices: the median, but the lowest of at most two.
  private func representative(of sample: borrowing Span<Double>, _ kept: Range<Int>) -> Double? {
    guard !kept.isEmpty else { return nil }
    return kept.count <= RepresentativeRule.lowestCount
      ? sample[kept.lowerBound] : median(of: sample, kept)
  }

  private func weightedMean(of representatives: [Double?]) -> Double? {
    var sum = 0.0
    var weightSum = 0.0
    for (weight, price) in zip(weights, representatives) {
      guard let price else { continue }
      sum += weight * price
      weightSum += weight
    }
    return weightSum > 0 ? sum / weightSum : nil
  }

  private func pooledQuantile(
    of sample: borrowing Span<Double>, _ kept: (Range<Int>, Range<Int>, Range<Int>)
  ) -> Double? {
    var pool: [Double] = []
    pool.reserveCapacity(sample.count)
    for index in kept.0 { pool.append(sample[index]) }
    for index in kept.1 { pool.append(sample[index]) }
    for index in kept.2 { pool.append(sample[index]) }
    pool.sort()
    return Quantile.type7(quantile, ofSorted: pool)
  }
}

extension ResamplingKernel {
  /// The prices of a run that the outlier test leaves.
  ///
  /// The constants 0.6745 and 1.2533 are multiplied out to whole numbers, so that a price that lies
  /// exactly on the limit is kept here as it is by the exact rule.
  private func keptRange(in sample: borrowing Span<Double>, _ run: Range<Int>) -> Range<Int> {
    guard run.count > OutlierTest.untestedCount else { return run }
    let center = median(of: sample, run)
    let spread = medianDeviation(of: sample, run, from: center)
    let scale: Double
    let reach: Double
    if spread > 0 {
      (scale, reach) = (6745, outlierZ * 10_000 * spread)
    } else {
      var sum = 0.0
      for index in run { sum += abs(sample[index] - center) }
      (scale, reach) = (10_000 * Double(run.count), outlierZ * 12_533 * sum)
    }
    var (lower, upper) = (run.lowerBound, run.upperBound)
    while lower < upper, (center - sample[lower]) * scale > reach { lower += 1 }
    while lower < upper, (sample[upper - 1] - center) * scale > reach { upper -= 1 }
    return lower..<upper
  }

  /// The median of a run that is not empty.
  private func median(of sample: borrowing Span<Double>, _ run: Range<Int>) -> Double {
    let middle = run.lowerBound + run.count / 2
    guard run.count.isMultiple(of: 2) else { return sample[middle] }
    return (sample[middle - 1] + sample[middle]) / 2
  }

  /// The median of the distances to the center, found by walking outwards from it on both sides.
  private func medianDeviation(
    of sample: borrowing Span<Double>, _ run: Range<Int>, from center: Double
  ) -> Double {
    var right = run.lowerBound + run.count / 2
    var left = right - 1
    var (last, previous) = (0.0, 0.0)
    for _ in 0...(run.count / 2) {
      previous = last
      let below = left >= run.lowerBound ? center - sample[left] : .infinity
      let above = right < run.upperBound ? sample[right] - center : .infinity
      if below < above {
        last = below
        left -= 1
      } else {
        last = above
        right += 1
      }
    }
    return run.count.isMultiple(of: 2) ? (previous + last) / 2 : last
  }
}

extension Rational {
  /// The nearest floating-point number, up to the rounding of its two parts.
  fileprivate var approximation: Double { Double(numerator) / Double(denominator) }
}
