public import Policy
public import Quantities

/// The tables that screening looks at; one that is not there is `nil`.
public struct ScreeningTables: Hashable, Sendable {
  /// `vendors.csv`.
  public var vendors: [VendorRecord]?
  /// `products.csv`.
  public var products: [CloudProduct]?
  /// `certificates.csv`.
  public var certificates: [Certificate]?
  /// `tests.csv`.
  public var tests: [TestReport]?
  /// `security_items.csv`.
  public var securityItems: [SecurityItemEvidence]?
  /// `restricted_brands.csv`.
  public var restrictedBrands: [RestrictedBrand]?
  /// `listings.csv`.
  public var listings: [Listing]?
  /// `demand.csv`.
  public var demand: [DemandRequest]?

  /// Creates tables of which none is there.
  public init() {}

  /// Whether a rule has anything to look at: listings only exempt from the demand gate.
  public var isEmpty: Bool { vendors == nil && products == nil && demand == nil }
}

/// An item as screening sees it.
public struct ScreenedItem: Hashable, Sendable {
  /// The item.
  public let id: ItemID
  /// Its service category, as tables write it.
  public let category: String
  /// Its brand, where stated.
  public let brand: String?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates an item.
  public init(id: ItemID, category: String, brand: String?, position: SourcePosition) {
    self.id = id
    self.category = category
    self.brand = brand
    self.position = position
  }
}

/// The days that screening measures against.
public struct ScreeningDates: Hashable, Sendable {
  /// The cycle of the case; `nil` where its number is none of the framework's.
  public let cycle: ProcurementCycle?
  /// The first day of the solicitation.
  public let solicitationStart: Day
  /// The last day of the solicitation.
  public let solicitationEnd: Day
  /// The last day on which the products are listed.
  public let listingEnd: Day

  /// Creates the days.
  ///
  /// - Parameters:
  ///   - caseNumber: The case's number; its cycle gives the month of the solicitation (slide 3).
  ///   - pricingDate: Stands for the solicitation where the number has no cycle.
  ///   - listingEnd: The last day of the contract.
  public init(caseNumber: String, pricingDate: Day, listingEnd: Day) {
    cycle = (try? CaseNumber(text: caseNumber))?.cycle
    let month = cycle?.month(of: .solicitation)
    solicitationStart = month?.firstDay ?? pricingDate
    solicitationEnd = month.flatMap { ($0 + 1).firstDay }.map { $0 + -1 } ?? pricingDate
    self.listingEnd = listingEnd
  }
}
