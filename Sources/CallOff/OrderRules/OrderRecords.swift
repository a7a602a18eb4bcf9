public import Quantities

/// What a table of orders keeps on file about an order beside its amount, each where it is stated.
public struct OrderRecords: Hashable, Sendable {
  /// The day the superior approved it.
  public var superiorApprovedOn: Day?
  /// The day the agency checked where data is stored.
  public var dataLocationCheckedOn: Day?
  /// Whether the agency agreed that data is stored abroad.
  public var isStorageAbroadApproved: Bool?
  /// The day the vendor agreed that it is cancelled.
  public var vendorAgreedOn: Day?
  /// Why the agency returned it.
  public var returnReason: String?
  /// The return of an order that is in force all the same: the ruling went against it.
  public var refusedReturn: RefusedReturn?

  /// A return that the contracting administration ruled against.
  public struct RefusedReturn: Hashable, Sendable {
    /// The day the agency returned the order.
    public let returnedOn: Day
    /// The day of the ruling.
    public let ruledOn: Day

    /// Creates a refused return.
    public init(returnedOn: Day, ruledOn: Day) {
      self.returnedOn = returnedOn
      self.ruledOn = ruledOn
    }
  }

  /// Creates records of which none is there.
  public init() {}
}

/// Which of the records a table of orders has a column for.
public struct OrderRecordColumns: OptionSet, Hashable, Sendable {
  /// The columns as bits.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The day of the superior's approval.
  public static let approvals = OrderRecordColumns(rawValue: 1)
  /// The day of the check of where data is stored.
  public static let dataLocationChecks = OrderRecordColumns(rawValue: 2)
  /// The agency's consent to storage abroad.
  public static let storageConsents = OrderRecordColumns(rawValue: 4)
  /// The day of the vendor's agreement to a cancellation.
  public static let vendorAgreements = OrderRecordColumns(rawValue: 8)
  /// The reason of a return.
  public static let returnReasons = OrderRecordColumns(rawValue: 16)
}
