import Statistics
import Testing

@Suite struct LogLinearHistogramTests {
  private static func histogram(_ numbers: [UInt64], bits: Int = 7) -> LogLinearHistogram {
    var histogram = LogLinearHistogram(bits: bits)
    for number in numbers { histogram.add(number) }
    return histogram
  }

  /// Numbers of every size, from a stream.
  private static func spread(_ count: Int, seed: UInt64) -> [UInt64] {
    var stream = RandomStream(seed: seed, stream: 0)
    return (0..<count).map { _ in stream.next() >> UInt64(stream.next(below: 64)) }
  }

  @Test(arguments: [0, 1, 7, 10, 20])
  func smallNumbersAreExact(bits: Int) {
    for number in 0..<min(UInt64(2 << bits), 5_000) {
      #expect(LogLinearHistogramTests.histogram([number], bits: bits).percentile(50) == number)
    }
  }

  @Test(arguments: [0, 3, 7, 10])
  func aNumberIsFoundWithinTheStatedError(bits: Int) throws {
    let edges = (0..<64).flatMap { [UInt64(1) << UInt64($0), (UInt64(1) << UInt64($0)) &- 1] }
    for number in edges + [.max, .max - 1] + LogLinearHistogramTests.spread(500, seed: 3) {
      let histogram = LogLinearHistogramTests.histogram([number], bits: bits)
      let found = try #require(histogram.percentile(50))
      let error = Double(found > number ? found - number : number - found)
      #expect(error <= histogram.relativeError * Double(number), "\(number) \(found)")
    }
  }

  @Test(arguments: [1, 2, 3, 10, 101, 1_000])
  func quantilesAreThoseOfTheSortedNumbers(count: Int) throws {
    let numbers = LogLinearHistogramTests.spread(count, seed: 5).map { $0 >> 8 }
    let histogram = LogLinearHistogramTests.histogram(numbers)
    let sorted = numbers.sorted()
    for percent in [0, 1, 5, 25, 50, 75, 95, 99, 100] {
      // The definition: the smallest number that at least so many per cent do not exceed.
      let exact = try #require(
        sorted.first { number in
          sorted.count { $0 <= number } * 100 >= percent * count
        })
      let found = try #require(histogram.percentile(percent))
      let error = abs(Double(found) - Double(exact))
      #expect(error <= histogram.relativeError * Double(exact))
    }
    #expect(histogram.count == count)
  }

  @Test(arguments: [0, 1, 13, 40])
  func partsMergeIntoTheWhole(cut: Int) {
    let numbers = LogLinearHistogramTests.spread(40, seed: 9)
    var merged = LogLinearHistogramTests.histogram(Array(numbers.suffix(40 - cut)))
    let isMerged = merged.merge(LogLinearHistogramTests.histogram(Array(numbers.prefix(cut))))
    #expect(isMerged)
    let whole = LogLinearHistogramTests.histogram(numbers)
    #expect(merged.classes.map(\.index) == whole.classes.map(\.index))
    #expect(merged.classes.map(\.count) == whole.classes.map(\.count))
    #expect(merged.percentile(95) == whole.percentile(95))
  }

  @Test func otherPrecisionsDoNotMix() {
    var histogram = LogLinearHistogramTests.histogram([5])
    let isMerged = histogram.merge(LogLinearHistogram(bits: 8))
    #expect(!isMerged)
    #expect(histogram.count == 1)
  }

  @Test func classesRestoreIt() throws {
    let histogram = LogLinearHistogramTests.histogram(
      LogLinearHistogramTests.spread(60, seed: 2) + [0, .max])
    #expect(LogLinearHistogram(bits: 7, classes: histogram.classes) == histogram)
    #expect(LogLinearHistogram(bits: 7, classes: [(3, 1), (3, 1)]) == nil)
    #expect(LogLinearHistogram(bits: 7, classes: [(-1, 1)]) == nil)
    #expect(LogLinearHistogram(bits: 7, classes: [(1 << 20, 1)]) == nil)
    #expect(LogLinearHistogram(bits: 7, classes: [(3, 0)]) == nil)
    #expect(LogLinearHistogram(bits: 40, classes: []) == nil)
    #expect(LogLinearHistogram(bits: 7).percentile(50) == nil)
  }
}
