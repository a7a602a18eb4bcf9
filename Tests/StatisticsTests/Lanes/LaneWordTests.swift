import Testing

@testable import Statistics

/// Many words at once are the words that there are one at a time.
@Suite struct LaneWordTests {
  private static let widths = [0, 1, 2, 7, 8, 15, 33]

  @Test(arguments: [0, 42, UInt64.max], widths)
  func rowsOfTheCountedGenerator(seed: UInt64, width: Int) {
    let random = CountedRandom(seed: seed, stream: 3)
    let draws = (0..<width).map { UInt32($0 * 977) &- 5 }
    var rows: [UInt32] = []
    for (first, slots) in [(0, 1), (5, 3), (UInt32.max - 1, 2)] {
      random.fill(&rows, unit: 9, draws: draws, firstSlot: first, slotCount: slots)
      for slot in 0..<slots {
        for (lane, draw) in draws.enumerated() {
          let block = random.block(unit: 9, draw: draw, slot: first &+ 4 * UInt32(slot))
          for word in 0..<4 { #expect(rows[(4 * slot + word) * width + lane] == block[word]) }
        }
      }
    }
  }

  @Test(arguments: [0, 42, UInt64.max], widths)
  func placesOfTheCountedGenerator(seed: UInt64, width: Int) {
    let random = CountedRandom(seed: seed, stream: 1)
    let draws = (0..<width).map { UInt32($0 * 31) }
    let slots = (0..<width).map { UInt32($0 % 3) &- 1 }
    var words: [UInt32] = []
    random.fill(&words, unit: 2, draws: draws, slots: slots, count: width, slotOffset: 2)
    for place in 0..<width {
      let block = random.block(unit: 2, draw: draws[place], slot: slots[place] &+ 2)
      for word in 0..<4 { #expect(words[4 * place + word] == block[word]) }
    }
  }

  @Test(arguments: [0, 42, UInt64.max], widths)
  func scrambledPoints(seed: UInt64, width: Int) throws {
    let sobol = try ScrambledSobol(seed: seed, stream: 17, dimensionCount: 9)
    let units = (0..<width).map { UInt32($0 % 5) }
    let indices = (0..<width).map { UInt32($0 * $0 * 1_009) }
    var (places, rows): ([UInt32], [UInt32]) = ([], [])
    sobol.fill(&places, units: units, indices: indices)
    sobol.fill(&rows, units: units, places: Array(places.prefix(width)), dimensions: 2..<12)
    for lane in 0..<width {
      for dimension in 2..<9 {
        #expect(
          rows[(dimension - 2) * width + lane]
            == sobol.word(unit: units[lane], index: indices[lane], dimension: dimension))
      }
    }
  }

  @Test("Tables read many words at a time as one at a time")
  func tables() throws {
    let table = try TabulatedQuantiles(scale: 1_000) { probability throws(NumericalError) in
      try ContinuousDistribution.lognormal(logMean: 3, logStandardDeviation: 2).quantile(
        probability)
    }
    let normal = try #require(NormalScores.shared)
    var stream = RandomStream(seed: 5, stream: 2)
    let ends = (0..<300).flatMap { [UInt32($0), ~UInt32($0), 1 << 31 &- 150 &+ UInt32($0)] }
    let words = ends + (0..<20_001).map { _ in stream.nextWord() >> UInt32(stream.nextWord() % 32) }
    var (numbers, scores): ([Int64], [Int64]) = ([], [])
    table.fill(&numbers, words: words, count: words.count)
    let small = try TabulatedQuantiles(scale: 1e9) { probability throws(NumericalError) in
      try ContinuousDistribution.lognormal(logMean: -0.2, logStandardDeviation: 0.1).quantile(
        probability)
    }
    var parts: [Int32] = []
    try #require(small.fill(&parts, words: words, count: words.count))
    normal.fill(&scores, words: words, count: words.count)
    for (index, word) in words.enumerated() {
      #expect(numbers[index] == table.number(for: word))
      #expect(Int64(parts[index]) == small.number(for: word))
      #expect(scores[index] == normal.score(of: word))
    }
  }

  @Test("Numbers that are not small are looked up one way only", arguments: [-1.0, 1e8])
  func largeNumbers(scale: Double) throws {
    let table = try TabulatedQuantiles(scale: scale) { probability throws(NumericalError) in
      try ContinuousDistribution.uniform(low: 20, high: 30).quantile(
        scale > 0 ? probability : 1 - probability)
    }
    var parts: [Int32] = []
    #expect(!table.fill(&parts, words: [0, 1], count: 2) && parts.isEmpty)
  }

  @Test("Counts of many words are those of each", arguments: [0.4, 20, 300])
  func counts(mean: Double) {
    let table = CountTable.negativeBinomial(mean: mean, size: 2)
    var stream = RandomStream(seed: 6, stream: 1)
    let words = [0, .max] + (0..<5_000).map { _ in stream.nextWord() }
    var counts: [Int32] = []
    table.fill(&counts, words: words, count: words.count)
    for (index, word) in words.enumerated() {
      #expect(Int(counts[index]) == table.count(for: word))
    }
  }
}
