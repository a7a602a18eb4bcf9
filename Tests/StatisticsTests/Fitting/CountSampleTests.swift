import Statistics
import Testing

@Suite struct CountSampleTests {
  @Test("Values and their histogram are the same sample, in any order")
  func sameSample() throws {
    let sample = try CountSample([2, 0, 5, 2, 2])
    #expect(try sample == CountSample([5, 2, 2, 0, 2]))
    #expect(try sample == CountSample(histogram: [2: 3, 0: 1, 5: 1, 7: 0]))
    #expect(sample.observationCount == 5)
    #expect(sample.cells.map(\.count) == [0, 2, 5])
    #expect(sample.cells.map(\.frequency) == [1, 3, 1])
    #expect(sample.mean == 2.2)
    // (4.84 + 3 · 0.04 + 7.84) / 5
    #expect(abs(sample.variance - 2.56) < 1e-15)
  }

  @Test("The sums of the largest sample fit")
  func largest() throws {
    let half = CountSample.observationLimit / 2
    let sample = try CountSample(histogram: [0: half, CountSample.countLimit: half])
    #expect(sample.mean == 0x1p19)
    #expect(sample.variance == 0x1p38)
  }

  @Test(
    "What is no sample of counts is an error",
    arguments: [
      ([:], .tooFewObservations(count: 0, needed: 1)),
      ([3: 0], .tooFewObservations(count: 0, needed: 1)),
      ([-1: 1], .countOutOfRange(count: -1, limit: CountSample.countLimit)),
      (
        [CountSample.countLimit + 1: 1],
        .countOutOfRange(count: CountSample.countLimit + 1, limit: CountSample.countLimit)
      ),
      ([2: -1], .negativeFrequency(count: 2)),
      ([1: .max, 2: .max], .tooManyObservations(limit: CountSample.observationLimit)),
    ] as [([Int: Int], FitError)])
  func wrong(histogram: [Int: Int], error: FitError) {
    #expect(throws: error) { try CountSample(histogram: histogram) }
  }

  @Test("The likelihood is the product of the probabilities")
  func likelihood() throws {
    let sample = try CountSample([0, 1, 1, 3])
    let distribution = CountDistribution.binomial(trials: 3, success: 0.5)
    // 1/8 · 3/8 · 3/8 · 1/8
    let expected = try SpecialFunction.log(9.0 / 4096)
    #expect(abs(try sample.logLikelihood(of: distribution) - expected) < 1e-15)
    #expect(throws: NumericalError.domain) {
      try sample.logLikelihood(of: .binomial(trials: 2, success: 0.5))
    }
  }
}
