import Statistics
import Testing

@testable import Simulation

@Suite struct ApportionmentTests {
  @Test(arguments: [(0, 7), (1, 7), (100, 7), (1_000_003, 64), (2, 65)])
  func quotasOfNeighboursAddUp(_ total: Int, _ length: Int) {
    for size in 1...5 {
      let starts = stride(from: 0, to: length, by: size)
      let quotas = starts.map {
        Apportionment.quota(of: total, over: length, to: $0..<min($0 + size, length))
      }
      #expect(quotas.reduce(0, +) == total)
    }
  }

  @Test func quotasFollowTheAverageAlone() {
    let part = Apportionment.quota(of: 720, over: 64, to: 0..<64)
    #expect(part == Apportionment.quota(of: 7_200, over: 640, to: 0..<64))
  }

  @Test(arguments: 0..<200) func splitsKeepTheTotalAndTheBounds(_ round: Int) {
    var draws = RandomStream(seed: 4, stream: UInt64(round))
    let count = 1 + draws.next(below: 12)
    let weights = (0..<count).map { _ in 1 + draws.next(below: 50) }
    let bounds = (0..<count).map { _ in
      let least = draws.next(below: 4)
      return least...(least + draws.next(below: 15))
    }
    let least = bounds.reduce(0) { $0 + $1.lowerBound }
    let most = bounds.reduce(0) { $0 + $1.upperBound }
    let total = draws.next(below: most + 10)
    let parts = Apportionment.split(total, weights: weights, bounds: bounds)
    #expect(parts.reduce(0, +) == min(total, most))
    for (part, bound) in zip(parts, bounds) {
      #expect(part <= bound.upperBound)
      if total >= least { #expect(part >= bound.lowerBound) }
    }
  }

  @Test func placesWithoutWeightGetNothing() {
    let parts = Apportionment.split(
      10, weights: [0, 3, 0, 2], bounds: .init(repeating: 0...99, count: 4))
    #expect(parts == [0, 6, 0, 4])
    #expect(Apportionment.split(10, weights: [0], bounds: [0...99]) == [0])
  }
}
