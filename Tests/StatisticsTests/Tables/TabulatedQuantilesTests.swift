import Statistics
import Testing

@Suite struct TabulatedQuantilesTests {
  /// Words at both ends, around every power of two, and everywhere between.
  private static let words: [UInt32] = {
    var stream = RandomStream(seed: 4, stream: 0)
    let powers = (0..<32).flatMap { [UInt32(1) << $0, (UInt32(1) << $0) &- 1, ~(UInt32(1) << $0)] }
    return powers + [0, .max] + (0..<4_000).map { _ in stream.nextWord() }
  }()

  static let distributions: [(ContinuousDistribution, tolerance: Double)] = [
    (.uniform(low: 0.6, high: 1.2), 2e-9),
    (.normal(mean: 0, standardDeviation: 1), 5e-5),
    (.lognormal(logMean: -0.05, logStandardDeviation: 0.04), 2e-6),
    (.beta(alpha: 20, beta: 2), 1e-5),
    (.triangular(low: 0.6, mode: 0.8, high: 1.2), 2e-6),
  ]

  @Test("A word has the quantile of its place", arguments: distributions)
  func quantiles(distribution: ContinuousDistribution, tolerance: Double) throws {
    let table = try TabulatedQuantiles(scale: 1e9) { probability throws(NumericalError) in
      try distribution.quantile(probability)
    }
    for word in TabulatedQuantilesTests.words {
      let exact = try distribution.quantile((Double(word) + 0.5) * 0x1p-32)
      #expect(abs(Double(table.number(for: word)) / 1e9 - exact) <= tolerance, "\(word)")
    }
  }

  @Test("A larger word never has a smaller number")
  func monotone() throws {
    let table = try TabulatedQuantiles(scale: 7) { probability throws(NumericalError) in
      try ContinuousDistribution.beta(alpha: 0.4, beta: 0.3).quantile(probability)
    }
    var last = Int64.min
    for word in (TabulatedQuantilesTests.words + [1 << 31, 1 << 31 - 1]).sorted() {
      #expect(table.number(for: word) >= last)
      last = table.number(for: word)
    }
  }

  @Test("The mean over all words is the distribution's", arguments: distributions.dropFirst(2))
  func mean(distribution: ContinuousDistribution, tolerance: Double) throws {
    let table = try TabulatedQuantiles(scale: 1e9) { probability throws(NumericalError) in
      try distribution.quantile(probability)
    }
    let exact =
      switch distribution {
      case .lognormal: 0.951_990_5  // exp(−0.05 + 0.04² / 2)
      case .beta: 20.0 / 22
      default: (0.6 + 0.8 + 1.2) / 3
      }
    let count = 1 << 18
    let sum = (0..<count).reduce(0.0) { sum, index in
      sum + Double(table.number(for: UInt32(index << 14 + 1 << 13))) / 1e9
    }
    #expect(abs(sum / Double(count) - exact) < 1e-6)
  }

  @Test("What does not fit, or fails, is an error")
  func errors() {
    #expect(throws: NumericalError.overflow) {
      try TabulatedQuantiles(scale: 1) { _ throws(NumericalError) in 0x1p38 }
    }
    #expect(throws: NumericalError.overflow) {
      try TabulatedQuantiles(scale: 1) { _ throws(NumericalError) in .nan }
    }
    #expect(throws: NumericalError.domain) {
      try TabulatedQuantiles(scale: 1) { _ throws(NumericalError) in throw .domain }
    }
  }
}
