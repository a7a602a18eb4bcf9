public import CallOff
public import Policy
public import Pricing
public import Quantities
public import Tendering

/// A procurement case as values: what one case folder holds.
///
/// A table that the folder does not have is `nil`, which differs from an empty one: the stages that
/// need it are named as not run.
public struct Case: Sendable {
  /// What `case.yaml` states.
  public struct Header: Hashable, Sendable {
    /// The case number, such as "1150202".
    public let caseNumber: String
    /// The title.
    public let title: String
    /// The currency code, such as "TWD".
    public let currency: String
    /// The day that prices are set for; policy values are looked up on it.
    public let pricingDate: Day
    /// The contract's period.
    public let contract: Contract
    /// What about the case is synthetic; `nil` for a real one.
    public let synthetic: String?
    /// The language of its reports.
    public let language: Language?
    /// The award date as published on the e-procurement site; `nil` where the case does not state it.
    public let awardDate: Day?

    /// Creates a header.
    public init(
      caseNumber: String, title: String, currency: String, pricingDate: Day, contract: Contract,
      synthetic: String? = nil, language: Language? = nil, awardDate: Day? = nil
    ) {
      self.caseNumber = caseNumber
      self.title = title
      self.currency = currency
      self.pricingDate = pricingDate
      self.contract = contract
      self.synthetic = synthetic
      self.language = language
      self.awardDate = awardDate
    }
  }

  /// A file that was read, for the cover of a workbook.
  public struct InputFile: Hashable, Sendable {
    /// The file as the user named it.
    public let name: String
    /// Its SHA-256 in hexadecimal.
    public let sha256: String
    /// Data rows read, where it is a table.
    public let rowCount: Int?
    /// The number of each column's field, counted from 1, where it is a table; columns that are not
    /// there are left out.
    public let fieldNumbers: [String: Int]

    /// Creates a record of a file.
    public init(
      name: String, sha256: String, rowCount: Int?, fieldNumbers: [String: Int] = [:]
    ) {
      self.name = name
      self.sha256 = sha256
      self.rowCount = rowCount
      self.fieldNumbers = fieldNumbers
    }
  }

  /// What `case.yaml` states.
  public var header: Header
  /// `items.csv`.
  public var items: [Item]?
  /// The tables of screening, the demand survey among them.
  public var screening: ScreeningTables
  /// The three evidence tables, in the order historical, agency, market; `nil` when all are absent.
  public var evidence: [Evidence]?
  /// `price_index.csv`.
  public var priceIndex: PriceIndex?
  /// `reserve_overrides.csv`.
  public var reserveOverrides: [ReserveOverride]
  /// `bids.csv`.
  public var bids: [Bid]?
  /// `rebids.csv`.
  public var rebids: [Rebid]
  /// `reductions.csv`.
  public var reductions: [Reduction]
  /// `orders.csv`.
  public var orders: [Order]?
  /// Which of the records that rules of orders look at have a column in `orders.csv`.
  public var orderColumns: OrderRecordColumns
  /// `agencies.csv`.
  public var agencies: [AgencyRecord]?
  /// `fee_tiers.csv`.
  public var feeTiers: FeeTierTable?
  /// `collections.csv`; `nil` when there are no collection records.
  public var collections: [Collection]?
  /// `contracts.csv`, without the case's own contract.
  public var otherContracts: [Contract]
  /// Every file read, in the order of reading.
  public var inputFiles: [InputFile]

  /// `demand.csv`: what agencies ask for in the demand survey.
  public var demand: [DemandRequest]? {
    get { screening.demand }
    set { screening.demand = newValue }
  }

  /// Creates a case that has only its header.
  public init(header: Header) {
    self.header = header
    screening = ScreeningTables()
    reserveOverrides = []
    rebids = []
    reductions = []
    orderColumns = []
    otherContracts = []
    inputFiles = []
  }
}
