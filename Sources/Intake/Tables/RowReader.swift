import Policy
import Quantities

/// Reads the rows of a table column by column, reporting every value that is not right.
///
/// A required value that is missing or wrong makes the row unsound; so does an optional one that is
/// there and wrong. All errors of a row are reported, not the first alone.
struct RowReader {
  /// The longest identifier, in characters.
  static let identifierLimit = 200
  /// The longest other text, in characters.
  static let textLimit = 4_000
  /// The first day that a date may be: an earlier one is a slip of the pen.
  static let firstDayText = "1990-01-01"
  private static let firstDay = Day(year: 1990, month: 1, day: 1)

  let bound: BoundTable
  private(set) var row = 0
  private(set) var isSound = true
  private(set) var diagnostics: Diagnostics
  private var reportedConstants: Set<Column> = []

  private init(_ bound: BoundTable, _ diagnostics: Diagnostics) {
    self.bound = bound
    self.diagnostics = diagnostics
  }

  /// Decodes every row of a table.
  ///
  /// - Parameters:
  ///   - bound: The table.
  ///   - diagnostics: Takes the errors.
  ///   - decode: Reads one row; `nil` for one that has an error.
  /// - Returns: The sound rows, in order.
  static func rows<Row>(
    of bound: BoundTable, diagnostics: inout Diagnostics, _ decode: (inout RowReader) -> Row?
  ) -> [Row] {
    var reader = RowReader(bound, diagnostics)
    var repeated = RepeatedRows(bound)
    var rows: [Row] = []
    rows.reserveCapacity(bound.rows?.count ?? bound.table.rowCount)
    for index in 0..<(bound.rows?.count ?? bound.table.rowCount) {
      reader.row = bound.rows?[index] ?? index
      if repeated.isRepeated(reader.row) { continue }
      reader.isSound = true
      if let row = decode(&reader), reader.isSound { rows.append(row) }
    }
    diagnostics = reader.diagnostics
    return rows
  }

  /// Where the row stands.
  var position: SourcePosition {
    SourcePosition(
      file: bound.table.file, line: bound.table.line(ofRow: row), numbering: bound.table.numbering)
  }

  /// The text of a column; `nil` where it is empty or the table has no such column.
  func text(_ column: Column) -> String? {
    guard let cell = bound.cell(column, row: row), !cell.text.isEmpty else { return nil }
    return cell.text
  }

  /// Reports an error of the row in a column.
  mutating func report(_ column: Column, _ problem: String, _ expectation: String) {
    isSound = false
    // A constant of the mapping is wrong in every row alike: said once, where it stands.
    if bound.cell(column, row: row)?.constantPlace != nil,
      !reportedConstants.insert(column).inserted
    {
      return
    }
    diagnostics.report(diagnostic(column, problem, expectation))
  }

  /// Reports something in the row that deserves a look.
  mutating func warn(_ column: Column, _ problem: String, _ expectation: String) {
    diagnostics.warn(diagnostic(column, problem, expectation))
  }

  private func diagnostic(
    _ column: Column, _ problem: String, _ expectation: String
  ) -> Diagnostic {
    let cell = bound.cell(column, row: row)
    if let place = cell?.constantPlace {
      return Diagnostic(
        file: place.file, line: place.line, column: place.column, problem: problem,
        expectation: expectation)
    }
    let field = cell?.field ?? 0
    return bound.table.diagnostic(
      line: bound.table.line(ofRow: row, field: field), field: field, problem: problem,
      expectation: expectation)
  }

  /// The column as the file calls it, beside its own name.
  func label(_ column: Column) -> String {
    guard let cell = bound.cell(column, row: row), cell.constantPlace == nil else {
      return column.rawValue
    }
    let heading = bound.table.headings[cell.field]
    return heading.lowercased() == column.rawValue ? heading : "\(heading) (\(column.rawValue))"
  }

  // MARK: Values by type

  /// A value that must be there.
  mutating func required<Value>(
    _ column: Column, _ parse: (String) throws(QuantityFormatError) -> Value
  ) -> Value? {
    value(column, isRequired: true, parse)
  }

  /// A value that may be missing.
  mutating func optional<Value>(
    _ column: Column, _ parse: (String) throws(QuantityFormatError) -> Value
  ) -> Value? {
    value(column, isRequired: false, parse)
  }

  private mutating func value<Value>(
    _ column: Column, isRequired: Bool, _ parse: (String) throws(QuantityFormatError) -> Value
  ) -> Value? {
    let cell = bound.cell(column, row: row)
    let text = cell?.text ?? ""
    do throws(QuantityFormatError) {
      if let problem = cell?.problem { throw problem }
      if text.isEmpty, !isRequired { return nil }
      return try parse(text)
    } catch {
      let problem = text.isEmpty ? "is empty" : "\(text.quoted) \(error.problem)"
      report(column, "\(label(column)) \(problem)", error.expectation)
      return nil
    }
  }

