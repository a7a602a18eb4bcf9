import CallOff
import Pipeline
import Policy
import Quantities

/// The cover: case, date, policy, inputs with their checksums, what is assumed, what is synthetic.
enum CoverSheet {
  static let key = "cover"
  private static let particularsKey = "particulars"

  /// The names of the cells that formulas use.
  static let names: [ReportDocument.DefinedName] = [
    .init("this_case_no", for: CellRange(particularsKey, "case_no")),
    .init("pricing_date", for: CellRange(particularsKey, "pricing_date")),
  ]

  static func sheet(of run: CaseRun, _ register: AssumptionRegister) -> ReportSheet {
    var blocks: [ReportSheet.Block] = []
    let header = run.input.header
    if let synthetic = header.synthetic {
      blocks.append(
        .note(
          ReportNote(
            Phrase("Synthetic: \(synthetic)", "合成資料：\(synthetic)"), kind: .warning)))
    }
    if run.callOff?.ledger.rule.table.isDemonstration == true {
      blocks.append(
        .note(
          ReportNote(
            Phrase(
              "The fee tiers are a demonstration: the boundary between the tiers is in no public"
                + " source.", "作業服務費級距僅供示範：級距界線未見於任何公開資料。"), kind: .warning)))
    }
    blocks += [
      .facts(particulars(of: run)),
      .note(
        ReportNote(
          Phrase(
            "\(register.entries.count) values of the policy are assumed; the sheet of assumptions"
              + " ranks them by the NT$ at stake.",
            "政策參數中有 \(register.entries.count) 項為假設，詳「假設登錄」，依影響金額排序。"),
          kind: .assumption)),
      .heading(Phrase("Input files", "輸入檔案")),
      .table(InputFileTable.table(of: run.input).titled(nil)),
    ]
    return ReportSheet(
      key, name: Phrase("Cover", "封面"), title: Phrase(verbatim: header.title),
      summary: Phrase("Case, policy, inputs and what is assumed", "案件、政策、輸入與假設"),
      tab: .guide, blocks: blocks)
  }

  /// The list of contents, a sheet of its own.
  static var contents: ReportSheet {
    ReportSheet(
      "contents", name: Phrase("Contents", "目錄"), title: Phrase("Contents", "目錄"),
      summary: Phrase("Links to every sheet", "各工作表連結"), tab: .guide,
      blocks: [.note(ReportNote(colours)), .contents])
  }

  /// What the colours of tabs and cells mean.
  private static let colours = Phrase(
    "Tabs: grey to find the way, blue what came in, orange parameters and assumptions, purple the steps of"
      + " the computation, green results, red checks. Cells: blue ones may be changed to see what follows,"
      + " yellow ones are for the committee; the others are guarded against slips, without a password.",
    "頁籤顏色：灰為導覽，藍為輸入資料，橘為參數與假設，紫為計算過程，綠為結果，紅為檢核。儲存格：藍底可變更試算，"
      + "黃底供委員會填寫，其餘設有防誤改之保護，未設密碼。")

  private static func particulars(of run: CaseRun) -> FactList {
    let header = run.input.header
    var facts: [FactList.Fact] = [
      .init("case_no", Phrase("case number", "案號"), .text(header.caseNumber)),
      .init("pricing_date", Phrase("pricing date", "訂價日"), .day(header.pricingDate)),
      .init(
        "contract_start", Phrase("contract from", "契約起日"), .day(header.contract.start)),
      .init("contract_end", Phrase("contract to", "契約迄日"), .day(header.contract.end)),
      .init("currency", Phrase("currency", "幣別"), .text(header.currency)),
      .init("policy", Phrase("policy", "適用政策"), .text(run.policy.book.title)),
      .init("policy_file", Phrase("policy file", "政策檔案"), .text(run.policy.book.file)),
      .init("policy_date", Phrase("policy values on", "參數適用日"), .day(run.policy.day)),
    ]
    if let overrides = run.policy.overridesText {
      facts.append(
        .init("overrides", Phrase("set for this run", "本次設定"), .text(overrides)))
    }
    facts.append(
      .init(
        "checks", Phrase("checks that do not hold", "不相符之檢核數"),
        Cell.count((try? run.checks())?.count { !$0.holds } ?? 0).computed(
          by: Formula("={\(CheckSheet.masterKey).failed}"))))
    return FactList(particularsKey, facts: facts)
  }
}

extension PolicyView {
  /// The values set for the run, as `--set` takes them; `nil` where there are none.
  var overridesText: String? {
    guard !overrides.isEmpty else { return nil }
    return overrides.keys.sorted { $0.rawValue < $1.rawValue }
      .map { "\($0.rawValue)=\(overrides[$0]?.text ?? "")" }.joined(separator: ", ")
  }
}

extension ReportTable {
  /// The table under another title.
  func titled(_ title: Phrase?) -> ReportTable {
    var copy = self
    copy.title = title
    return copy
  }
}
