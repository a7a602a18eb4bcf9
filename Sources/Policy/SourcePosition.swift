/// Where an input row stands: the file and the physical line it starts on, or the sheet and its row.
///
/// Every row that is read keeps its position through all stages, down to the workbook.
public struct SourcePosition: Hashable, Sendable {
  /// How places within a file are written.
  public enum Numbering: UInt8, Hashable, Sendable {
    /// `FILE:LINE:COLUMN`, the column being the number of the field.
    case lines
    /// `FILE!SHEET!B17`; the file's name already has its sheet.
    case cells
  }

  /// The file as the user named it, relative to the case where there is one; of a workbook with its
  /// sheet, such as `bids.xlsx!Bids`.
  public let file: String
  /// How places within the file are written.
  public let numbering: Numbering
  private let storedLine: UInt32

  /// The physical line, or the row of a sheet, counted from 1.
  public var line: Int { Int(storedLine) }

  /// Creates a position.
  public init(file: String, line: Int, numbering: Numbering = .lines) {
    self.file = file
    self.numbering = numbering
    storedLine = UInt32(clamping: line)
  }

  /// The place of a field in the row.
  ///
  /// - Parameter field: The number of the field or, on a sheet, of the column, counted from 1.
  /// - Returns: `bids.csv:12:3` or `bids.xlsx!Bids!C12`.
  public func text(ofField field: Int) -> String {
    switch numbering {
    case .lines: "\(file):\(line):\(field)"
    case .cells: "\(file)!\(CellReference.letters(ofColumn: field))\(line)"
    }
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `bids.csv:12`; on a sheet the row's first cell, `bids.xlsx!Bids!A12`.
  public var description: String {
    numbering == .lines ? "\(file):\(line)" : text(ofField: 1)
  }
}
