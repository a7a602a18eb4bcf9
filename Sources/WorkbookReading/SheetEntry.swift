/// A sheet of a workbook.
public struct SheetEntry: Hashable, Sendable {
  /// Who sees a sheet.
  public enum Visibility: Hashable, Sendable {
    /// Everybody.
    case visible
    /// Nobody until it is unhidden.
    case hidden
    /// Nobody; programs do not offer to unhide it.
    case veryHidden
  }

  /// The name on the tab.
  public let name: String
  /// Its place among all sheets, counted from 0.
  public let index: Int
  /// Who sees it.
  public let visibility: Visibility
  /// Whether it has cells: a sheet of a chart alone has none.
  public let hasCells: Bool
  /// The part that holds it.
  let part: String
}
