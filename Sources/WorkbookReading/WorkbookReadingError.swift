public import Policy

/// Why a workbook is not read: what is wrong with it, and what would have been right.
public struct WorkbookReadingError: Error, Hashable, Sendable {
  /// The sheet, where the fault lies in one.
  public var sheet: String?
  /// The cell, where the fault lies in one.
  public let cell: CellReference?
  /// What is wrong.
  public let problem: String
  /// What was expected.
  public let expectation: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - problem: What is wrong.
  ///   - expected: What was expected.
  ///   - cell: The cell, where the fault lies in one.
  public init(_ problem: String, expected: String, at cell: CellReference? = nil) {
    self.problem = problem
    self.expectation = expected
    self.cell = cell
  }

  /// A part that no spreadsheet program writes so.
  static func broken(
    _ part: String, _ problem: String, at cell: CellReference? = nil
  ) -> WorkbookReadingError {
    WorkbookReadingError(
      "\(part) \(problem)", expected: "a workbook as a spreadsheet program saves it", at: cell)
  }

  /// Something that has more of a kind than is read.
  static func tooMany(
    _ what: String, limit: Int, in part: String, at cell: CellReference? = nil
  ) -> WorkbookReadingError {
    WorkbookReadingError(
      "\(part) has more \(what) than are read", expected: "at most \(limit)", at: cell)
  }
}
