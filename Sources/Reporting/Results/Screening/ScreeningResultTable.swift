public import Pipeline
public import Policy
import Quantities
import Tendering

extension ScreeningStage {
  /// The table of `awardsim screen`: one row a subject and rule, then one a rule that was not applied.
  ///
  /// - Parameters:
  ///   - onlyRefused: Whether rows that keep nobody out are left away.
  ///   - rule: The one rule whose rows are kept; all of them if not given.
  /// - Returns: The rows: vendors, products, items, rules.
  public func resultTable(onlyRefused: Bool = false, rule: String? = nil) -> ReportTable {
    var table = ReportTable(
      "screening", title: Phrase("Screening", "審查結果"),
      columns: [
        .choice("subject", Phrase("subject", "對象")), .identifier("id", Phrase("name", "名稱")),
        .identifier("item_id", Phrase("item", "品項編號")),
        .choice("outcome", Phrase("outcome", "審查結論")), .choice("rule", Phrase("rule", "規則")),
        .choice("result", Phrase("result", "結果")), .choice("stage", Phrase("stage", "適用階段")),
        .text("reason", Phrase("reason", "理由"), width: .characters(50)),
        .text("citation", Phrase("citation", "依據"), width: .characters(40)),
        .choice("basis", Phrase("basis", "依據性質")), .identifier("record", Phrase("record", "資料列")),
      ], frozenColumnCount: 2)
    let isAsked = { (requirement: ScreeningPolicy.Requirement) in
      rule == nil || requirement.name == rule
    }
    for finding in screening.findings
    where isAsked(finding.requirement) && (!onlyRefused || finding.result.keepsOut) {
      table.append(
        row(of: finding), style: finding.result.keepsOut ? .attention : .normal)
    }
    for rule in screening.unapplied where isAsked(rule.requirement) && !onlyRefused {
      table.append(row(of: rule), style: .muted)
    }
    return table
  }

  private func row(of finding: ScreeningFinding) -> [Cell] {
    let requirement = finding.requirement
    return [
      .choice(finding.subject.kind, finding.subject.kindPhrase), .text(finding.subject.name),
      .identifier(finding.subject.itemID),
      screening.admits(finding.subject)
        ? .choice("enters", Phrase("enters", "納入"))
        : .choice("kept-out", Phrase("kept out", "不納入")),
      .choice(requirement.name, requirement.namePhrase),
      .choice(finding.result.rawValue, finding.result.phrase),
      .choice(requirement.stage.rawValue, requirement.stage.phrase), .phrase(finding.reason),
      .text(requirement.rule.citation.text),
      .choice(requirement.rule.basis.rawValue, requirement.rule.basis.phrase),
      .source(finding.record),
    ]
  }

  private func row(of rule: UnappliedRule) -> [Cell] {
    let requirement = rule.requirement
    return [
      .choice("rule", Phrase("rule", "規則")),
      .choice(requirement.name, requirement.namePhrase), .empty,
      .choice("enters", Phrase("enters", "納入")),
      .choice(requirement.name, requirement.namePhrase),
      .choice("not-applied", Phrase("not applied", "不適用")),
      .choice(requirement.stage.rawValue, requirement.stage.phrase), .phrase(rule.reason),
      .text(requirement.rule.citation.text),
      .choice(requirement.rule.basis.rawValue, requirement.rule.basis.phrase), .empty,
    ]
  }

  /// What a reader should know beside the rows.
  public var notes: [Phrase] {
    var notes: [Phrase] = []
    if dates.cycle == nil {
      notes.append(
        Phrase(
          "the case number has no cycle of the framework: the pricing date stands for the"
            + " solicitation (assumed)",
          "案號非共同供應契約之標次，以訂價日代替公開徵求日（假設）"))
    }
    let kinds: [(Phrase, (ScreeningSubject) -> Bool)] = [
      (Phrase("vendors", "廠商"), { if case .vendor = $0 { true } else { false } }),
      (Phrase("products", "產品"), { if case .product = $0 { true } else { false } }),
      (Phrase("items", "品項"), { if case .item = $0 { true } else { false } }),
    ]
    for (name, isOfKind) in kinds {
      let all = subjects.filter(isOfKind)
      guard !all.isEmpty else { continue }
      let entering = all.count { screening.admits($0) }
      notes.append(
        Phrase(
          "\(name.english) that enter: \(entering) of \(all.count)",
          "納入之\(name.traditionalChinese)：\(entering)／\(all.count)"))
    }
    return notes
  }
}

extension ScreeningSubject {
  /// What kind of thing the subject is, in words.
  var kindPhrase: Phrase {
    switch self {
    case .vendor: Phrase("vendor", "廠商")
    case .product: Phrase("product", "產品")
    case .item: Phrase("item", "品項")
    }
  }
}
