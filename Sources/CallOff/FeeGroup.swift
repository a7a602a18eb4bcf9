public import Policy
public import Quantities

/// What a row of a report of fees stands for; rows are ordered by it.
public enum FeeGroup: Hashable, Comparable, Sendable {
  /// The months of the order dates.
  case month(Month)
  /// The calendar years of the order dates; in Taiwan also the fiscal years.
  case fiscalYear(Int)
  /// A contract, by its case number.
  case contract(String)
  /// A tier, by its index in the table.
  case tier(Int)
  /// A vendor.
  case vendor(VendorID)
  /// An ordering agency.
  case agency(AgencyID)
  /// An item.
  case item(ItemID)
  /// Anything else, by its name: a category.
  case named(String)
  /// Orders of which it is not known where they belong.
  case unknown

  /// The group's name: `2026-03`, `2026`, a case number, the tier counted from 1, an identifier.
  public var phrase: Phrase {
    switch self {
    case .month(let month): Phrase(verbatim: month.isoText)
    case .fiscalYear(let year): Phrase(verbatim: String(year))
    case .contract(let caseNumber): Phrase(verbatim: caseNumber)
    case .tier(let index): Phrase("tier \(index + 1)", "第 \(index + 1) 級")
    case .vendor(let id): Phrase(verbatim: id.text)
    case .agency(let id): Phrase(verbatim: id.text)
    case .item(let id): Phrase(verbatim: id.text)
    case .named(let name): Phrase(verbatim: name)
    case .unknown: Phrase("not known", "不明")
    }
  }
}

/// How a report of fees groups its orders.
public struct FeeGrouping: Sendable {
  /// The group that an order belongs to.
  public let group: @Sendable (FeeAssessment) -> FeeGroup

  /// Groups by whatever the closure gives.
  public init(_ group: @escaping @Sendable (FeeAssessment) -> FeeGroup) {
    self.group = group
  }

  /// By the month of the order date.
  public static let month = FeeGrouping { .month($0.order.orderedOn.month) }
  /// By the calendar year of the order date.
  public static let fiscalYear = FeeGrouping { .fiscalYear($0.order.orderedOn.month.year) }
  /// By the contract's case number.
  public static let contract = FeeGrouping { assessment in
    assessment.contract.caseNumber.map { .contract($0) } ?? .unknown
  }
  /// By the tier that covers the whole order.
  public static let tier = FeeGrouping { .tier($0.fee.tierIndex) }
  /// By vendor.
  public static let vendor = FeeGrouping { .vendor($0.order.vendorID) }
  /// By ordering agency.
  public static let agency = FeeGrouping { .agency($0.order.agencyID) }
  /// By item.
  public static let item = FeeGrouping { .item($0.order.itemID) }

  /// By a name that each item has, such as its category; items without one are `unknown`.
  public static func named(by nameOfItem: [ItemID: String]) -> FeeGrouping {
    FeeGrouping { assessment in
      nameOfItem[assessment.order.itemID].map { .named($0) } ?? .unknown
    }
  }
}
