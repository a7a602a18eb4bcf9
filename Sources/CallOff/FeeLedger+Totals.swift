public import Quantities

/// One row of a report of fees.
public struct FeeTotalRow: Hashable, Sendable {
  /// What the row stands for.
  public let group: FeeGroup
  /// What its orders come to.
  public let totals: FeeTotals

  /// Creates a row.
  public init(group: FeeGroup, totals: FeeTotals) {
    self.group = group
    self.totals = totals
  }
}

extension FeeLedger {
  /// What all orders come to at the end of a day.
  ///
  /// - Parameters:
  ///   - day: `nil` for after everything that is recorded.
  ///   - isIncluded: Which orders count; all of them by default.
  /// - Returns: The sums over the orders placed by then.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  public func totals(
    on day: Day? = nil, where isIncluded: (FeeAssessment) -> Bool = { _ in true }
  ) throws(ArithmeticOverflow) -> FeeTotals {
    var sum = FeeTotals.zero
    for assessment in assessments where isIncluded(assessment) {
      sum = try sum + assessment.totals(on: day)
    }
    return sum
  }

  /// What the orders of each group come to at the end of a day, in the order of the groups.
  ///
  /// Orders are grouped as they were placed: a month's row has the orders placed in it, whenever
  /// they were paid or reversed. What moved within a month is in ``movements(by:where:)``.
  ///
  /// - Parameters:
  ///   - grouping: What the rows stand for.
  ///   - day: `nil` for after everything that is recorded.
  ///   - isIncluded: Which orders count; all of them by default.
  /// - Returns: One row a group; none where no order counts.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  /// - Complexity: O(n + g log g) in the number of orders and groups.
  public func totals(
    by grouping: FeeGrouping, on day: Day? = nil,
    where isIncluded: (FeeAssessment) -> Bool = { _ in true }
  ) throws(ArithmeticOverflow) -> [FeeTotalRow] {
    var totals: [FeeGroup: FeeTotals] = [:]
    for assessment in assessments where isIncluded(assessment) {
      let group = grouping.group(assessment)
      totals[group] = try totals[group, default: .zero] + assessment.totals(on: day)
    }
    return totals.map { FeeTotalRow(group: $0.key, totals: $0.value) }
      .sorted { $0.group < $1.group }
  }
}
