public import Policy
public import Quantities

/// A report as people read it, independent of the format: sheets of notes, facts, tables and charts.
///
/// Two documents that are equal render to the same bytes: a document holds no clock and no host.
public struct ReportDocument: Hashable, Sendable {
  /// What the report is; shown in the properties and in the header of each page.
  public var title: Phrase
  /// What the report is about, such as a case number.
  public var subject: Phrase
  /// The person who answers for the report.
  public var author: String
  /// The organisation.
  public var company: String
  /// Words to find the report by.
  public var keywords: [Phrase]
  /// What a reader should know first, such as that the data are synthetic.
  public var comments: Phrase
  /// The day that the properties state; part of the input, never the clock.
  public var createdOn: Day
  /// The language that the report is rendered in.
  public var language: Language
  /// The currency of every amount.
  public var currency: Currency
  /// The sheets, in their order.
  public var sheets: [ReportSheet]
  /// Names that formulas may use for cells or columns.
  public var definedNames: [DefinedName]

  /// Creates a document.
  public init(
    title: Phrase, subject: Phrase = Phrase(verbatim: ""), author: String = "",
    company: String = "", keywords: [Phrase] = [], comments: Phrase = Phrase(verbatim: ""),
    createdOn: Day, language: Language, currency: Currency = .newTaiwanDollar,
    sheets: [ReportSheet] = [], definedNames: [DefinedName] = []
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.keywords = keywords
    self.comments = comments
    self.createdOn = createdOn
    self.language = language
    self.currency = currency
    self.sheets = sheets
    self.definedNames = definedNames
  }

  /// A name for a cell or a column, such as `cutoff_share`.
  public struct DefinedName: Hashable, Sendable {
    /// The name: a letter or `_`, then letters, digits, `_` and `.`; nothing like `A1`.
    public let name: String
    /// What it stands for.
    public let range: CellRange

    /// Creates a name.
    public init(_ name: String, for range: CellRange) {
      self.name = name
      self.range = range
    }
  }
}
