import Statistics
import Testing

@testable import Simulation

/// Ratios are looked up many at a time as one by one.
@Suite struct RatioLaneTests {
  private static let words: [UInt32] = {
    var stream = RandomStream(seed: 8, stream: 0)
    let edges = (0..<32).flatMap { [UInt32(1) << $0, (UInt32(1) << $0) &- 1, ~(UInt32(1) << $0)] }
    return edges + [0, .max] + (0..<3_001).map { _ in stream.nextWord() }
  }()

  private static func points(_ given: [(Int64, Int64)]) -> BidRatios {
    BidRatios(source: .points(given.map { .init(position: $0.0, ratio: $0.1) }))
  }

  private static let end: Int64 = 1 << 32

  /// Points that lie ever further apart.
  private static let curve: BidRatios = {
    var given: [(Int64, Int64)] = [(0, 600_000_000)]
    for step: Int64 in 1...29 {
      given.append((step * 140_000_003, 600_000_000 + step * step * 1_000_003))
    }
    return points(given + [(end, 1_500_000_000)])
  }()

  /// More points than are looked up at a time.
  private static let many: BidRatios = {
    var given: [(Int64, Int64)] = []
    for step: Int64 in 0...32 { given.append((step << 27, 1 + step)) }
    return points(given)
  }()

  /// With widths that are powers of two and others, steps, and stretches of one word.
  static let small: [BidRatios] = [
    points([(0, 850_000_000), (end, 1_000_000_000)]),
    points([(0, 1), (end, Int64(Int32.max))]),
    points([(0, 5), (1, 2_000_000_000), (2, 2_000_000_001), (end, 2_000_000_002)]),
    points([
      (0, 7), (1 << 20, 7), (1 << 20, 900_000_000), (end - 1, 900_000_000), (end, 910_000_000),
    ]),
    // More than one point beyond all words, and at the first one.
    points([(0, 600_000_000), (end, 900_000_000), (end, 1_000_000_000)]),
    points([
      (0, 5), (0, 600_000_000), (1 << 31, 900_000_000), (end, 900_000_000), (end, 950_000_000),
      (end, 1_000_000_000),
    ]),
    curve,
    BidRatios(source: .observed([1, 900_000_000, 900_000_000, 1_000_000_000, Int64(Int32.max)])),
    BidRatios(source: .observed([640_000_000])),
  ]

  @Test(arguments: small)
  func together(ratios: BidRatios) {
    let words = RatioLaneTests.words
    for count in [1, 7, 8, words.count] {
      var parts: [Int32] = Array(repeating: -9, count: words.count)
      #expect(ratios.fill(&parts, words: words, count: count))
      for (index, word) in words.enumerated() {
        #expect(Int64(parts[index]) == (index < count ? ratios.ratio(for: word) : -9), "\(word)")
      }
    }
  }

  /// Too large, not positive, too many, or with atoms.
  static let other: [BidRatios] = [
    points([(0, 850_000_000), (end, Int64(Int32.max) + 1)]),
    points([(0, 0), (end, 1_000_000_000)]),
    many,
    BidRatios(source: .observed([1, Int64(Int32.max) + 1])),
    BidRatios(source: .observed([0, 1])),
    BidRatios(source: .smoothed([1, 2])),
    BidRatios(
      source: .observed([1, 2]),
      atoms: .init(atReserveFrom: 1 << 31, aboveFrom: 1 << 31, aboveRatio: 1_100_000_000)),
  ]

  @Test(arguments: other)
  func singly(ratios: BidRatios) {
    var parts: [Int32] = [-9, -9]
    #expect(!ratios.fill(&parts, words: [0, .max], count: 2))
    #expect(parts == [-9, -9])
    var wide: [Int64] = [-9, -9]
    ratios.fill(&wide, words: [0, .max], count: 2)
    #expect(wide == [ratios.ratio(for: 0), ratios.ratio(for: .max)])
  }
}
