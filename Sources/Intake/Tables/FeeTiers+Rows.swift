import CallOff
import Policy
import Quantities

extension BoundTable {
  /// The rows of `fee_tiers`, each bound above the one before.
  ///
  /// What the optional column `note` says becomes part of the table's name.
  ///
  /// - Returns: `nil` when there is an error or no tier; it is reported.
  func feeTiers(_ diagnostics: inout Diagnostics) -> FeeTierTable? {
    let errorCountBefore = diagnostics.errorCount
    var last: Money?
    var notes: [String] = []
    let tiers = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> FeeTier? in
      let bound = row.required(.lowerBound) { text throws(QuantityFormatError) in
        let bound = try Money(text: text)
        guard bound >= .zero else {
          throw QuantityFormatError("is below 0", expected: "a bound of 0 or more")
        }
        return bound
      }
      if let bound, let before = last, bound <= before {
        row.report(
          .lowerBound,
          "\(row.label(.lowerBound)) \(bound.decimalText) is not above"
            + " \(before.decimalText) in the row before", "bounds in ascending order")
      }
      last = bound ?? last
      let rate = row.required(.rate) { text throws(QuantityFormatError) in
        let rate = try Rate(text: text)
        // 1.1 for 1.1 % is an easy slip, and a fee above the order's amount is no fee.
        guard rate.value <= .one else {
          throw QuantityFormatError(
            "is more than 100 %", expected: "a rate such as 0.011 or 1.1%")
        }
        return rate
      }
      let note = row.optionalText(.note)
      guard let bound, let rate else { return nil }
      if let note, !notes.contains(note) { notes.append(note) }
      return FeeTier(
        lowerBoundHundredths: bound.minorUnits, rate: rate, position: row.position)
    }
    guard diagnostics.errorCount == errorCountBefore else { return nil }
    // A table that says what it is, such as a demonstration, is called so wherever a fee is shown.
    let name = notes.isEmpty ? table.file : "\(table.file) (\(notes.joined(separator: "; ")))"
    guard let feeTiers = FeeTierTable(name: name, tiers: tiers) else {
      diagnostics.report(
        table.headingError(0, "the table fee_tiers has no row", "at least one tier"))
      return nil
    }
    return feeTiers
  }

  /// The rows of `contracts`; one that repeats the case's own contract is passed over.
  func contracts(besides own: Contract?, _ diagnostics: inout Diagnostics) -> [Contract] {
    var first = FirstPlaces<String>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Contract? in
      let caseNumber = row.requiredText(.caseNumber)
      if let caseNumber {
        row.reportRepetition(
          caseNumber, in: &first, .caseNumber, "the contract \(caseNumber.quoted)")
      }
      let start = row.day(.contractStart)
      let end = row.day(.contractEnd)
      guard let caseNumber, let start, let end else { return nil }
      if end <= start {
        row.report(
          .contractEnd, "\(row.label(.contractEnd)) \(end) is not after the start \(start)",
          "a day after the contract's start")
      }
      let contract = Contract(caseNumber: caseNumber, start: start, end: end)
      guard let own, own.caseNumber == caseNumber else { return contract }
      if contract != own {
        row.report(
          .caseNumber,
          "the contract \(caseNumber.quoted) runs from \(start) to \(end) here and from"
            + " \(own.start) to \(own.end) in case.yaml", "the same days in both")
      }
      return nil
    }
  }
}
