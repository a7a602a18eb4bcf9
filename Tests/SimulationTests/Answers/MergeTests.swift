import Simulation
import Testing

/// Parts of a run make the whole, in any order and number.
@Suite struct MergeTests {
  private let tender = SmallTender(bids: [[700, 800, 900], [950]], orders: [[2], [3, 4]])

  @Test(arguments: [[10], [4, 10], [1, 2, 3, 10], Array(1...10)])
  func partsMakeTheWhole(ends: [Int]) throws {
    let starts = [0] + ends.dropLast()
    let parts = try zip(starts, ends).map { try tender.record(draws: $0..<$1, of: 10) }
    let whole = try tender.record(draws: 0..<10, of: 10)
    let merged = try SimulationRecord(merging: parts)
    let turned = try SimulationRecord(merging: parts.reversed())
    #expect(merged == whole)
    #expect(turned == whole)
    let areWhole = parts.allSatisfy { $0.isWhole }
    #expect(areWhole)
  }

  @Test func whatIsNotExactlyOneRunIsRefused() throws {
    let first = try tender.record(draws: 0..<4, of: 10)
    let second = try tender.record(draws: 4..<10, of: 10)
    let overlapping = try tender.record(draws: 3..<10, of: 10)
    let other = try tender.record(draws: 4..<10, of: 10, seed: 9)
    #expect(throws: MergeProblem.missing(first: 5, last: 10)) {
      try SimulationRecord(merging: [first])
    }
    #expect(throws: MergeProblem.missing(first: 1, last: 4)) {
      try SimulationRecord(merging: [second])
    }
    #expect(throws: MergeProblem.repeated(draw: 4, part: 1)) {
      try SimulationRecord(merging: [first, overlapping])
    }
    #expect(throws: MergeProblem.otherRun(part: 1)) {
      try SimulationRecord(merging: [first, other])
    }
  }
}
