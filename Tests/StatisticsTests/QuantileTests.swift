import Statistics
import Testing

@Suite struct QuantileTests {
  /// Probabilities j/8 of samples of 1, 2, 3, 5 and 9: positions that are exact in binary.
  @Test(arguments: [1, 2, 3, 5, 9], 0...8)
  func liesOnTheLineThroughTheOrderStatistics(count: Int, eighths: Int) {
    let sample = (0..<count).map { Double($0 * $0) }
    // Position (count − 1) · eighths / 8, as a whole part and eighths, in integers.
    let (index, part) = ((count - 1) * eighths).quotientAndRemainder(dividingBy: 8)
    let next = min(index + 1, count - 1)
    let expected = Double(index * index * (8 - part) + next * next * part) / 8
    #expect(Quantile.type7(Double(eighths) / 8, ofSorted: sample) == expected)
  }

  /// R: `quantile(c(1, 2, 3, 4), 0.25)`, and NumPy's default.
  @Test func agreesWithPublishedDefault() {
    #expect(Quantile.type7(0.25, ofSorted: [1, 2, 3, 4]) == 1.75)
  }

  @Test func hasNoValueWithoutSampleOrProbability() {
    #expect(Quantile.type7(0.5, ofSorted: []) == nil)
    #expect(Quantile.type7(.nan, ofSorted: [1]) == nil)
  }

  @Test func probabilitiesOutsideCountAsTheEnds() {
    #expect(Quantile.type7(-1, ofSorted: [1, 2]) == 1)
    #expect(Quantile.type7(2, ofSorted: [1, 2]) == 2)
  }
}
