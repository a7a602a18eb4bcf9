import Statistics
import Testing

@Suite struct IncompleteBetaTests {
  /// A binomial probability by Pascal's triangle.
  private func binomial(_ count: Int, of trials: Int, _ success: Double) -> Double {
    var row = [1.0]
    for _ in 0..<trials {
      let next = (0...row.count).map { index in
        (index > 0 ? row[index - 1] * success : 0)
          + (index < row.count ? row[index] * (1 - success) : 0)
      }
      row = next
    }
    return row[count]
  }

  @Test("Tails are sums of binomial probabilities", arguments: 0...9)
  func tails(trials: Int) throws {
    for success in [0, 0.125, 0.5, 0.9, 1] {
      for count in -1...(trials + 1) {
        var expected = 0.0
        for hit in 0...trials where hit <= count { expected += binomial(hit, of: trials, success) }
        let atMost = try IncompleteBeta.atMost(count, of: trials, failure: 1 - success).value
        let more = try IncompleteBeta.moreThan(count, of: trials, success: success).value
        #expect(abs(atMost - expected) < 1e-14)
        #expect(abs(more - (1 - expected)) < 1e-14)
      }
    }
  }

  @Test("A tail below the smallest double keeps its precision")
  func farTail() throws {
    // No success in 999 trials, a quarter of failure each: 2^-1998.
    let tail = try IncompleteBeta.atMost(0, of: 999, failure: 0.25)
    #expect(tail.value == 0)
    #expect(abs((tail.ratio(to: ScaledReal(significand: 1, exponent: -1998)) ?? 0) - 1) < 1e-12)
  }

  @Test("Outside its domain it is an error", arguments: [-0.1, 1.1, .nan, .infinity])
  func domain(x: Double) {
    #expect(throws: NumericalError.domain) { try IncompleteBeta.regularised(x, a: 1, b: 2) }
    #expect(throws: NumericalError.domain) { try IncompleteBeta.regularised(0.5, a: x - 2, b: 2) }
  }
}
