/// How files with other headings are read: what a `--map` file says.
///
/// ```yaml
/// title: …                          # optional
/// bids:                             # one section for each table
///   file: auctions.csv              # optional: the file in a case folder, instead of bids.csv
///   distinct: true                  # optional: rows that are equal in every column count once
///   where:                          # optional: only rows that meet every condition are read
///     - {heading: unit, in: [Hour, Per Hour]}
///     - {heading: price, not_in: ["N/A"]}
///   columns:
///     item_id: lot                  # the heading that the column has in the file
///     vendor_id:
///       join: [bidder, {row_number: true}]
///       separator: " #"             # optional, a space by default
///     unit_price: {heading: price, strip: "$,"}
///     status:
///       heading: result
///       map: {"4": disqualified}
///       otherwise: valid            # optional: for values that the map does not have
///     submitted_at: {heading: day, date_format: YYYYMMDD}
///     source: {constant: city records}
/// ```
///
/// A column is a heading, or a mapping with exactly one of `heading`, `constant`, `row_number` (data
/// rows counted from 1) and `join`, a list of these three. A joined value is empty where one of its
/// headings is. The value is then changed in this order:
///
/// 1. `strip`: every one of the given characters is taken out;
/// 2. `trim`: spaces at both ends are taken away (unless `false`); both before joining;
/// 3. `fold_case`: all letters are made small;
/// 4. `null`: words that mean "nothing here" become empty;
/// 5. `map`: one value becomes another; what the map does not have stays, or becomes `otherwise`;
/// 6. `date_format`: the pattern of dates, see ``DatePattern``.
///
/// A condition of `where` names a `heading` and one of `equals`, `not_equals`, `in`, `not_in`,
/// `not_empty: true` and `at_most_characters: N`; it looks at the field without surrounding spaces.
/// Headings are compared without regard to surrounding spaces and case. How many rows the conditions
/// leave out is a warning, never silent.
struct Mapping: Sendable {
  /// The mapping file, for positions.
  let file: String
  /// What it says about each table.
  let sections: [TableName: MappingSection]
}

/// What a mapping says about one table.
struct MappingSection: Sendable {
  let fileName: String?
  let countsRepeatedRowsOnce: Bool
  let conditions: [MappingCondition]
  let columns: [Column: MappingRule]
}

/// How one column is made.
struct MappingRule: Sendable {
  /// A piece of a value.
  enum Part: Sendable {
    case heading(String, YAMLPlace)
    case constant(String)
    case rowNumber
  }

  let place: YAMLPlace
  let parts: [Part]
  var changes = ValueChanges()
}

/// What is done to a value between the field and its decoding.
struct ValueChanges: Sendable {
  var separator = " "
  var stripped: Set<Character> = []
  var trims = true
  var foldsCase = false
  var nullWords: Set<String> = []
  var map: [String: String]?
  var otherwise: String?
  var datePattern: DatePattern?
}

/// A condition that a row has to meet to be read.
struct MappingCondition: Sendable {
  /// What is asked of the field.
  enum Test: Sendable {
    case isIn(Set<String>)
    case isNotIn(Set<String>)
    case isNotEmpty
    case hasAtMostCharacters(Int)
  }

  let heading: String
  let place: YAMLPlace
  let test: Test

  /// Whether a field's text meets the condition.
  func holds(for text: String) -> Bool {
    switch test {
    case .isIn(let values): values.contains(text)
    case .isNotIn(let values): !values.contains(text)
    case .isNotEmpty: !text.isEmpty
    case .hasAtMostCharacters(let limit): text.count <= limit
    }
  }
}

/// A place in a mapping file.
struct MappingPlace: Hashable, Sendable {
  let file: String
  let line: Int
  let column: Int
}
