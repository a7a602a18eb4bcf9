/// A name of a workbook that stands for cells or a formula.
public struct WorkbookName: Hashable, Sendable {
  /// The name.
  public let name: String
  /// What it stands for, without `=`, such as `Assumptions!$B$5`.
  public let formula: String
  /// The sheet that it holds for alone, counted from 0 among all sheets; `nil` for the workbook.
  public let sheetIndex: Int?
  /// Whether programs hide it from their users.
  public let isHidden: Bool
}
