import Yams

/// Reads a YAML file into nodes that know their place, and reports what is wrong with it.
///
/// Every scalar is taken as its text. YAML's own numbers are binary floating point, which would
/// change 0.9; its own words would turn `no` into a truth value.
struct YAMLReader {
  /// The length of a file that is read: a policy has some ten thousand bytes.
  static let fileLengthBytes = 1_024 * 1_024

  let file: String
  var diagnostics: Diagnostics

  init(file: String, diagnostics: Diagnostics = Diagnostics()) {
    self.file = file
    self.diagnostics = diagnostics
  }

  /// The root of the one document.
  ///
  /// - Returns: `nil` when there is none or it is not YAML; that is reported.
  mutating func root(of bytes: [UInt8]) -> Node? {
    guard bytes.count <= YAMLReader.fileLengthBytes else {
      report(nil, "the file has \(bytes.count) bytes", "at most \(YAMLReader.fileLengthBytes)")
      return nil
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self) else {
      report(nil, "the file is not valid UTF-8", "UTF-8")
      return nil
    }
    do {
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        report(nil, "the file is empty", "YAML with keys and values")
        return nil
      }
      return root
    } catch {
      reportFailure(error, in: text)
      return nil
    }
  }

  /// Reports an error at a node; at the start of the file where there is none.
  mutating func report(_ node: Node?, _ problem: String, _ expectation: String) {
    report(at: YAMLPlace(node?.mark), problem, expectation)
  }

  /// Reports an error at a place.
  mutating func report(at place: YAMLPlace, _ problem: String, _ expectation: String) {
    diagnostics.report(
      Diagnostic(
        file: file, line: place.line, column: place.column, problem: problem,
        expectation: expectation))
  }

  /// Reports something at a node that deserves a look.
  mutating func warn(_ node: Node?, _ problem: String, _ expectation: String) {
    let place = YAMLPlace(node?.mark)
    diagnostics.warn(
      Diagnostic(
        file: file, line: place.line, column: place.column, problem: problem,
        expectation: expectation))
  }

  /// Reports the first place where the text is not YAML.
  private mutating func reportFailure(_ error: any Error, in text: String) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      report(
        at: YAMLPlace(mark), "the YAML is broken: \(problem)", "YAML with keys and values")
    case YamlError.reader(let problem, let offset, _, _):
      let lines = text.prefix(offset ?? 0).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let place = YAMLPlace(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
      report(at: place, "the YAML is broken: \(problem)", "plain text")
    case YamlError.duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let first = YAMLPlace(context.mark)
      report(
        at: repetition(of: name, after: first, in: text) ?? first,
        "the key \(name.quoted) stands on line \(first.line) already", "every key once")
    default:
      report(nil, "the YAML is broken", "YAML with keys and values")
    }
  }

  /// The second place of a key, in block style: the same text at the same column further down.
  private func repetition(of name: String, after first: YAMLPlace, in text: String) -> YAMLPlace? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated().dropFirst(first.line) {
      let rest = line.unicodeScalars.dropFirst(first.column - 1)
      let key = Substring(rest).drop { $0 == "\"" || $0 == "'" }
      guard key.hasPrefix(name) else { continue }
      let behind = key.dropFirst(name.count).drop { $0 == "\"" || $0 == "'" || $0 == " " }
      if behind.hasPrefix(":") { return YAMLPlace(line: index + 1, column: first.column) }
    }
    return nil
  }
}

/// A place in a YAML file: the line and the character in it, both counted from 1.
struct YAMLPlace: Hashable, Sendable {
  let line: Int
  let column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place that the parser noted; the start of the file where it noted none.
  init(_ mark: Mark?) {
    line = mark?.line ?? 1
    column = mark?.column ?? 1
  }
}
