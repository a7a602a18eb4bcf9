import ArgumentParser
import Pipeline
import Policy
import Quantities
import Reporting
import Tendering
import Workbook

/// The workbook of `awardsim award --workbook`: a first sheet that says what it is, then every row.
struct AwardWorkbook {
  let path: String
  let policy: PolicyView
  /// The case; `nil` for loose files.
  var header: Case.Header?
  let result: ResultOutput

  /// Checks the destination before any work is done.
  ///
  /// - Throws: The exit status 73 when the file is there already and may not be replaced.
  init(
    _ path: String, policy: PolicyView, header: Case.Header? = nil, result: ResultOutput
  ) throws {
    try ResultOutput.check(path, replacing: result.options.force)
    self.path = path
    self.policy = policy
    self.header = header
    self.result = result
  }

  /// Writes the awards of a stage, which are all in memory.
  func write(_ stage: TenderStage, files: [Case.InputFile]) throws {
    try write(AwardCounts(of: stage), files: files, notes: stage.notes) {
      rows, texts throws(WorkbookError) in
      for (_, bid) in stage.bidAwards {
        let item = Array(bid.bid.itemID.text.utf8)
        let vendor = Array(bid.bid.vendorID.text.utf8)
        let numbers = AwardBookTexts.Numbers(
          unitPrice: bid.bid.unitPrice, rank: bid.rank, contractPrice: bid.contractPrice)
        try texts.write(
          item: item.span, vendor: vendor.span, numbers, texts.prepared(AwardBookRow(bid)),
          to: &rows)
      }
    }
  }

  /// Writes the workbook.
  ///
  /// - Parameters:
  ///   - counts: What the bids came to.
  ///   - files: The files that were read, with their hash sums.
  ///   - notes: What a reader should know.
  ///   - produce: Writes all rows.
  /// - Throws: The exit status where the workbook cannot be made, or what `produce` throws; the
  ///   destination is then as it was.
  func write(
    _ counts: AwardCounts, files: [Case.InputFile], notes: [Phrase],
    rows produce: (inout StreamedRows, AwardBookTexts) throws -> Void
  ) throws {
    let front = AwardBookFront(
      counts, files: files, policy: policy, header: header, notes: notes)
    let language = result.language
    let summary = try ResultOutput.reporting(workbook: path) {
      var book = StreamedWorkbook(
        front.document(language, sheets: []), tables: [AwardWorkbook.table(counts)])
      let sheets = try book.sheetsOfTables().joined().map { ($0.key, $0.name, $0.rows) }
      book.document = front.document(language, sheets: sheets)
      let texts = AwardBookTexts(language)
      return try book.write(to: path, replacing: result.options.force) { _, rows in
        try produce(&rows, texts)
      }
    }
    result.note(summary.phrases)
  }

  /// The frame of the rows.
  private static func table(_ counts: AwardCounts) -> StreamedTable {
    let widths = [
      "item_id": 18, "vendor_id": 18, "rank": 8, "outcome": 18, "reason": 46,
      "low_price_flag": 24,
    ]
    let columns = AwardBookRow.columns.map { column in
      StreamedColumn(
        ReportTable.Column(
          column.key, column.heading, column.kind,
          width: widths[column.key].map { .characters($0) } ?? .automatic),
        fractionDigitCount: counts.hasCents ? 2 : 0)
    }
    return StreamedTable(
      "awards", name: Phrase("Awards", "決標結果"),
      title: Phrase("Bids and awards", "投標及決標"),
      summary: Phrase("Every bid with its outcome", "各筆投標及其結果"),
      notes: [
        ReportNote(
          Phrase(
            "Rows stand in the order of the input. A low price is flagged for review, never rejected"
              + " for it.", "依輸入順序排列。標價偏低僅列示供檢視，不因此逕予拒絕。"))
      ], columns: columns, rowCount: counts.rowCount, frozenColumnCount: 2)
  }
}

extension ResultOutput {
  /// Whether rows are printed: a workbook stands in place of those on standard output.
  func printsRows(beside workbook: AwardWorkbook?) -> Bool {
    workbook == nil || options.output != "-"
  }
}
