public import Policy

/// What a table is for, and how its columns are filled in.
public struct TableGuide: Hashable, Sendable {
  /// One column.
  public struct Entry: Hashable, Sendable {
    /// The column.
    public let column: Column
    /// Whether the table cannot be read without it.
    public let isRequired: Bool
    /// What it holds.
    public let meaning: Phrase
    /// How its values are written.
    public let form: ColumnForm
    /// A value; empty where it may well be left out.
    public let example: Phrase
  }

  /// The table.
  public let table: TableName
  /// What the table holds, for a heading.
  public let title: Phrase
  /// The columns, the required ones first.
  public let entries: [Entry]

  /// The guide to a table.
  public static func of(_ table: TableName) -> TableGuide {
    let schema = TableSchema.of(table)
    return TableGuide(
      table: table, title: table.title,
      entries: schema.columns.map { column in
        Entry(
          column: column, isRequired: schema.required.contains(column),
          meaning: column.meaning(in: table), form: column.form(in: table),
          example: column.example(in: table))
      })
  }
}
