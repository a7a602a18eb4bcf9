import Policy

/// The sheet that carries a record; its headings are the same in every language, for programs.
enum InputRecordSheet {
  static let key = "record"
  static let settingColumns = ["setting", "value"]
  static let fileColumns = [
    "file", "name", "place", "encoding", "line_ends", "ends_with_break", "lines", "bytes", "sha256",
  ]
  static let lineColumns = ["file", "line", "text"]
  /// The names of the first two settings.
  static let formatName = "format"
  static let programName = "program"
  /// The places that a file may have.
  static let casePlace = "case"
  static let otherPlace = "command"

  static func sheet(of record: InputRecord) -> ReportSheet {
    let texts = record.files.map { RecordedText($0.bytes) }
    var blocks: [ReportSheet.Block] = [.note(ReportNote(purpose))]
    if !record.absentFiles.isEmpty { blocks.append(.note(ReportNote(absence, kind: .warning))) }
    blocks += [
      .table(settings(of: record)), .table(files(of: record, texts)),
      .note(ReportNote(form)), .table(lines(of: texts)),
    ]
    return ReportSheet(
      key, name: Phrase("Record", "輸入紀錄"), title: Phrase("Record of the input", "輸入紀錄"),
      summary: Phrase(
        "The input files and the command, from which awardsim verify computes the workbook anew",
        "輸入檔案與指令；awardsim verify 據以重新計算本活頁簿"),
      tab: .guide, blocks: blocks)
  }

  // MARK: Tables

  private static func column(_ name: String, isNumber: Bool = false) -> ReportTable.Column {
    let heading = Phrase(verbatim: name)
    return isNumber ? .integer(name, heading) : .identifier(name, heading)
  }

  private static func settings(of record: InputRecord) -> ReportTable {
    var table = ReportTable(
      "record_settings", title: Phrase("The command", "指令"),
      columns: settingColumns.map { column($0) })
    table.append([.text(formatName), .text(InputRecord.format)])
    table.append([.text(programName), .text(record.program)])
    for setting in record.settings { table.append([.text(setting.name), .text(setting.value)]) }
    return table
  }

  private static func files(of record: InputRecord, _ texts: [RecordedText]) -> ReportTable {
    let numbers: Set<String> = ["file", "lines", "bytes"]
    var table = ReportTable(
      "record_files", title: Phrase("The input files", "輸入檔案"),
      columns: fileColumns.map { column($0, isNumber: numbers.contains($0)) })
    for (index, (file, text)) in zip(record.files, texts).enumerated() {
      let isText = text.encoding == .utf8 || text.encoding == .markedUTF8
      table.append([
        .count(index + 1), .text(file.name), .text(file.isOfCase ? casePlace : otherPlace),
        .text(text.encoding.rawValue), .text(isText ? text.lineEnd.rawValue : nil),
        .text(isText ? (text.endsWithBreak ? "yes" : "no") : nil), .count(text.lines.count),
        .count(file.byteCount), .text(file.sha256),
      ])
    }
    return table
  }

  private static func lines(of texts: [RecordedText]) -> ReportTable {
    var table = ReportTable(
      "record_lines", title: Phrase("Their lines", "檔案內容"),
      columns: [
        column("file", isNumber: true), column("line", isNumber: true),
        .text("text", Phrase(verbatim: "text"), width: .characters(100)),
      ])
    for (index, text) in texts.enumerated() {
      for (number, line) in text.lines.enumerated() {
        for piece in RecordedText.pieces(of: line) {
          table.append([.count(index + 1), .count(number + 1), .text(piece)])
        }
      }
    }
    table.printedRowCount = 0
    return table
  }

  // MARK: Notes

  private static let purpose = Phrase(
    "These are the files that the workbook was computed from, byte for byte, and the command. awardsim"
      + " verify computes it anew from them and lists every cell that is not as it was written.",
    "以下為計算本活頁簿所用之輸入檔案（逐位元組）與指令。awardsim verify 據以重新計算，並列出所有與原寫入內容不同之儲存格。")
  private static let absence = Phrase(
    "The files are too long to be carried here (more than 16 MiB or 200,000 lines); awardsim verify needs"
      + " --case FOLDER with files of these checksums.",
    "檔案過大（逾 16 MiB 或 200,000 行），未收錄其內容；awardsim verify 須以 --case 指定資料夾，其檔案之檢核碼須與下表相符。")
  private static let form = Phrase(
    "One row is a line of a file, without its end. A line longer than 32,000 characters goes on in further"
      + " rows of the same number. What is no clean UTF-8 text stands in base64.",
    "每列為檔案之一行（不含換行）；逾 32,000 字元之行以相同行號續列。非純 UTF-8 文字之檔案以 base64 表示。")
}
