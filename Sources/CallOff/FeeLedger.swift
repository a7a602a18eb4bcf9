import Policy
public import Quantities

/// The service fees of all orders and what became of them.
///
/// Fees accrue by order date and fall due after the contract ends (slide 3). ``FeeAccrual`` makes a
/// ledger, so every row of it is sound and every sum fits.
public struct FeeLedger: Hashable, Sendable {
  /// The rule that gave the fees: tiers and policy.
  public let rule: FeeRule
  /// The boundaries at which the fee falls; none under marginal tiers.
  public let notches: [Notch]
  /// One row an order, in the order of the input.
  public let assessments: [FeeAssessment]
  /// Whether there are collection records; without them collected is 0, and that is said.
  public let hasCollectionRecords: Bool
  /// Every entry, by day.
  public let events: [FeeEvent]
  /// What a reader of the whole has to know.
  public let notes: [FeeNote]

  init(
    rule: FeeRule, notches: [Notch], assessments: [FeeAssessment], hasCollectionRecords: Bool
  ) {
    self.rule = rule
    self.notches = notches
    self.assessments = assessments
    self.hasCollectionRecords = hasCollectionRecords
    events = FeeEvent.events(of: assessments)
    notes = FeeNote.notes(
      rule: rule, notches: notches, assessments: assessments,
      hasCollectionRecords: hasCollectionRecords)
  }

  /// The balance over all orders at the end of a day.
  ///
  /// - Parameter day: `nil` for after everything that is recorded.
  /// - Returns: The sum of the orders' balances.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  /// - Complexity: O(n) in the number of orders and payments.
  public func balance(on day: Day? = nil) throws(ArithmeticOverflow) -> FeeBalance {
    var sum = FeeBalance.zero
    for assessment in assessments { sum = try sum + assessment.balance(on: day) }
    return sum
  }

  /// The orders that sit in a notch, in the order of the input.
  public func assessments(in notch: Notch) -> [FeeAssessment] {
    assessments.filter { $0.flags.contains(.inNotch(notch)) }
  }

  /// Adds up everything that any report of the ledger adds up.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  func checkSums() throws(ArithmeticOverflow) {
    _ = try assessments.lazy.map(\.order.amount).total()
    _ = try assessments.lazy.map(\.fee.charged).total()
    _ = try assessments.lazy.flatMap(\.payments).map(\.amount).total()
  }
}
