public import Policy
public import Quantities

/// How long agencies may order under a contract: two years at most, extensions included.
///
/// Regulations for Inter-entity Supply Contracts, Art. 11; `CalendarPeriod` tells the last day.
public enum OrderingPeriod {
  /// The longest period, in years.
  public static let limitYears = 2
  /// Where the limit is stated.
  public static let rule = Derivation.Rule(
    Citation("Regulations for Inter-entity Supply Contracts (共同供應契約實施辦法), Art. 11"), .law)

  /// The last day that a contract from `start` on may be ordered under.
  ///
  /// - Returns: `nil` where the calendar ends before.
  public static func lastAllowedDay(from start: Day) -> Day? {
    CalendarPeriod.months(12 * limitYears).lastDay(from: start)
  }

  /// Whether a contract's period is longer than allowed.
  public static func isExceeded(by contract: Contract) -> Bool {
    lastAllowedDay(from: contract.start).map { contract.end > $0 } ?? false
  }
}
