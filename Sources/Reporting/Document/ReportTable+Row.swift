extension ReportTable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// One cell for each column, from the first on.
    public let cells: [Cell]
    /// What formulas and links refer to the row by.
    public let key: String?
    /// How the row looks.
    public let style: RowStyle
  }

  /// How a row looks.
  public enum RowStyle: Hashable, Sendable {
    /// Like any other.
    case normal
    /// Kept in view but not used, such as excluded evidence.
    case muted
    /// To be looked at.
    case attention
    /// The one that was chosen, such as a winner.
    case good
    /// The last one before a boundary, such as the cutoff: a thick line stands below it.
    case cutoff
    /// The last one before a boundary and chosen.
    case goodCutoff
    /// A sum of the rows above.
    case total
  }
}
