public import Policy
public import WorkbookReading

/// A row of the review of a workbook, as its cells hold it.
public struct ReviewRow: Sendable {
  /// A cell that people fill in.
  public struct Entry: Sendable {
    /// Where it stands.
    public let place: CellReference
    /// What it holds; `nil` for nothing.
    public let cell: SheetCell?

    /// Creates an entry.
    public init(place: CellReference, cell: SheetCell?) {
      self.place = place
      self.cell = cell
    }
  }

  /// The item that the row is about.
  public let itemID: String
  /// The cells by the keys of their columns.
  public let entries: [String: Entry]

  /// Creates a row.
  public init(itemID: String, entries: [String: Entry]) {
    self.itemID = itemID
    self.entries = entries
  }
}
