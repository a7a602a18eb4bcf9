import Intake
import Policy
import Workbook

/// The sheet of a template that explains every column.
enum TemplateNotes {
  private static let title = Phrase("Notes on the input tables", "輸入表說明")

  private static let paragraphs = [
    Phrase(
      "One row below the headings for each record. The first line of a heading is the one that is read;"
        + " the other language, the unit and what may be left out stand below it.",
      "標題列以下每列填一筆資料。讀取時以標題儲存格之第一行為準，其下為另一語言之名稱、單位及是否選填。"),
    Phrase(
      "The grey row that begins with “example:” shows what a row looks like. It is not read. Write over"
        + " it or delete it.",
      "以「範例：」開頭之灰色列為填寫範例，不會讀取；請覆寫或刪除。"),
    Phrase(
      "A sheet that has its example row alone counts as absent. Delete the sheets that are not needed.",
      "僅有範例列之工作表視為未提供；不需要之工作表請刪除。"),
    Phrase(
      "Numbers are read exactly, in decimal, with at most 15 digits as they are shown. Formulas are read"
        + " as the result that was stored last; values are better.",
      "數值依顯示之十進位數字（至多 15 位）精確讀取。公式以最後儲存之結果讀取，建議填值。"),
    Phrase(
      "Do not merge or hide cells of a table, and keep remarks out of it.",
      "表內請勿合併或隱藏儲存格，亦勿加註其他文字。"),
  ]

  private static let headings = [
    Phrase("column", "欄位"), Phrase("headings that are read as well", "亦可使用之標題"),
    Phrase("needed", "必填"), Phrase("what it holds", "內容"),
    Phrase("how it is written", "填寫方式"),
  ]

  /// The notes on some tables.
  static func notes(on guides: [TableGuide], _ language: Language) -> InputTemplate.Notes {
    InputTemplate.Notes(
      name: Phrase("notes", "說明")[language], title: title[language],
      paragraphs: paragraphs.map { $0[language] }, headings: headings.map { $0[language] },
      rows: guides.flatMap { rows(on: $0, language) })
  }

  private static func rows(on guide: TableGuide, _ language: Language) -> [[String]] {
    let (yes, no) = (Phrase("yes", "是"), Phrase("no", "否"))
    let title = ["\(guide.table.rawValue) – \(guide.title[language])"]
    return [title]
      + guide.entries.map { entry in
        [
          entry.column.rawValue, entry.column.chineseHeadings.joined(separator: "、"),
          (entry.isRequired ? yes : no)[language], entry.meaning[language],
          entry.form.rule[language],
        ]
      }
  }
}
