public import Policy

/// One sheet: blocks from top to bottom under a title.
public struct ReportSheet: Hashable, Sendable {
  /// What links refer to the sheet by; unique in the document.
  public let key: String
  /// The name on the tab; made to fit the rules of spreadsheets when rendered.
  public var name: Phrase
  /// The line at the top.
  public var title: Phrase
  /// What the sheet shows, for the list of contents.
  public var summary: Phrase
  /// The colour of the tab.
  public var tab: TabColor
  /// What the sheet holds, from top to bottom.
  public var blocks: [Block]
  /// Whether cells are guarded against slips, but for those of columns and facts that people change.
  ///
  /// There is no password: the guard can be taken off, and it is no security.
  public var isProtected: Bool

  /// Creates a sheet.
  public init(
    _ key: String, name: Phrase, title: Phrase, summary: Phrase = Phrase(verbatim: ""),
    tab: TabColor = .result, isProtected: Bool = false, blocks: [Block] = []
  ) {
    self.key = key
    self.name = name
    self.title = title
    self.summary = summary
    self.tab = tab
    self.blocks = blocks
    self.isProtected = isProtected
  }

  /// A part of a sheet.
  public enum Block: Hashable, Sendable {
    /// A line that opens a section.
    case heading(Phrase)
    /// A paragraph.
    case note(ReportNote)
    /// Names with their values.
    case facts(FactList)
    /// Rows and columns.
    case table(ReportTable)
    /// A native chart over columns of tables.
    case chart(ReportChart)
    /// Links to all other sheets, with their summaries.
    case contents
  }

  /// What kind of sheet it is, as the colour of its tab.
  public enum TabColor: Hashable, Sendable {
    /// Cover, contents and explanations.
    case guide
    /// Data as they came in.
    case input
    /// Parameters and assumptions.
    case policy
    /// Steps between the data and the results.
    case calculation
    /// What was computed.
    case result
    /// What needs attention.
    case warning
  }
}

/// A paragraph of a sheet.
public struct ReportNote: Hashable, Sendable {
  /// What kind of statement it is; each looks different, so that none passes for another.
  public enum Kind: Hashable, Sendable {
    /// An explanation.
    case plain
    /// Something that no public source states.
    case assumption
    /// Something that has to be looked at.
    case warning
  }

  /// The text; line breaks are kept.
  public let text: Phrase
  /// What kind of statement it is.
  public let kind: Kind

  /// Creates a note.
  public init(_ text: Phrase, kind: Kind = .plain) {
    self.text = text
    self.kind = kind
  }
}
