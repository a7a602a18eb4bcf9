import Testing

@testable import Statistics

private let samples: [[Int64]] = [
  [5, 5], [1, 2], [-3, 4, 10], [0, 0, 0, 1], Array(1...100), [7, -7, 7, -7, 1],
  (0..<50).map { $0 * $0 * $0 % 101 },
]

@Test(arguments: samples)
func sumAndErrorAreThoseOfTheTextbook(numbers: [Int64]) throws {
  let summary = try #require(ExactSummary(of: numbers))
  let n = Double(numbers.count)
  let mean = Double(numbers.reduce(0, +)) / n
  let squares = numbers.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
  #expect(summary.count == numbers.count)
  #expect(summary.sum == numbers.reduce(0) { $0 + Int128($1) })
  let error = try #require(summary.standardError)
  #expect(abs(error - (squares / (n - 1) / n).squareRoot()) < 1e-9 * (1 + error))
  #expect(ExactSummary(of: numbers.reversed())?.standardError == error)
}

@Test(arguments: samples, [0, 5, 25, 50, 75, 95, 100])
func aPercentileIsTheSmallestNumberThatEnoughDoNotExceed(numbers: [Int64], percent: Int) throws {
  let expected = numbers.sorted().first { candidate in
    numbers.count { $0 <= candidate } * 100 >= percent * numbers.count
  }
  #expect(try #require(ExactSummary(of: numbers)).percentile(percent) == expected)
}

@Test func oneNumberHasNoError() throws {
  let summary = try #require(ExactSummary(of: [42]))
  #expect(summary.standardError == nil)
  #expect(summary.percentile(5) == 42)
}

@Test func nothingAndWhatDoesNotFitHaveNoSummary() {
  #expect(ExactSummary(of: []) == nil)
  #expect(ExactSummary(of: [.max, .min, .max, .min, .max, .min]) == nil)
}

@Test func equalLargeNumbersHaveNoSpread() {
  #expect(ExactSummary(of: [.max, .max, .max])?.standardError == 0)
}
