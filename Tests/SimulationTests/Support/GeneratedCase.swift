import Policy
import Simulation

/// A synthetic case in memory, with its tables read back from their text.
struct GeneratedCase {
  /// Each file's bytes by name.
  let files: [String: [UInt8]]

  /// The case of the default size, made once for all tests.
  static func ofDefaultSize() throws -> GeneratedCase { try madeOnce.get() }

  private static let madeOnce = Result { try GeneratedCase(SyntheticCase()) }

  init(_ size: SyntheticCase) throws {
    var files: [String: [UInt8]] = [:]
    try size.generate(under: PolicyView.defaults()) { file, bytes in
      files[file, default: []] += bytes
    }
    self.files = files
  }

  /// The text of a file.
  func text(_ file: String) -> String { String(decoding: files[file] ?? [], as: UTF8.self) }

  /// The headings of a table.
  func headings(_ table: String) -> [String] {
    fields(table).first ?? []
  }

  /// The rows of a table by heading.
  func rows(_ table: String) -> [[String: String]] {
    let rows = fields(table)
    guard let headings = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
  }

  private func fields(_ table: String) -> [[String]] {
    table.hasPrefix("planted")
      ? GeneratedCase.fields(text(table + ".tsv"), delimiter: "\t")
      : GeneratedCase.fields(text(table + ".csv"))
  }

  /// A reader of RFC 4180 that is independent of the program's.
  static func fields(_ text: String, delimiter: Character = ",") -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var previousWasQuote = false
    for character in text {
      switch character {
      case "\"":
        // Within quotes a doubled quote stands for one.
        if !isQuoted && previousWasQuote { field.append("\"") }
        isQuoted.toggle()
        previousWasQuote = !isQuoted
        continue
      case delimiter where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.append(character)
      }
      previousWasQuote = false
    }
    return rows
  }
}
