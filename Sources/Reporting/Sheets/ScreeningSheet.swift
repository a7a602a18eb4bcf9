import Pipeline
import Policy
import Tendering

/// The sheets of screening: how each rule came out, then every finding, those that keep someone out
/// first.
enum ScreeningSheet {
  static let key = "screening"
  private static let rulesKey = "screening_rules"

  static func sheets(of stage: ScreeningStage) -> [ReportSheet] {
    [rules(of: stage), findings(of: stage)]
  }

  // MARK: Rules

  private static func rules(of stage: ScreeningStage) -> ReportSheet {
    ReportSheet(
      rulesKey, name: Phrase("Screening rules", "審查規則"),
      title: Phrase("Screening rules", "審查規則"),
      summary: Phrase(
        "Each rule with its stage, its source and how it came out", "各規則之適用階段、依據及審查結果"),
      tab: .result, blocks: notes(of: stage) + [.table(ruleTable(of: stage))])
  }

  private static func notes(of stage: ScreeningStage) -> [ReportSheet.Block] {
    stage.notes.map { .note(ReportNote($0)) } + [
      .note(
        ReportNote(
          Phrase(
            "Solicitation from \(stage.dates.solicitationStart) to \(stage.dates.solicitationEnd);"
              + " the listing ends on \(stage.dates.listingEnd).",
            "公開徵求 \(stage.dates.solicitationStart) 至 \(stage.dates.solicitationEnd)；"
              + "上架期間至 \(stage.dates.listingEnd)。")))
    ]
  }

  private static func ruleTable(of stage: ScreeningStage) -> ReportTable {
    var table = ReportTable(
      "screening_rule_tallies",
      columns: [
        .text("rule", Phrase("rule", "規則"), width: .characters(34)),
        .choice("stage", Phrase("stage", "適用階段"), width: .characters(14)),
      ]
        + ScreeningResult.allCases.map { .integer($0.rawValue, $0.phrase) } + [
          .text("citation", Phrase("citation", "依據"), width: .characters(60)),
          .choice("basis", Phrase("basis", "依據性質")),
        ])
    var requirements: [ScreeningPolicy.Requirement] = []
    var counts: [PolicyKey: [ScreeningResult: Int]] = [:]
    for finding in stage.screening.findings {
      let key = finding.requirement.key
      if counts[key] == nil { requirements.append(finding.requirement) }
      counts[key, default: [:]][finding.result, default: 0] += 1
    }
    let order = PolicyKey.allCases
    let rank = { (key: PolicyKey) in order.firstIndex(of: key) ?? order.count }
    for requirement in requirements.sorted(by: { rank($0.key) < rank($1.key) }) {
      table.append(
        [
          .phrase(requirement.title),
          .choice(requirement.stage.rawValue, requirement.stage.phrase),
        ]
          + ScreeningResult.allCases.map { .count(counts[requirement.key]?[$0] ?? 0) } + [
            .text(requirement.rule.citation.text),
            .choice(requirement.rule.basis.rawValue, requirement.rule.basis.phrase),
          ], key: requirement.name)
    }
    for rule in stage.screening.unapplied {
      table.append(
        [
          .phrase(rule.requirement.title),
          .choice("not-applied", Phrase("not applied", "不適用")), .empty, .empty, .empty, .empty,
          .phrase(rule.reason),
          .choice(
            rule.requirement.rule.basis.rawValue, rule.requirement.rule.basis.phrase),
        ], style: .muted)
    }
    return table
  }

  // MARK: Findings

  private static func findings(of stage: ScreeningStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Screening", "審查"), title: Phrase("Screening", "審查"),
      summary: Phrase(
        "Which vendors, products and items enter, and why not", "廠商、產品及品項是否納入及其理由"),
      tab: .result,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "What keeps someone out comes first and is printed; below it every other finding stands"
                + " for review on screen.", "不納入及缺佐證者列於最前並列印；其餘結果列於其後，供螢幕檢視。"))),
        .table(findingTable(of: stage)),
      ])
  }

  private static func findingTable(of stage: ScreeningStage) -> ReportTable {
    var table = ReportTable(
      "screening",
      columns: [
        .choice("subject", Phrase("subject", "對象")), .identifier("id", Phrase("name", "名稱")),
        .identifier("item_id", Phrase("item", "品項編號")),
        .choice("outcome", Phrase("outcome", "審查結論")),
        .text("rule", Phrase("rule", "規則"), width: .characters(34)),
        .choice("result", Phrase("result", "結果")),
        .text("reason", Phrase("reason", "理由"), width: .characters(60)),
        .identifier("record", Phrase("source row", "來源列")),
      ], frozenColumnCount: 2)
    let findings = stage.screening.findings
    let barring = findings.filter(\.result.keepsOut)
    for finding in barring + findings.filter({ !$0.result.keepsOut }) {
      let requirement = finding.requirement
      table.append(
        [
          .choice(finding.subject.kind, finding.subject.kindPhrase), .text(finding.subject.name),
          .identifier(finding.subject.itemID),
          stage.screening.admits(finding.subject)
            ? .choice("enters", Phrase("enters", "納入"))
            : .choice("kept-out", Phrase("kept out", "不納入")),
          .phrase(requirement.title),
          // The short cell is the link, since a linked text is not wrapped.
          Cell.choice(finding.result.rawValue, finding.result.phrase).linked(
            to: finding.result.keepsOut
              ? .row(table: "screening_rule_tallies", key: requirement.name) : nil),
          .phrase(finding.reason),
          .source(finding.record),
        ], style: finding.result.keepsOut ? .attention : .normal)
    }
    table.printedRowCount = max(barring.count, 1)
    return table
  }
}
