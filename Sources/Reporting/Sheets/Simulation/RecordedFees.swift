import CallOff
import Pipeline
import Quantities

/// Fees of recorded orders under other contracts than the case's own: known, not simulated.
struct RecordedFees {
  /// What accrued and what was reversed.
  struct Sum {
    var accrued = Money.zero
    var reversed = Money.zero
  }

  /// By month, such as `2026-04`.
  private(set) var byMonth: [String: Sum] = [:]
  /// By fiscal year, such as `2026`.
  private(set) var byYear: [String: Sum] = [:]

  /// Adds the fees up.
  ///
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  init(of run: CaseRun) throws(ArithmeticOverflow) {
    let own = run.input.header.caseNumber
    for row in run.callOff?.ledger.assessments ?? [] {
      guard let other = row.order.caseNumber, other != own, let accrued = row.accruedOn else {
        continue
      }
      try add(row.accruedFee, to: \.accrued, in: accrued.month)
      if let reversed = row.reversedOn {
        try add(row.accruedFee, to: \.reversed, in: reversed.month)
      }
    }
  }

  private mutating func add(
    _ fee: Money, to part: WritableKeyPath<Sum, Money>, in month: Month
  ) throws(ArithmeticOverflow) {
    let (monthName, yearName) = (month.isoText, String(month.year))
    var ofMonth = byMonth[monthName] ?? Sum()
    ofMonth[keyPath: part] = try ofMonth[keyPath: part] + fee
    byMonth[monthName] = ofMonth
    var ofYear = byYear[yearName] ?? Sum()
    ofYear[keyPath: part] = try ofYear[keyPath: part] + fee
    byYear[yearName] = ofYear
  }
}
