import CallOff
import Policy
import Quantities

/// Puts on file what the rules of orders look at, and plants orders that break one.
///
/// Nothing here is drawn: what an order gets depends on its place among the orders of its kind.
struct SyntheticOrderRecords {
  private let policy: OrderPolicy
  private let calendar: SyntheticCalendar
  private var counts = Counts()

  private struct Counts {
    var all = 0
    var plain = 0
    var abroad = 0
    var large = 0
    var cancelled = 0
  }

  init(policy: OrderPolicy, calendar: SyntheticCalendar) {
    self.policy = policy
    self.calendar = calendar
  }

  /// Finishes an order.
  ///
  /// - Parameters:
  ///   - order: The order as it was drawn.
  ///   - stream: Where it comes from.
  /// - Returns: The order with its records, and what is wrong with it.
  /// - Throws: `ArithmeticOverflow` when an amount does not fit.
  mutating func finish(
    _ order: Order, of stream: OrderStream
  ) throws(ArithmeticOverflow) -> (order: Order, defect: OrderDefect?) {
    let defect = nextDefect(order, stream)
    var draft = OrderDraft(order)
    draft.records = records(of: order, stream)
    try apply(defect, to: &draft, stream)
    counts.all += 1
    return (try draft.finished(), defect)
  }

  private func isLarge(_ order: Order) -> Bool {
    policy.inspectionThreshold.map { order.amount >= $0 } ?? false
  }

  private mutating func nextDefect(_ order: Order, _ stream: OrderStream) -> OrderDefect? {
    if isLarge(order) {
      counts.large += 1
      return OrderDefect.ofLargeOrder(counts.large - 1)
    }
    switch order.status {
    case .cancelled:
      counts.cancelled += 1
      return OrderDefect.ofCancellation(counts.cancelled - 1)
    case .returnPending: return nil
    case .active: break
    }
    guard stream.contract.isCurrent else { return nil }
    if stream.isStoredAbroad {
      counts.abroad += 1
      return OrderDefect.ofStorageAbroad(counts.abroad - 1)
    }
    counts.plain += 1
    return OrderDefect.ofPlainOrder(counts.plain - 1)
  }

  /// The records of an order in good order.
  private func records(of order: Order, _ stream: OrderStream) -> OrderRecords {
    var records = OrderRecords()
    if isLarge(order) { records.superiorApprovedOn = order.orderedOn + -(4 + counts.all % 9) }
    records.dataLocationCheckedOn = order.orderedOn + -(1 + counts.all % 20)
    if stream.contract.isCurrent, stream.isStoredAbroad { records.isStorageAbroadApproved = true }
    if let returnedOn = order.returnedOn {
      records.vendorAgreedOn = returnedOn + -1
      records.returnReason = SyntheticOrderRecords.reasons[counts.all % 3]
    }
    // Two orders of a case whose cancellation came to nothing, or has not come far.
    guard order.status == .active, !isLarge(order), stream.contract.isCurrent else {
      return records
    }
    switch counts.all % 2_000 {
    case 1_200:
      records.vendorAgreedOn = order.orderedOn + 6
      records.returnReason = SyntheticOrderRecords.reasons[1]
      records.refusedReturn = .init(
        returnedOn: order.orderedOn + 8, ruledOn: order.orderedOn + 25)
    case 1_300: records.vendorAgreedOn = order.orderedOn + 5
    default: break
    }
    return records
  }

  private static let reasons = [
    "SYNTHETIC: the budget was cut 預算刪減（虛構）", "SYNTHETIC: ordered twice 重複訂購（虛構）",
    "SYNTHETIC: another plan was needed 規格不符需求（虛構）",
  ]

  private func apply(
    _ defect: OrderDefect?, to draft: inout OrderDraft, _ stream: OrderStream
  ) throws(ArithmeticOverflow) {
    switch defect {
    case nil: break
    case .ineligibleAgency: draft.agencyID = SyntheticAgencies.ineligible
    case .unstatedAgency: draft.agencyID = SyntheticAgencies.unstated
    case .unlistedAgency: draft.agencyID = SyntheticAgencies.unlisted
    case .outsidePeriod:
      draft.orderedOn = stream.contract.contract.start + -6
      draft.records.dataLocationCheckedOn = draft.orderedOn + -2
    case .unknownContract: draft.caseNumber = calendar.earlier.dropFirst(2).first?.number
    case .aboveReserve:
      if let reserve = stream.reservePrice { draft.unitPrice = try reserve + Money(units: 1) }
    case .notAwarded: draft.vendorID = SyntheticParties.agent
    case .checkedLate: draft.records.dataLocationCheckedOn = draft.orderedOn + 9
    case .notChecked: draft.records.dataLocationCheckedOn = nil
    case .storageRefused: draft.records.isStorageAbroadApproved = false
    case .storageUnstated: draft.records.isStorageAbroadApproved = nil
    case .approvedLate: draft.records.superiorApprovedOn = draft.orderedOn + 7
    case .notApproved: draft.records.superiorApprovedOn = nil
    case .vendorNotAsked: draft.records.vendorAgreedOn = nil
    case .vendorAgreedLate: draft.records.vendorAgreedOn = draft.returnedOn.map { $0 + 2 }
    case .withoutReason: draft.records.returnReason = nil
    case .withoutReturnDate: draft.dropReturnDate()
    }
  }
}

/// An order that is still being changed.
private struct OrderDraft {
  private let order: Order
  var vendorID: VendorID
  var agencyID: AgencyID
  var orderedOn: Day
  var unitPrice: Money
  var caseNumber: String?
  var records = OrderRecords()
  private var status: Order.Status

  init(_ order: Order) {
    self.order = order
    vendorID = order.vendorID
    agencyID = order.agencyID
    orderedOn = order.orderedOn
    unitPrice = order.unitPrice
    caseNumber = order.caseNumber
    status = order.status
  }

  var returnedOn: Day? { order.returnedOn }

  mutating func dropReturnDate() {
    if case .cancelled(_, let ruledOn) = status {
      status = .cancelled(returnedOn: nil, ruledOn: ruledOn)
    }
  }

  func finished() throws(ArithmeticOverflow) -> Order {
    try Order(
      id: order.id, itemID: order.itemID, vendorID: vendorID, agencyID: agencyID,
      orderedOn: orderedOn, quantity: order.quantity, unitPrice: unitPrice, status: status,
      caseNumber: caseNumber, records: records, position: order.position)
  }
}
