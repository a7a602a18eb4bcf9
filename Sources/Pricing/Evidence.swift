public import Policy
public import Quantities

/// One row of price evidence, as it was read.
public struct Evidence: Hashable, Sendable {
  /// Which class the row belongs to, with what only that class states.
  public enum Origin: Hashable, Sendable {
    /// 共契以往決標價: awarded to a vendor in an earlier case.
    case historical(caseNumber: String, vendor: VendorID)
    /// 機關提供非共契決標價: awarded by an agency; `frameworkOrder` marks an order under the framework.
    case agency(AgencyID, frameworkOrder: OrderID?)
    /// 軟協市場詢價: quoted in the market inquiry.
    case market(QuoteChannel)

    /// The class of evidence.
    public var evidenceClass: EvidenceClass {
      switch self {
      case .historical: .historical
      case .agency: .agency
      case .market: .market
      }
    }
  }

  /// The row's name.
  public let id: EvidenceID
  /// The item that the price is for.
  public let itemID: ItemID
  /// Class and origin.
  public let origin: Origin
  /// The day of the award or of the quote.
  public let date: Day
  /// The unit price as stated; more than zero.
  public let unitPrice: Money
  /// The quantity sold or bought at that price, where stated.
  public let quantity: Int64?
  /// Who or what the price was taken from, where stated; one quote under several names shares it.
  public let source: String?
  /// Whether the price includes tax.
  public let isTaxIncluded: Bool
  /// Whether the price includes the service fee.
  public let isFeeIncluded: Bool
  /// The unit of the price; `nil` when it is the item's.
  public let unit: String?
  /// The term of the price in months; `nil` when it is the item's.
  public let termMonths: Int?
  /// The quantity tier of the price; `nil` when it is the item's.
  public let quantityTier: String?
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a row of evidence.
  public init(
    id: EvidenceID, itemID: ItemID, origin: Origin, date: Day, unitPrice: Money,
    quantity: Int64? = nil, source: String? = nil, isTaxIncluded: Bool = true,
    isFeeIncluded: Bool = true, unit: String? = nil, termMonths: Int? = nil,
    quantityTier: String? = nil, position: SourcePosition
  ) {
    self.id = id
    self.itemID = itemID
    self.origin = origin
    self.date = date
    self.unitPrice = unitPrice
    self.quantity = quantity
    self.source = source
    self.isTaxIncluded = isTaxIncluded
    self.isFeeIncluded = isFeeIncluded
    self.unit = unit
    self.termMonths = termMonths
    self.quantityTier = quantityTier
    self.position = position
  }
}

/// Where a market quote was found (slide 3: 網路價格、市場銷售價、促銷價); raw values as in tables.
public enum QuoteChannel: String, CaseIterable, Sendable {
  /// 網路價格: a price on the web.
  case web
  /// 市場銷售價: a market selling price.
  case market
  /// 促銷價: a promotion price.
  case promotion

  /// The channel in words.
  public var phrase: Phrase {
    switch self {
    case .web: Phrase("web price", "網路價格")
    case .market: Phrase("market selling price", "市場銷售價")
    case .promotion: Phrase("promotion price", "促銷價")
    }
  }
}
