/// Cells of one column of a table, named by keys rather than by their place.
public struct CellRange: Hashable, Sendable {
  /// The key of the table, or of a list of facts.
  public let table: String
  /// The key of the column, or of a fact.
  public let column: String
  /// Which rows.
  public let rows: Rows

  /// Which rows of the table are meant.
  public enum Rows: Hashable, Sendable {
    /// All rows but the totals.
    case all
    /// One row, by its key.
    case one(String)
    /// The rows from one key to another, both included.
    case span(String, String)
    /// The row that lies as far down in the table as the formula's row in its own.
    case same
  }

  /// Creates a range.
  public init(_ table: String, _ column: String, rows: Rows = .all) {
    self.table = table
    self.column = column
    self.rows = rows
  }

  /// The range as formula templates write it, without braces.
  public var templateText: String {
    let head = CellRange.escaping(table) + "." + CellRange.escaping(column)
    return switch rows {
    case .all: head
    case .one(let key): head + "@" + CellRange.escaping(key)
    case .span(let first, let last):
      head + "@" + CellRange.escaping(first) + ".." + CellRange.escaping(last)
    case .same: head + "@"
    }
  }

  /// Marks the characters of a key that have a meaning in templates.
  private static func escaping(_ key: String) -> String {
    var result = ""
    for character in key {
      if "\\{}.@".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
