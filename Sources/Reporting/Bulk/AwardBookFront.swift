public import Pipeline
public import Policy
import Quantities
import Tendering

/// The first sheet of a workbook of awards: what it is, from which files, by which policy.
public struct AwardBookFront: Sendable {
  /// The sheets that the rows stand on: the key of each, its name, and its rows counted from 0.
  public typealias SheetOfRows = (key: String, name: String, rows: Range<Int>)

  private let counts: AwardCounts
  private let files: [Case.InputFile]
  private let policy: PolicyView
  private let header: Case.Header?
  private let notes: [Phrase]

  /// Puts together what the sheet states.
  ///
  /// - Parameters:
  ///   - counts: What the bids came to.
  ///   - files: The files that were read, with their hash sums.
  ///   - policy: The policy that decided.
  ///   - header: The case; `nil` for loose files.
  ///   - notes: What a reader should know.
  public init(
    _ counts: AwardCounts, files: [Case.InputFile], policy: PolicyView, header: Case.Header?,
    notes: [Phrase]
  ) {
    self.counts = counts
    self.files = files
    self.policy = policy
    self.header = header
    self.notes = notes
  }

  /// The workbook without its rows.
  ///
  /// - Parameters:
  ///   - language: The language of the workbook.
  ///   - sheets: Where the rows will stand.
  /// - Returns: The document of one sheet.
  public func document(_ language: Language, sheets: [SheetOfRows]) -> ReportDocument {
    let title = header.map { Phrase(verbatim: $0.title) } ?? Phrase("Awards", "決標結果")
    return ReportDocument(
      title: title, subject: Phrase("Bids and awards", "投標及決標"),
      createdOn: day, language: language,
      currency: header.map { Currency(code: $0.currency) } ?? .newTaiwanDollar,
      sheets: [
        ReportSheet(
          "cover", name: Phrase("Cover", "封面"), title: title,
          summary: Phrase("Inputs, policy and counts", "輸入、政策與件數"), tab: .guide,
          blocks: opening + [
            .facts(particulars), .table(outcomeTable), .table(sheetTable(sheets)),
            .table(InputFileTable.table(of: files).selecting(columns: ["file", "sha256"])),
            .heading(Phrase("Parameters in force", "適用之參數")), .facts(parameters),
          ])
      ])
  }

  /// The day that the policy's values are of; never the clock.
  private var day: Day {
    policy.day ?? keys.compactMap { try? policy.entry(for: $0).from }.max()
      ?? Day(daysSinceEpoch: 0)
  }

  private var opening: [ReportSheet.Block] {
    let synthetic = header?.synthetic.map {
      ReportNote(Phrase("Synthetic: \($0)", "合成資料：\($0)"), kind: .warning)
    }
    let purpose = ReportNote(
      Phrase(
        "Every bid of the input with its outcome, in the order of the input, on the sheets named below.",
        "輸入之各筆投標及其結果，依輸入順序列於下列工作表。"))
    let warnings = notes.map { ReportNote($0, kind: .warning) }
    return ((synthetic.map { [$0] } ?? []) + [purpose] + warnings).map { .note($0) }
  }

  private var particulars: FactList {
    var facts: [FactList.Fact] = []
    if let header {
      facts += [
        .init("case_no", Phrase("case number", "案號"), .text(header.caseNumber)),
        .init("pricing_date", Phrase("pricing date", "訂價日"), .day(header.pricingDate)),
      ]
    }
    facts += [
      .init("bids", Phrase("bids", "投標筆數"), .count(counts.rowCount)),
      .init("policy", Phrase("policy", "適用政策"), .text(policy.book.title)),
      .init("policy_file", Phrase("policy file", "政策檔案"), .text(policy.book.file)),
      .init(
        "policy_date", Phrase("policy values on", "參數適用日"),
        policy.day.map { .day($0) } ?? .phrase(Phrase("the newest values", "最新值"))),
    ]
    if let overrides = policy.overridesText {
      facts.append(
        .init("overrides", Phrase("set for this run", "本次設定"), .text(overrides)))
    }
    return FactList("particulars", facts: facts)
  }

  private var outcomeTable: ReportTable {
    var table = ReportTable(
      "outcomes", title: Phrase("Outcomes", "決標結果"),
      columns: [
        .choice("outcome", Phrase("outcome", "結果")), .integer("bids", Phrase("bids", "投標筆數")),
      ])
    for (outcome, count) in counts.outcomes {
      table.append([.choice(outcome.text, outcome.name), .count(count)])
    }
    table.appendTotal(
      Phrase("total", "合計"), sums: ["bids": .integer(Int64(counts.rowCount))])
    return table
  }

  private func sheetTable(_ sheets: [SheetOfRows]) -> ReportTable {
    var table = ReportTable(
      "sheets", title: Phrase("Where the rows are", "各列所在"),
      columns: [
        .identifier("sheet", Phrase("sheet", "工作表")),
        .integer("first_row", Phrase("first row", "首列")),
        .integer("last_row", Phrase("last row", "末列")),
        .integer("rows", Phrase("rows", "列數")),
      ])
    for sheet in sheets {
      let isEmpty = sheet.rows.isEmpty
      table.append([
        Cell.phrase(Phrase(verbatim: sheet.name)).linked(to: .sheet(sheet.key)),
        isEmpty ? .empty : .count(sheet.rows.lowerBound + 1),
        isEmpty ? .empty : .count(sheet.rows.upperBound), .count(sheet.rows.count),
      ])
    }
    return table
  }

  /// Parameters that had a part in the awards; of a case, those of its reserve prices as well.
  private var keys: [PolicyKey] {
    PolicyKey.allCases.filter { key in
      key.rawValue.hasPrefix("award.")
        || header != nil && (key.rawValue.hasPrefix("reserve.") || key.isOfScreening)
    }
  }

  private var parameters: FactList {
    FactList(
      AssumptionSheet.policyKey,
      facts: keys.compactMap { AssumptionSheet.parameter($0, of: policy) })
  }
}
