import Policy
public import Quantities

/// What one vendor owes under one contract at one date: the basis of the collection.
///
/// The fee is collected per order from the vendor after the performance period expires (slide 3).
public struct FeeStatement: Hashable, Sendable {
  /// One order of the statement.
  public struct Line: Hashable, Sendable {
    /// The order and its fee.
    public let assessment: FeeAssessment
    /// The order's balance at the statement's date.
    public let balance: FeeBalance
  }

  /// The vendor.
  public let vendorID: VendorID
  /// The contract.
  public let contract: OrderContract
  /// The statement's date: the end of that day; `nil` for after everything that is recorded.
  public let asOf: Day?
  /// The orders placed by then, by order date and name.
  public let lines: [Line]
  /// What they come to; its balance's receivable is what to collect.
  public let totals: FeeTotals

  /// When the fees fall due; `nil` where the contract's end is not known.
  public var dueOn: Day? { contract.dueOn }
}

extension FeeLedger {
  /// One statement a vendor and contract, by case number and then vendor.
  ///
  /// - Parameter day: The date of all statements. `nil` for each contract's own due date, or the
  ///   latest order date where an order was placed after it, so that no order is left out; where the
  ///   due date is not known, after everything that is recorded.
  /// - Returns: No statement where a vendor has no order by its date.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  /// - Complexity: O(n log n) in the number of orders.
  public func statements(on day: Day? = nil) throws(ArithmeticOverflow) -> [FeeStatement] {
    struct Key: Hashable {
      let contract: OrderContract
      let vendorID: VendorID
    }
    var groups: [Key: [FeeAssessment]] = [:]
    for assessment in assessments {
      if let day, assessment.order.orderedOn > day { continue }
      let key = Key(contract: assessment.contract, vendorID: assessment.order.vendorID)
      groups[key, default: []].append(assessment)
    }
    let keys = groups.keys.sorted { left, right in
      left.contract == right.contract
        ? left.vendorID < right.vendorID : left.contract.precedes(right.contract)
    }
    var statements: [FeeStatement] = []
    for key in keys {
      let assessments = groups[key] ?? []
      let latestOrder = assessments.lazy.map(\.order.orderedOn).max()
      let asOf = day ?? key.contract.dueOn.map { max($0, latestOrder ?? $0) }
      statements.append(
        try FeeStatement(
          vendorID: key.vendorID, contract: key.contract, asOf: asOf, assessments: assessments))
    }
    return statements
  }
}

extension FeeStatement {
  fileprivate init(
    vendorID: VendorID, contract: OrderContract, asOf: Day?, assessments: [FeeAssessment]
  ) throws(ArithmeticOverflow) {
    let sorted = assessments.sorted { left, right in
      left.order.orderedOn == right.order.orderedOn
        ? left.order.id < right.order.id : left.order.orderedOn < right.order.orderedOn
    }
    var lines: [Line] = []
    var totals = FeeTotals.zero
    for assessment in sorted {
      lines.append(Line(assessment: assessment, balance: try assessment.balance(on: asOf)))
      totals = try totals + assessment.totals(on: asOf)
    }
    self.vendorID = vendorID
    self.contract = contract
    self.asOf = asOf
    self.lines = lines
    self.totals = totals
  }
}
