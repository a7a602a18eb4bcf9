import Statistics
import Testing

/// Marked units among the first drawn by weight, against every order of drawing.
@Suite struct SuccessiveSamplingTests {
  /// The probability of each number of marked units, by going through every order.
  private func byOrders(
    _ weights: [Double], isMarked: [Bool], draws: Int
  ) -> [Double] {
    var result = Array(repeating: 0.0, count: min(draws, isMarked.count { $0 }) + 1)
    func draw(_ left: Set<Int>, _ hits: Int, _ probability: Double, _ rest: Int) {
      guard rest > 0 else {
        result[hits] += probability
        return
      }
      let total = left.reduce(0) { $0 + weights[$1] }
      for unit in left {
        draw(
          left.subtracting([unit]), hits + (isMarked[unit] ? 1 : 0),
          probability * weights[unit] / total, rest - 1)
      }
    }
    draw(Set(weights.indices), 0, 1, draws)
    return result
  }

  @Test(
    arguments: [
      ([1], [true]), ([1, 1], [true, false]), ([3, 1, 2], [false, true, false]),
      ([1, 2, 3, 4, 5, 6], [true, false, true, false, false, true]),
      ([1_000_000, 1, 1, 30, 7], [false, true, false, true, false]),
      ([1_000_000, 1, 1, 30, 7], [true, false, false, false, false]),
      ([0.001, 5, 5, 0.1, 900], [true, true, true, false, false]),
    ] as [([Double], [Bool])])
  func everyOrder(weights: [Double], isMarked: [Bool]) throws {
    let units = zip(weights, isMarked)
    let sampling = try SuccessiveSampling(
      unmarked: units.filter { !$0.1 }.map(\.0), marked: units.filter(\.1).map(\.0))
    for draws in 0...weights.count {
      let expected = byOrders(weights, isMarked: isMarked, draws: draws)
      let probabilities = sampling.probabilities(draws: draws)
      #expect(probabilities.count == expected.count)
      for (own, other) in zip(probabilities, expected) { #expect(abs(own - other) < 1e-12) }
    }
  }

  @Test("Of equal weights each draw is alike, and every number of draws sums to 1")
  func equalWeights() throws {
    let sampling = try SuccessiveSampling(
      unmarked: Array(repeating: 4, count: 80), marked: Array(repeating: 4, count: 40))
    for draws in 0...120 {
      let probabilities = sampling.probabilities(draws: draws)
      #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
      // Of each draw a third is marked.
      let mean = probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
      #expect(abs(mean - Double(draws) / 3) < 1e-11)
    }
  }

  @Test("What is no weight is never drawn, and counts beyond the units are all of them")
  func edges() throws {
    let sampling = try SuccessiveSampling(unmarked: [0, -1, .nan, 2], marked: [.infinity, 3])
    #expect(sampling.probabilities(draws: 5) == sampling.probabilities(draws: 2))
    #expect(abs(sampling.probabilities(draws: 1)[1] - 0.6) < 1e-13)
    #expect(try SuccessiveSampling(unmarked: [], marked: []).probabilities(draws: 3) == [1])
  }
}
