extension FeeNote {
  /// The notes on some fees, the table's first.
  static func notes(
    rule: FeeRule, notches: [Notch], assessments: [FeeAssessment], hasCollectionRecords: Bool
  ) -> [FeeNote] {
    var notes: [FeeNote] = []
    if rule.table.isDemonstration { notes.append(.demonstrationTable(name: rule.table.name)) }
    if !rule.tiersAbovePrinciple.isEmpty {
      notes.append(.tiersAbovePrinciple(rule.tiersAbovePrinciple))
    }
    if rule.isFlat { notes.append(.flatTiers) }
    for notch in notches {
      let count = assessments.count { $0.flags.contains(.inNotch(notch)) }
      notes.append(.notch(notch, orderCount: count))
    }
    if !hasCollectionRecords { notes.append(.noCollectionRecords) }
    if assessments.contains(where: { $0.dueOn != nil }) { notes.append(.dueDateAssumed) }
    let cancelled = assessments.count { $0.reversedOn != nil }
    let pending = assessments.count { $0.accruedOn == nil }
    if cancelled + pending > 0 {
      notes.append(.cancellationTimingAssumed(cancelled: cancelled, pending: pending))
    }
    for contract in contracts(of: assessments) where OrderingPeriod.isExceeded(by: contract) {
      notes.append(.orderingPeriodTooLong(contract))
    }
    return notes
  }

  /// The listed contracts that orders belong to, by case number.
  private static func contracts(of assessments: [FeeAssessment]) -> [Contract] {
    var seen: Set<Contract> = []
    for assessment in assessments {
      if case .listed(let contract) = assessment.contract { seen.insert(contract) }
    }
    return seen.sorted { $0.caseNumber < $1.caseNumber }
  }
}
