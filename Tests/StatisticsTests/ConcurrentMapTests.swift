import Testing

@testable import Statistics

/// The concurrent map is a map: same results, same order.
@Test(arguments: [0, 1, 2, 3, 100, 10_000])
func aConcurrentMapIsAMap(count: Int) {
  let numbers = Array(0..<count)
  #expect(numbers.concurrentMap { $0 * $0 + 1 } == numbers.map { $0 * $0 + 1 })
}

@Test func optionalResultsKeepTheirPlaces() {
  let results = [1, 2, 3, 4].concurrentMap { $0.isMultiple(of: 2) ? $0 : nil }
  #expect(results == [nil, 2, nil, 4])
}
