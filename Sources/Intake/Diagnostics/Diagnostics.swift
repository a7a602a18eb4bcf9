/// What is wrong with some input files, collected over one run.
///
/// It prints nothing itself. Up to ``limit`` errors are kept; the rest are counted.
public struct Diagnostics: Sendable {
  /// The number of errors, and of warnings, that are kept.
  public static let limit = 1_000

  /// The first ``limit`` errors, in the order they were found.
  public private(set) var errors: [Diagnostic] = []
  /// The first ``limit`` warnings, in the order they were found.
  public private(set) var warnings: [Diagnostic] = []
  /// All errors, those beyond the limit too.
  public private(set) var errorCount = 0
  /// All warnings, those beyond the limit too.
  public private(set) var warningCount = 0

  /// Creates an empty collection.
  public init() {}

  /// Whether there is an error.
  public var hasErrors: Bool { errorCount > 0 }

  /// Adds an error.
  public mutating func report(_ error: Diagnostic) {
    errorCount += 1
    if errors.count < Diagnostics.limit { errors.append(error) }
  }

  /// Adds a warning: the input is read, but something in it is not used or deserves a look.
  public mutating func warn(_ warning: Diagnostic) {
    warningCount += 1
    if warnings.count < Diagnostics.limit { warnings.append(warning) }
  }

  /// Adds what was found elsewhere, behind what is here.
  mutating func append(_ other: Diagnostics) {
    appendErrors(of: other)
    warnings += other.warnings.prefix(max(Diagnostics.limit - warnings.count, 0))
    warningCount += other.warningCount
  }

  /// Adds the errors that were found elsewhere, not the warnings.
  mutating func appendErrors(of other: Diagnostics) {
    errors += other.errors.prefix(max(Diagnostics.limit - errors.count, 0))
    errorCount += other.errorCount
  }

  /// The errors as they are printed, one a line, then how many more there are.
  public var errorLines: [String] {
    Diagnostics.lines(errors, count: errorCount, noun: "error")
  }

  /// The warnings as they are printed, one a line, then how many more there are.
  public var warningLines: [String] {
    Diagnostics.lines(warnings, count: warningCount, noun: "warning")
  }

  /// Orders by file (the one found first comes first), line and column; stable within a field.
  private static func lines(_ list: [Diagnostic], count: Int, noun: String) -> [String] {
    var fileRanks: [String: Int] = [:]
    for diagnostic in list where fileRanks[diagnostic.file] == nil {
      fileRanks[diagnostic.file] = fileRanks.count
    }
    let ranked = list.enumerated().map { offset, diagnostic in
      (
        key: [fileRanks[diagnostic.file] ?? 0, diagnostic.line, diagnostic.column, offset],
        text: diagnostic.description
      )
    }
    let sorted = ranked.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.text)
    let rest = count - list.count
    guard rest > 0 else { return sorted }
    return sorted + ["… and \(rest) more \(rest == 1 ? noun : noun + "s")"]
  }
}
