import Statistics
import Testing

@Suite struct BinomialTableTests {
  @Test(
    "As the incomplete beta function has it", arguments: [0, 1, 2, 7, 24, 100, 1_000],
    [0, 1e-12, 0.03, 0.5, 0.9, 0.999_999, 1])
  func tails(trials: Int, success: Double) throws {
    let table = BinomialTable(trials: trials, success: success)
    #expect(table.probabilities.count == trials + 1)
    for count in stride(from: -1, through: trials, by: max(1, trials / 7)) {
      let exact = try IncompleteBeta.atMost(count, of: trials, failure: 1 - success).value
      #expect(abs(table.cumulative(count) - exact) < 1e-13)
    }
  }

  @Test("The mean of the lesser of count and bound, by counting", arguments: 0...6)
  func boundedMean(bound: Int) {
    let trials = 5
    let table = BinomialTable(trials: trials, success: 0.3)
    var sum = 0.0
    for outcome in 0..<(1 << trials) {
      let count = outcome.nonzeroBitCount
      let probability = (0..<trials).reduce(1.0) { $0 * (outcome >> $1 & 1 == 1 ? 0.3 : 0.7) }
      sum += Double(min(count, bound)) * probability
    }
    #expect(abs(table.mean(atMost: bound) - sum) < 1e-14)
  }
}