  /// A name that must be there.
  mutating func identifier<Subject>(
    _ column: Column, of subject: Subject.Type = Subject.self
  ) -> Identifier<Subject>? {
    required(column) { text throws(QuantityFormatError) in
      Identifier(try visible(try bounded(text, RowReader.identifierLimit, "a name")))
    }
  }

  /// A text that must be there.
  mutating func requiredText(_ column: Column) -> String? {
    required(column) { text throws(QuantityFormatError) in
      try bounded(text, RowReader.textLimit, "a text")
    }
  }

  /// A text that may be missing.
  mutating func optionalText(_ column: Column) -> String? {
    optional(column) { text throws(QuantityFormatError) in
      try bounded(text, RowReader.textLimit, "a text")
    }
  }

  /// A day from 1990 on that must be there.
  mutating func day(_ column: Column) -> Day? { required(column, RowReader.parseDay) }

  /// A day from 1990 on that may be missing.
  mutating func optionalDay(_ column: Column) -> Day? { optional(column, RowReader.parseDay) }

  /// An amount above zero that must be there.
  mutating func price(_ column: Column) -> Money? { required(column, parsePrice) }

  /// An amount above zero that may be missing.
  mutating func optionalPrice(_ column: Column) -> Money? { optional(column, parsePrice) }

  /// A day from 1990 on.
  static func parseDay(_ text: String) throws(QuantityFormatError) -> Day {
    let day = try Day(text: text)
    guard let first = firstDay, day >= first else {
      throw QuantityFormatError(
        "is before \(firstDayText)", expected: Day.expectedFormat + ", not before \(firstDayText)")
    }
    return day
  }
}

/// A text of at most so many characters.
func bounded(
  _ text: String, _ limit: Int, _ what: String
) throws(QuantityFormatError) -> String {
  // A character takes at least a byte, and counting bytes costs nothing.
  guard !text.isEmpty, text.utf8.count <= limit || text.count <= limit else {
    throw QuantityFormatError(
      "has \(text.count) characters", expected: "\(what) of 1 to \(limit) characters")
  }
  return text
}

/// A name without characters that nobody sees: two names that look the same have to be the same.
///
/// Line breaks within a quoted field are seen, and stand in real tables.
private func visible(_ text: String) throws(QuantityFormatError) -> String {
  let isInvisible: (Unicode.Scalar) -> Bool = { scalar in
    guard scalar.value > 0x7E || scalar.value < 0x20, scalar != "\n", scalar != "\r" else {
      return false
    }
    return scalar.isControl || scalar.properties.generalCategory == .format
  }
  guard let scalar = text.unicodeScalars.first(where: isInvisible) else { return text }
  throw QuantityFormatError(
    "holds the invisible character U+\(String(scalar.value, radix: 16, uppercase: true))",
    expected: "a name of visible characters")
}

/// An amount above zero.
func parsePrice(_ text: String) throws(QuantityFormatError) -> Money {
  let money = try Money(text: text)
  guard money > .zero else {
    throw QuantityFormatError("is not above 0", expected: "a price above 0 such as 1234.50")
  }
  return money
}

/// A whole number above zero, with or without thousands commas.
func parseCount(_ text: String) throws(QuantityFormatError) -> Int64 {
  let expected = "a whole number above 0 such as 12 or 1,200"
  let isWhole = text.utf8.allSatisfy { byte in
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ",")
  }
  guard isWhole, !text.isEmpty else {
    let isNegative = text.hasPrefix("-") && (try? Money(text: text)) != nil
    throw QuantityFormatError(
      isNegative ? "is not above 0" : "is not a whole number", expected: expected)
  }
  // Read as an amount, so that commas are held to their places by one rule.
  do throws(QuantityFormatError) {
    let count = try Money(text: text).minorUnits / Money.minorUnitsPerUnit
    guard count > 0 else { throw QuantityFormatError("is not above 0", expected: expected) }
    return count
  } catch {
    throw QuantityFormatError(error.problem, expected: expected)
  }
}

/// Which rows repeat an earlier one, where a mapping counts those once.
private struct RepeatedRows {
  private let bound: BoundTable
  private var seen: Set<[String]> = []

  init(_ bound: BoundTable) {
    self.bound = bound
  }

  mutating func isRepeated(_ row: Int) -> Bool {
    guard bound.countsRepeatedRowsOnce else { return false }
    let key = bound.schema.columns.map { bound.cell($0, row: row)?.text ?? "" }
    return !seen.insert(key).inserted
  }
}
