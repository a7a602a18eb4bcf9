public import Policy
public import Quantities

/// A workbook to be filled in: sheets of headings with lists to choose from, and one of notes.
public struct InputTemplate: Hashable, Sendable {
  /// What goes into a column.
  public enum Kind: Hashable, Sendable {
    /// Text, which keeps leading zeros.
    case text
    /// A number.
    case number
    /// A day.
    case date
    /// One of some words.
    case choice([String])
  }

  /// A value of the example row.
  public enum Example: Hashable, Sendable {
    /// No value.
    case none
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// A day.
    case day(Day)
  }

  /// A column of a sheet.
  public struct Column: Hashable, Sendable {
    /// The lines of its heading; the first is the one that is read.
    public var heading: [String]
    /// Whether it has to be filled in.
    public var isRequired: Bool
    /// What goes into it.
    public var kind: Kind
    /// Its value in the example row.
    public var example: Example
    /// What a program shows beside a cell that is being filled in.
    public var help: String

    /// Creates a column.
    public init(
      heading: [String], isRequired: Bool, kind: Kind, example: Example, help: String
    ) {
      self.heading = heading
      self.isRequired = isRequired
      self.kind = kind
      self.example = example
      self.help = help
    }
  }

  /// A sheet to be filled in.
  public struct Sheet: Hashable, Sendable {
    /// The name on the tab.
    public var name: String
    /// Its columns.
    public var columns: [Column]

    /// Creates a sheet.
    public init(name: String, columns: [Column]) {
      self.name = name
      self.columns = columns
    }
  }

  /// The sheet of notes.
  public struct Notes: Hashable, Sendable {
    /// The name on the tab.
    public var name: String
    /// The title.
    public var title: String
    /// What to know first.
    public var paragraphs: [String]
    /// The headings of the table of columns.
    public var headings: [String]
    /// Its rows; a row of one text is a heading between others.
    public var rows: [[String]]

    /// Creates the notes.
    public init(
      name: String, title: String, paragraphs: [String], headings: [String], rows: [[String]]
    ) {
      self.name = name
      self.title = title
      self.paragraphs = paragraphs
      self.headings = headings
      self.rows = rows
    }
  }

  /// The language that fonts are chosen for.
  public var language: Language
  /// The sheets to be filled in.
  public var sheets: [Sheet]
  /// The sheet of notes, the last one.
  public var notes: Notes

  /// Creates a template.
  public init(language: Language, sheets: [Sheet], notes: Notes) {
    self.language = language
    self.sheets = sheets
    self.notes = notes
  }
}
