public import Quantities

/// What moved within one month or year, from what was outstanding before to what is after.
///
/// opening + accrued − reversed − collected = closing.
public struct FeeMovement: Hashable, Sendable {
  /// The month or year of the entries.
  public let period: FeeGroup
  /// Outstanding at its start.
  public let opening: Money
  /// Fees accrued in it.
  public let accrued: Money
  /// Fees reversed in it.
  public let reversed: Money
  /// Payments received in it.
  public let collected: Money
  /// Outstanding at its end.
  public let closing: Money

  /// Creates a movement.
  ///
  /// - Parameters:
  ///   - period: The month or year.
  ///   - opening: Outstanding at its start.
  ///   - accrued: Fees accrued in it.
  ///   - reversed: Fees reversed in it.
  ///   - collected: Payments received in it.
  ///   - closing: Outstanding at its end.
  public init(
    period: FeeGroup, opening: Money, accrued: Money, reversed: Money, collected: Money,
    closing: Money
  ) {
    self.period = period
    self.opening = opening
    self.accrued = accrued
    self.reversed = reversed
    self.collected = collected
    self.closing = closing
  }
}

/// A length of the periods that movements are reported by.
public enum FeePeriod: CaseIterable, Sendable {
  /// Calendar months.
  case month
  /// Calendar years; in Taiwan also the fiscal years.
  case fiscalYear

  /// The period that a day lies in.
  public func group(of day: Day) -> FeeGroup {
    switch self {
    case .month: .month(day.month)
    case .fiscalYear: .fiscalYear(day.month.year)
    }
  }
}

extension FeeLedger {
  /// What moved in each period that has an entry, in the order of time.
  ///
  /// - Parameters:
  ///   - period: The length of a period.
  ///   - isIncluded: Which orders count; all of them by default.
  /// - Returns: One row a period; its opening is the closing of the one before.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  public func movements(
    by period: FeePeriod, where isIncluded: (FeeAssessment) -> Bool = { _ in true }
  ) throws(ArithmeticOverflow) -> [FeeMovement] {
    var movements: [FeeMovement] = []
    var open = OpenPeriod()
    for event in events where isIncluded(assessments[event.assessmentIndex]) {
      let group = period.group(of: event.day)
      if group != open.group {
        if let closed = open.movement { movements.append(closed) }
        open = OpenPeriod(group: group, opening: open.closing)
      }
      try open.add(event)
    }
    if let last = open.movement { movements.append(last) }
    return movements
  }
}

/// A period whose entries are still being added.
private struct OpenPeriod {
  var group: FeeGroup?
  var opening = Money.zero
  var accrued = Money.zero
  var reversed = Money.zero
  var collected = Money.zero
  var closing: Money

  init(group: FeeGroup? = nil, opening: Money = .zero) {
    self.group = group
    self.opening = opening
    closing = opening
  }

  mutating func add(_ event: FeeEvent) throws(ArithmeticOverflow) {
    switch event.kind {
    case .accrual: accrued = try accrued + event.amount
    case .collection: collected = try collected + event.amount
    case .reversal: reversed = try reversed + event.amount
    }
    closing = try closing + event.change
  }

  var movement: FeeMovement? {
    group.map {
      FeeMovement(
        period: $0, opening: opening, accrued: accrued, reversed: reversed, collected: collected,
        closing: closing)
    }
  }
}
