import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet on which the committee decides: one row an item, and who signs.
enum ReviewSheet {
  static let key = "review"
  /// The key of the table of decisions; rows are named by item.
  static let tableKey = "review_decisions"
  /// The key of the table of signatures; rows are named by role.
  static let signOffKey = "sign_off"

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Review", "審議"), title: Phrase("Review and sign-off", "底價審議與簽核"),
      summary: Phrase(
        "The decision about each reserve price, with its reason, and who signs",
        "各品項底價之審議決定、理由與簽核"), tab: .input, isProtected: true,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "Yellow cells are for the committee. accept: the computed price stands. override: the price"
                + " beside it takes its place, with its reason, who decided and when. hold: not decided; the"
                + " computed price stays in the book until then. “awardsim apply” takes overrides into the"
                + " case.",
              "黃底儲存格供委員會填寫。同意：採計算值。改定：改採右列價格，並填理由、決定者與日期。暫緩：尚未決定，"
                + "暫列計算值。「awardsim apply」將改定納入案件資料。"))),
        .note(
          ReportNote(
            Phrase(
              "Amber marks what wants a look: a decision that is incomplete, an item on hold, no reserve"
                + " price, fewer than two classes of evidence, a rise above reserve.rise_warning. The guard"
                + " of the other cells has no password; it is against slips only.",
              "黃底標示應注意者：決定未填完整、暫緩、無底價、價格類別未達二類、漲幅逾 reserve.rise_warning。"
                + "其餘儲存格之保護未設密碼，僅防誤改。"))),
        .heading(Phrase("Sign-off", "簽核")), .table(signOff),
        .heading(Phrase("Decisions", "審議決定")),
        .table(evidence.finished(table(of: evidence.stage))),
      ])
  }

  private static var signOff: ReportTable {
    var table = ReportTable(
      signOffKey,
      columns: [
        .text("role", Phrase("role", "角色")),
        .text("name", Phrase("name", "姓名"), width: .characters(22)).entry(),
        .date("signed_on", Phrase("signed on", "簽核日期")).entry(),
        .text("remark", Phrase("remark", "備註"), width: .characters(30)).entry(),
      ])
    let roles = [
      ("analyst", Phrase("analyst: prepared", "分析人員（編製）")),
      ("assurer", Phrase("assurer: checked", "複核人員（查核）")),
      ("commissioner", Phrase("commissioner: reviewed", "審查委員（審議）")),
      ("approver", Phrase("approver: approved", "核定人員（核定）")),
    ]
    for (key, role) in roles {
      table.append([.phrase(role), .empty, .empty, .empty], key: key)
    }
    return table
  }

  private static func table(of stage: ReserveStage) -> ReportTable {
    let hold = EvidenceLists.decisions.word(ReserveDecision.hold.rawValue)
    let override = EvidenceLists.decisions.word(ReserveDecision.override.rawValue)
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("name", Phrase("name", "品名"), width: .characters(22)),
        .money("computed", Phrase("computed reserve", "底價計算值")),
        .choice("decision", Phrase("decision", "決定"), width: .characters(12)).entry()
          .choosing(among: ReserveDecision.allCases.map(\.words)),
        .money("override_price", Phrase("decided price", "改定價格")).entry(),
        .text("reason", Phrase("reason", "理由"), width: .characters(30)).entry(),
        .text("decided_by", Phrase("decided by", "決定者"), width: .characters(18)).entry(),
        .date("decided_on", Phrase("decided on", "決定日期")).entry(),
        .text("notes", Phrase("notes", "備註"), width: .characters(24)).entry(),
        .money("in_force", Phrase("reserve in force", "採用底價")),
        .money("change", Phrase("to the computed", "與計算值之差")),
        .integer("classes", Phrase("classes with a price", "有價格類別數")),
        .percentage("rise", Phrase("rise over the last award", "較最近決標漲幅")),
        .integer("evidence", Phrase("evidence rows", "價格資料筆數")),
      ],
      conditionalFormats: [
        .when(
          Formula(
            "=AND({decision}=\(override),OR(N({override_price})<=0,{reason}=\"\",{decided_by}=\"\","
              + "{decided_on}=\"\"))"), style: .attention,
          columns: ["decision", "override_price", "reason", "decided_by", "decided_on"]),
        .when(Formula("={decision}=\(hold)"), style: .attention, columns: ["decision"]),
        .when(Formula("={in_force}=\"\""), style: .attention, columns: ["in_force"]),
        .when(Formula("={classes}<2"), style: .attention, columns: ["classes"]),
        .when(
          Formula("=N({rise})>\(PolicyKey.reserveRiseWarning.reference)"), style: .attention,
          columns: ["rise"]),
      ], frozenColumnCount: 2)
    let formulas = ReviewFormulas()
    for item in stage.items {
      table.append(cells(of: item, formulas), key: item.item.id.text)
    }
    return table
  }

  private static func cells(of item: PricedItem, _ formulas: ReviewFormulas) -> [Cell] {
    let override = item.override
    var change: Money?
    if let reserve = item.reservePrice, let computed = item.computed.reservePrice {
      change = try? reserve - computed
    }
    let classCount = EvidenceClass.allCases.count { item.classes[$0].representative != nil }
    return [
      Cell.identifier(item.item.id).linked(
        to: .row(table: ReserveSheet.tableKey, key: item.item.id.text)), .text(item.item.name),
      Cell.money(item.computed.reservePrice).computed(by: formulas.computed),
      override == nil
        ? .empty : .choice(ReserveDecision.override.rawValue, ReserveDecision.override.words),
      .money(override?.reservePrice),
      .text(override?.reason), .text(override?.decidedBy), .day(override?.decidedOn), .empty,
      Cell.money(item.reservePrice).computed(by: formulas.inForce),
      Cell.money(change).computed(by: formulas.change),
      Cell.count(classCount).computed(by: formulas.classes),
      Cell.percentage(ReserveSheet.rise(of: item)).computed(by: formulas.rise),
      Cell.count(item.counts.rows).linked(to: EvidenceSheet.link(to: item))
        .computed(by: formulas.evidence),
    ]
  }
}

/// The formulas of one item's row: what the reserve sheet says, for the one who decides.
private struct ReviewFormulas {
  private static func reserve(_ column: String) -> String {
    CellRange.beside(ReserveSheet.tableKey, column)
  }

  let computed = Formula("=\(CellRange.beside(MethodPriceSheet.tableKey, "computed"))")
  let inForce = Formula("=\(reserve("reserve_price"))")
  let change = Formula(
    "=IF(OR({in_force}=\"\",{computed}=\"\"),\"\",{in_force}-{computed})")
  let classes = Formula(
    "=COUNT(\(EvidenceClass.allCases.map { reserve($0.rawValue) }.joined(separator: ",")))")
  let rise = Formula("=\(reserve("rise"))")
  let evidence = Formula("=\(reserve("rows"))")
}
