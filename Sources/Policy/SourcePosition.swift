/// Where an input row stands: the file and the physical line it starts on.
///
/// Every row that is read keeps its position through all stages, down to the workbook.
public struct SourcePosition: Hashable, Sendable {
  /// The file as the user named it, relative to the case where there is one.
  public let file: String
  /// The physical line, counted from 1.
  public let line: Int

  /// Creates a position.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `bids.csv:12`.
  public var description: String { "\(file):\(line)" }
}
