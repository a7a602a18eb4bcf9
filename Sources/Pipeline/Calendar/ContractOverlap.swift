public import CallOff
public import Quantities

/// Two contracts that run on the same days: two start each year and each runs one (slide 3).
public struct ContractOverlap: Hashable, Sendable {
  /// The one that starts first.
  public let first: Contract
  /// The other one.
  public let second: Contract
  /// The days that both run.
  public let days: ClosedRange<Day>

  /// How many days both run.
  public var dayCount: Int { days.upperBound - days.lowerBound + 1 }

  /// Finds every two contracts that overlap.
  ///
  /// - Parameter contracts: Contracts of different case numbers, in whatever order.
  /// - Returns: The pairs in the order of their starts.
  /// - Complexity: O(n²) in the number of contracts.
  static func overlaps(of contracts: [Contract]) -> [ContractOverlap] {
    let inOrder = contracts.inOrderOfStart
    var overlaps: [ContractOverlap] = []
    for (index, first) in inOrder.enumerated() {
      for second in inOrder.dropFirst(index + 1) {
        let last = min(first.end, second.end)
        guard first.start <= second.start, second.start <= last else { continue }
        overlaps.append(
          ContractOverlap(first: first, second: second, days: second.start...last))
      }
    }
    return overlaps
  }
}

extension [Contract] {
  /// The contracts by their first days, equal ones by case number.
  var inOrderOfStart: [Contract] {
    sorted { ($0.start, $0.caseNumber) < ($1.start, $1.caseNumber) }
  }
}
