import Quantities

/// A table whose columns are found: by its own headings, or through a mapping file.
struct BoundTable {
  let table: CSVTable
  let schema: TableSchema
  /// Where each column's value comes from; a column that is not there has no source.
  let sources: [Column: ColumnSource]
  /// The rows to read, in order; `nil` for all.
  var rows: [Int]?
  /// Whether rows that are equal in every column count once.
  var countsRepeatedRowsOnce = false

  /// Finds the columns by the table's own headings.
  ///
  /// - Returns: `nil` when there is an error; it is reported.
  init?(_ table: CSVTable, _ schema: TableSchema, diagnostics: inout Diagnostics) {
    guard let fields = HeadingMatch.fields(of: table, schema, diagnostics: &diagnostics) else {
      return nil
    }
    self.init(table, schema, sources: fields.mapValues { .field($0) })
  }

  init(_ table: CSVTable, _ schema: TableSchema, sources: [Column: ColumnSource]) {
    self.table = table
    self.schema = schema
    self.sources = sources
  }

  /// A column's value in a row; `nil` when the table has no such column.
  func cell(_ column: Column, row: Int) -> Cell? {
    switch sources[column] {
    case nil: Cell?.none
    case .field(let field):
      Cell(
        text: table.text(row: row, field: field), field: field,
        problem: table.problem(row: row, field: field))
    case .recipe(let recipe): recipe.cell(row: row, in: table)
    }
  }

  /// The number of the field, or of the column on a sheet, that each column is read from, counted from
  /// 1, by the column's name.
  var fieldNumbers: [String: Int] {
    var numbers: [String: Int] = [:]
    for (column, source) in sources {
      switch source {
      case .field(let field): numbers[column.rawValue] = table.columnNumber(ofField: field)
      case .recipe(let recipe):
        numbers[column.rawValue] = recipe.firstField.map { table.columnNumber(ofField: $0) }
      }
    }
    return numbers
  }
}

/// Where a column's value comes from.
enum ColumnSource {
  /// A field of the row, as it stands.
  case field(Int)
  /// What a mapping file says.
  case recipe(ColumnRecipe)
}

/// A value before it is decoded.
struct Cell {
  /// The text without surrounding spaces.
  var text: String
  /// The field it comes from, counted from 0; the first one of several.
  let field: Int
  /// Why the field, or what the mapping makes of it, is no value.
  var problem: QuantityFormatError?
  /// Where the mapping states the value; `nil` for one that comes from the table.
  var constantPlace: MappingPlace?
}
