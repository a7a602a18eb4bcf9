public import Policy
public import Quantities

/// One call-off order under a contract, as it was read.
public struct Order: Hashable, Sendable {
  /// Where the order stands in the cancellation path (slide 13).
  public enum Status: Hashable, Sendable {
    /// In force.
    case active
    /// Returned by the agency; no ruling yet.
    case returnPending(returnedOn: Day?)
    /// Cancelled by the contracting administration's ruling.
    case cancelled(returnedOn: Day?, ruledOn: Day)
  }

  /// The order's name.
  public let id: OrderID
  /// The item ordered.
  public let itemID: ItemID
  /// The contractor.
  public let vendorID: VendorID
  /// The ordering agency.
  public let agencyID: AgencyID
  /// The order date.
  public let orderedOn: Day
  /// Units ordered; more than zero.
  public let quantity: Int64
  /// The price of a unit; more than zero.
  public let unitPrice: Money
  /// quantity × unit price.
  public let amount: Money
  /// Where the order stands.
  public let status: Status
  /// The contract's case number; `nil` for the case at hand.
  public let caseNumber: String?
  /// What is on file about it beside its amount.
  public let records: OrderRecords
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates an order.
  ///
  /// - Throws: `ArithmeticOverflow` when quantity × unit price does not fit.
  public init(
    id: OrderID, itemID: ItemID, vendorID: VendorID, agencyID: AgencyID, orderedOn: Day,
    quantity: Int64, unitPrice: Money, status: Status = .active, caseNumber: String? = nil,
    records: OrderRecords = OrderRecords(), position: SourcePosition
  ) throws(ArithmeticOverflow) {
    self.id = id
    self.itemID = itemID
    self.vendorID = vendorID
    self.agencyID = agencyID
    self.orderedOn = orderedOn
    self.quantity = quantity
    self.unitPrice = unitPrice
    amount = try unitPrice * quantity
    self.status = status
    self.caseNumber = caseNumber
    self.records = records
    self.position = position
  }
}
