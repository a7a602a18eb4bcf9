import Statistics
import Testing

@testable import Simulation

/// Vendors are drawn by their weights, each at most once.
@Suite struct CandidateTableTests {
  private static let weightings: [[Int]] = [
    [1], [1, 1], [3, 1], [5, 0x7FFF, 1], [1, 2, 3, 4, 5, 6, 7], [1_000_000, 1, 1, 1],
    Array(repeating: 2, count: 40) + [500],
  ]

  private static func table(_ weights: [Int]) -> CandidateTable {
    CandidateTable(
      weights.enumerated().map { .init(vendorIndex: 100 + $0.offset, weight: $0.element) })
  }

  @Test("Of evenly spaced words each candidate has its share", arguments: weightings)
  func shares(weights: [Int]) {
    let table = CandidateTableTests.table(weights)
    let count = 1 << 18
    var counts = weights.map { _ in 0 }
    for index in 0..<count { counts[table.candidate(for: UInt32(index) << 14 | 8_191)] += 1 }
    let total = Double(weights.reduce(0, +))
    for (weight, drawn) in zip(weights, counts) {
      // Each class of words is cut in two: one word more or less for each.
      let expected = Double(weight) / total * Double(count)
      #expect(abs(Double(drawn) - expected) <= Double(weights.count + 1))
    }
  }

  @Test("Pairs come in the order of their weights among those left")
  func pairs() {
    let weights = [6, 3, 1, 1]
    let table = CandidateTableTests.table(weights)
    let random = CountedRandom(seed: 3, stream: 0)
    let count = 120_000
    var counts: [[Int]: Int] = [:]
    for draw in 0..<count {
      let block = random.block(unit: 0, draw: UInt32(draw), slot: 0)
      counts[table.pick(2) { block[$0] }, default: 0] += 1
    }
    for first in 0..<4 {
      for second in 0..<4 where second != first {
        let probability =
          Double(weights[first]) / 11 * Double(weights[second]) / Double(11 - weights[first])
        let expected = probability * Double(count)
        let error = (expected * (1 - probability)).squareRoot()
        #expect(abs(Double(counts[[first, second]] ?? 0) - expected) < 4.5 * error)
      }
    }
  }

  @Test("Many lanes are picked as one is", arguments: weightings)
  func lanes(weights: [Int]) {
    let table = CandidateTableTests.table(weights)
    let random = CountedRandom(seed: 7, stream: 1)
    var picker = CandidatePicker()
    var picked: [Int32] = []
    for round in 0..<20 {
      let counts = (0..<17).map { Int32(($0 + round) % (weights.count + 1)) }
      let places = weights.count
      let words = (0..<17 * places).map {
        // Few different words, so that most places find their candidate taken.
        random.block(unit: 1, draw: UInt32($0 % (3 + round)), slot: UInt32(round))[0]
      }
      picker.pick(table, words: words, counts: counts, places: places, &picked)
      for lane in 0..<17 {
        let plain = table.pick(Int(counts[lane])) { words[$0 * 17 + lane] }
        #expect((0..<Int(counts[lane])).map { Int(picked[$0 * 17 + lane]) } == plain)
        #expect(Set(plain).count == plain.count)
      }
    }
  }
}
