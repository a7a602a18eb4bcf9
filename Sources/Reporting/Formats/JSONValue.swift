public import Policy

/// A JSON value whose numbers keep their digits and whose members keep their order.
///
/// Foundation's encoders give members in no order or sorted by name, and reach a number's digits only
/// through their own decimal type; contracts fix both.
public indirect enum JSONValue: Hashable, Sendable {
  /// No value.
  case null
  /// True or false.
  case bool(Bool)
  /// A number as its plain decimal text.
  case number(String)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSONValue])
  /// Members in their order.
  case object([Member])

  /// A name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number.
  public static func integer(_ number: some BinaryInteger) -> JSONValue {
    .number(String(number))
  }

  /// A binary number as the shortest decimal that reads back; one that is not finite is null.
  public static func real(_ number: Double) -> JSONValue {
    number.isFinite ? .number(number.plainDecimalText) : .null
  }

  /// An object from names and values, in the order given.
  public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }
}

extension JSONValue {
  /// A cell's value; nothing is null.
  public init(_ value: CellValue, language: Language) {
    if value.isEmpty {
      self = .null
    } else if value.isNumeric {
      self = .number(value.plainText(language))
    } else {
      self = .string(value.plainText(language))
    }
  }

  /// The rows of a table as objects with the columns' machine names, without the totals.
  ///
  /// - Complexity: O(cells).
  public init(rowsOf table: ReportTable, language: Language) {
    self = .array(
      table.rows.map { JSONValue(row: $0.cells, table.columns, language: language) })
  }

  /// A row of a table as an object with the columns' machine names.
  init(row cells: [Cell], _ columns: [ReportTable.Column], language: Language) {
    self = .object(
      columns.enumerated().map { index, column in
        let value = cells.indices.contains(index) ? cells[index].value : .empty
        return Member(column.key, JSONValue(value, language: language))
      })
  }
}
