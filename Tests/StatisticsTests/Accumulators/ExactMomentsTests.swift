import Statistics
import Testing

@Suite struct ExactMomentsTests {
  private static func moments(_ numbers: [Int64]) -> ExactMoments {
    var moments = ExactMoments()
    for number in numbers { moments.add(number) }
    return moments
  }

  /// Expected values: Python's `statistics.stdev` over exact fractions, divided by √n.
  @Test(
    arguments: [
      ([3, 5], 1.0),
      ([2, 4, 4, 4, 5, 5, 7, 9], 0.755_928_946_018_454_5),
      ([-1, 1, -1, 1], 0.577_350_269_189_625_8),
      ([1_000_000_000_000_000_000, 1_000_000_000_000_000_001], 0.5),
      ([7, 7, 7], 0.0),
    ] as [([Int64], Double)])
  func standardError(numbers: [Int64], expected: Double) throws {
    let error = try #require(ExactMomentsTests.moments(numbers).standardError)
    #expect(abs(error - expected) <= 1e-15 * max(1, expected))
  }

  @Test func nothingAndASingleNumberHaveNoError() {
    #expect(ExactMoments().standardError == nil)
    #expect(ExactMomentsTests.moments([4]).standardError == nil)
  }

  @Test(arguments: 0...5)
  func partsMergeIntoTheWhole(cut: Int) {
    let numbers: [Int64] = [.min, 0, 17, -3, 9_999_999_999_999]
    let whole = ExactMomentsTests.moments(numbers)
    var merged = ExactMomentsTests.moments(Array(numbers.suffix(numbers.count - cut)))
    merged.merge(ExactMomentsTests.moments(Array(numbers.prefix(cut))))
    #expect(merged == whole)
  }

  @Test func squaresBeyond128BitsAreSaid() {
    let large = ExactMomentsTests.moments(Array(repeating: .min, count: 5))
    #expect(large.hasOverflowed)
    #expect(large.standardError == nil)
    #expect(large.sum == 5 * Int128(Int64.min))
    var merged = ExactMomentsTests.moments([1, 2])
    merged.merge(large)
    #expect(merged.hasOverflowed)
    #expect(!ExactMomentsTests.moments(Array(repeating: .max, count: 4)).hasOverflowed)
  }

  @Test func partsThatNoNumbersHaveAreRefused() {
    #expect(ExactMoments(count: 2, sum: 8, squares: 34) == ExactMomentsTests.moments([3, 5]))
    #expect(ExactMoments(count: 2, sum: 8, squares: 31) == nil)
    #expect(ExactMoments(count: 0, sum: 1, squares: 1) == nil)
    #expect(ExactMoments(count: -1, sum: 0, squares: 0) == nil)
    #expect(ExactMoments(count: 0, sum: 0, squares: 0) == ExactMoments())
  }
}
