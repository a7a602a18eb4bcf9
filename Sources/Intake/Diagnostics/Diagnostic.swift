import Policy

/// One thing that is wrong in an input file, and what would have been right.
public struct Diagnostic: Hashable, Sendable {
  /// The file as the user named it, relative to the case where there is one.
  public let file: String
  /// The physical line, or the row of a sheet, counted from 1; 0 for the file as a whole.
  public let line: Int
  /// The field's number in a table, the column's on a sheet, or the character's in a YAML file, counted
  /// from 1.
  public let column: Int
  /// How the place is written.
  let numbering: SourcePosition.Numbering
  /// What is wrong, on one line.
  public let problem: String
  /// What was expected, on one line.
  public let expectation: String

  /// Creates a diagnostic; control characters in its texts are made visible.
  public init(file: String, line: Int, column: Int, problem: String, expectation: String) {
    self.init(
      file: file, line: line, column: column, numbering: .lines, problem: problem,
      expectation: expectation)
  }

  /// Creates a diagnostic of a table or a sheet.
  init(
    file: String, line: Int, column: Int, numbering: SourcePosition.Numbering, problem: String,
    expectation: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.numbering = numbering
    self.problem = problem.withVisibleControls
    self.expectation = expectation.withVisibleControls
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: what is wrong, expected …`, or `FILE.xlsx!SHEET!B17: …`.
  public var description: String {
    let position = SourcePosition(file: file, line: line, numbering: numbering)
    let place = line == 0 ? file : position.text(ofField: column)
    return "\(place): \(problem), expected \(expectation)"
  }
}

extension String {
  /// Characters of a quoted value that a diagnostic shows before it cuts it off.
  private static let quotationLimit = 60

  /// The text between quotation marks, cut where it is long.
  var quoted: String {
    guard unicodeScalars.count > String.quotationLimit else { return "“\(self)”" }
    var head = String.UnicodeScalarView()
    head.append(contentsOf: unicodeScalars.prefix(String.quotationLimit))
    return "“\(String(head))…”"
  }

  /// The text on one line: control characters as `\u{…}`, so that a file cannot forge a message.
  fileprivate var withVisibleControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl {
        text += scalar == "\n" ? "\\n" : "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is of the general category Cc.
  var isControl: Bool { properties.generalCategory == .control }
}

extension Sequence<String> {
  /// The names one after the other, for an expectation.
  var listed: String { joined(separator: ", ") }
}
