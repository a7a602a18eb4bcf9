import Benchmark
import Statistics

/// The draws that a simulation plays together.
private let draws = (0..<64).map { UInt32($0) }
/// Words of a draw that are asked for at once.
private let wordsPerDraw = 64
/// How often they are asked for.
private let rounds = 256

/// Words of the counted generator.
struct CountedWords: TimedWork {
  let count = rounds * draws.count * wordsPerDraw
  private let random = CountedRandom(seed: 42, stream: 1)
  private var rows: [UInt32] = []

  private mutating func fill(unit: Int) {
    random.fill(
      &rows, unit: UInt32(unit), draws: draws, firstSlot: 0, slotCount: wordsPerDraw / 4)
  }

  mutating func isRight() -> Bool {
    fill(unit: 3)
    return (0..<draws.count * wordsPerDraw).allSatisfy { place in
      let (row, lane) = place.quotientAndRemainder(dividingBy: draws.count)
      return rows[place]
        == random.block(unit: 3, draw: draws[lane], slot: UInt32(row / 4 * 4))[row % 4]
    }
  }

  mutating func run() {
    for unit in 0..<rounds { fill(unit: unit) }
    blackHole(rows)
  }
}

/// Words of scrambled Sobol points.
struct SobolWords: TimedWork {
  let count = rounds * draws.count * wordsPerDraw
  private let sobol: ScrambledSobol
  private var (places, rows): ([UInt32], [UInt32]) = ([], [])

  init() throws {
    sobol = try ScrambledSobol(seed: 42, stream: 1, dimensionCount: wordsPerDraw)
  }

  private mutating func fill(unit: Int) {
    let units = [UInt32](repeating: UInt32(unit), count: draws.count)
    sobol.fill(&places, units: units, indices: draws)
    sobol.fill(&rows, units: units, places: places, dimensions: 0..<wordsPerDraw)
  }

  mutating func isRight() -> Bool {
    fill(unit: 3)
    return (0..<draws.count * wordsPerDraw).allSatisfy { place in
      let (dimension, lane) = place.quotientAndRemainder(dividingBy: draws.count)
      return rows[place] == sobol.word(unit: 3, index: draws[lane], dimension: dimension)
    }
  }

  mutating func run() {
    for unit in 0..<rounds { fill(unit: unit) }
    blackHole(rows)
  }
}

/// Numbers that words stand for in a table of quantiles.
struct TabulatedNumbers: TimedWork {
  let count = rounds * draws.count * wordsPerDraw
  private let table: TabulatedQuantiles
  private var words: [UInt32] = []
  private var numbers: [Int64] = []

  init() throws {
    let ratio = ContinuousDistribution.lognormal(logMean: -0.05, logStandardDeviation: 0.06)
    table = try TabulatedQuantiles(scale: 1e9) { probability throws(NumericalError) in
      try ratio.quantile(probability)
    }
    CountedRandom(seed: 42, stream: 1).fill(
      &words, unit: 0, draws: draws, firstSlot: 0, slotCount: wordsPerDraw / 4)
    words.removeLast(words.count - draws.count * wordsPerDraw)
  }

  mutating func isRight() -> Bool {
    table.fill(&numbers, words: words, count: words.count)
    return zip(words, numbers).allSatisfy { table.number(for: $0) == $1 }
  }

  mutating func run() {
    for _ in 0..<rounds { table.fill(&numbers, words: words, count: words.count) }
    blackHole(numbers)
  }
}
