public import Policy

/// Why a workbook could not be made.
public enum WorkbookError: Error, Hashable, Sendable {
  /// Two sheets, or two tables or lists, have the same key.
  case duplicateKey(String)
  /// A row has more cells than its table has columns.
  case tooManyCells(table: String, row: Int)
  /// A sheet needs more rows than a spreadsheet has.
  case tooManyRows(sheet: String, limit: Int)
  /// A streamed table has other rows than it was said to have; `found` are those seen until then.
  case rowCount(table: String, expected: Int, found: Int)
  /// A sheet needs more columns than a spreadsheet has.
  case tooManyColumns(sheet: String, limit: Int)
  /// A reference of a formula, chart or link leads nowhere.
  case unresolved(reference: String, in: String)
  /// A formula template cannot be read.
  case formula(template: String, problem: String)
  /// A defined name breaks the rules of spreadsheets or is taken.
  case definedName(String)
  /// A chart has no series, or more points than a chart holds.
  case chart(title: String, problem: String)
  /// Not all rows reached the file, as on a full disk.
  case incomplete
  /// The library that writes the file reported an error.
  case library(code: Int, message: String)

  /// Whether writing itself failed, rather than that no workbook may be made.
  public var isInputOutputFailure: Bool { self == .incomplete }

  /// The error in words.
  public var phrase: Phrase {
    switch self {
    case .duplicateKey(let key):
      Phrase("the report uses the key \(key) twice", "報表的鍵值「\(key)」重複")
    case .tooManyCells(let table, let row):
      Phrase(
        "row \(row) of table \(table) has more cells than columns",
        "表「\(table)」第 \(row) 列的儲存格多於欄數")
    case .tooManyRows(let sheet, let limit):
      Phrase(
        "sheet \(sheet) needs more rows than a spreadsheet has (\(limit)); use csv instead",
        "工作表「\(sheet)」超過試算表列數上限（\(limit)）；請改用 csv")
    case .rowCount(let table, let expected, let found):
      Phrase(
        "table \(table) has \(found) rows; expected \(expected)",
        "表「\(table)」有 \(found) 列；應為 \(expected) 列")
    case .tooManyColumns(let sheet, let limit):
      Phrase(
        "sheet \(sheet) needs more columns than a spreadsheet has (\(limit)); use csv instead",
        "工作表「\(sheet)」超過試算表欄數上限（\(limit)）；請改用 csv")
    case .unresolved(let reference, let place):
      Phrase(
        "\(place) refers to \(reference), which the report does not have",
        "\(place) 參照的「\(reference)」不存在於報表")
    case .formula(let template, let problem):
      Phrase("the formula \(template) \(problem)", "公式 \(template) 有誤（\(problem)）")
    case .definedName(let name):
      Phrase(
        "\(name) is not a free name for cells", "「\(name)」不是可用的儲存格名稱")
    case .chart(let title, let problem):
      Phrase("the chart \(title) \(problem)", "圖表「\(title)」有誤（\(problem)）")
    case .incomplete:
      Phrase(
        "writing failed: not all rows reached the temporary files of the workbook; expected room for"
          + " them where TMPDIR points, or in /tmp",
        "寫入失敗：活頁簿暫存檔不完整；請確認 TMPDIR 所指位置（或 /tmp）之空間")
    case .library(let code, let message):
      Phrase("the workbook cannot be written: \(message) (\(code))", "無法寫入活頁簿：\(message)（\(code)）")
    }
  }
}
