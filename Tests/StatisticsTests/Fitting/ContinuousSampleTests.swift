import Statistics
import Testing

@Suite struct ContinuousSampleTests {
  @Test("Observations are kept in order")
  func order() throws {
    #expect(try ContinuousSample([3, -1, 2]).sorted == [-1, 2, 3])
    #expect(try ContinuousSample([3, -1, 2]).observationCount == 3)
  }

  @Test("What is no sample is an error", arguments: [Double.nan, .infinity, -.infinity])
  func wrong(value: Double) {
    #expect(throws: FitError.notFinite) { try ContinuousSample([1, value]) }
    #expect(throws: FitError.tooFewObservations(count: 0, needed: 1)) { try ContinuousSample([]) }
  }
}
