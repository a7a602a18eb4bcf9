public import CallOff
public import Policy
import Quantities

extension OrderReview {
  /// The table of `awardsim orders`: one row an order and rule, then one a rule that was not applied.
  ///
  /// - Parameters:
  ///   - onlyFlagged: Whether rows that flag nothing are left away.
  ///   - rule: The one rule whose rows are kept; all of them if not given.
  /// - Returns: The rows, in the order of the orders.
  public func resultTable(onlyFlagged: Bool = false, rule: String? = nil) -> ReportTable {
    var table = ReportTable(
      "order_review", title: Phrase("Orders by rule", "訂單檢核"),
      columns: [
        .identifier("order_id", Phrase("order", "訂單編號")),
        .identifier("item_id", Phrase("item", "品項編號")),
        .identifier("vendor_id", Phrase("vendor", "廠商")),
        .identifier("agency_id", Phrase("agency", "訂購機關")),
        .date("ordered_on", Phrase("ordered on", "訂購日")),
        .money("amount", Phrase("amount", "訂單金額")), .choice("rule", Phrase("rule", "規則")),
        .choice("result", Phrase("result", "結果")),
        .text("reason", Phrase("reason", "理由"), width: .characters(50)),
        .text("citation", Phrase("citation", "依據"), width: .characters(40)),
        .choice("basis", Phrase("basis", "依據性質")), .identifier("record", Phrase("record", "資料列")),
      ])
    let isAsked = { (requirement: RuleRequirement) in rule == nil || requirement.name == rule }
    for order in orders {
      for finding in onlyFlagged ? flags(of: order.id) : findings(of: order)
      where isAsked(finding.requirement) {
        table.append(
          OrderReview.row(of: finding, order),
          style: finding.result.isFlag ? .attention : .normal)
      }
    }
    for tally in tallies where isAsked(tally.requirement) && !onlyFlagged {
      guard let reason = tally.reason else { continue }
      table.append(OrderReview.row(of: tally.requirement, reason), style: .muted)
    }
    return table
  }

  private static func row(of finding: OrderFinding, _ order: Order) -> [Cell] {
    let requirement = finding.requirement
    return [
      .identifier(order.id), .identifier(order.itemID), .identifier(order.vendorID),
      .identifier(order.agencyID), .day(order.orderedOn), .money(order.amount),
      .choice(requirement.name, requirement.namePhrase),
      .choice(finding.result.rawValue, finding.result.phrase), .phrase(finding.reason),
      .text(requirement.rule.citation.text),
      .choice(requirement.rule.basis.rawValue, requirement.rule.basis.phrase),
      .source(finding.record),
    ]
  }

  private static func row(of requirement: RuleRequirement, _ reason: Phrase) -> [Cell] {
    [
      .empty, .empty, .empty, .empty, .empty, .empty,
      .choice(requirement.name, requirement.namePhrase),
      .choice("not-applied", Phrase("not applied", "不適用")), .phrase(reason),
      .text(requirement.rule.citation.text),
      .choice(requirement.rule.basis.rawValue, requirement.rule.basis.phrase), .empty,
    ]
  }

  /// What a reader of the fees should know: how many orders are flagged, and which rules were not
  /// applied.
  public var notes: [Phrase] {
    var notes: [Phrase] = []
    let count = flaggedOrderCount
    if count > 0 {
      let rules = tallies.filter { $0.flaggedCount + $0.missingCount > 0 }.map { tally in
        let number = tally.flaggedCount + tally.missingCount
        return Phrase(
          "\(tally.requirement.name) \(number)",
          "\(tally.requirement.title.traditionalChinese) \(number)")
      }
      notes.append(
        Phrase(
          "orders with a flag: \(count) of \(orders.count), whose fees accrue all the same ("
            + rules.map(\.english).joined(separator: ", ") + ")",
          "有註記之訂單：\(count)／\(orders.count)，作業服務費仍予計列（"
            + rules.map(\.traditionalChinese).joined(separator: "、") + "）"))
    }
    let unapplied = tallies.filter { !$0.isApplied }
    if tallies.isEmpty, !orders.isEmpty {
      notes.append(
        Phrase(
          "the policy says nothing of orders: no rule was applied to them", "政策未定訂單規則，均不適用"))
    } else if !unapplied.isEmpty {
      let names = unapplied.map { tally in
        let lacking =
          tally.missingInput.map { Phrase("no \($0)", "無 \($0)") }
          ?? RequirementStage.notAsked.phrase
        return Phrase(
          "\(tally.requirement.name) (\(lacking.english))",
          "\(tally.requirement.title.traditionalChinese)（\(lacking.traditionalChinese)）")
      }
      notes.append(
        Phrase(
          "rules of orders that were not applied: "
            + names.map(\.english).joined(separator: ", "),
          "不適用之訂單規則：" + names.map(\.traditionalChinese).joined(separator: "、")))
    }
    return notes
  }

  /// The names of the rules that flag an order; an empty cell where none does.
  func flagCell(of order: OrderID) -> Cell {
    let flags = flags(of: order).map(\.requirement)
    guard !flags.isEmpty else { return .empty }
    let words = Phrase(joining: flags.map(\.namePhrase))
    return .choice(flags.map(\.name).joined(separator: "; "), words)
  }
}
