import CallOff
import Policy
import Quantities

/// The sheet of the rules of orders: how each came out, then every flag with its rule and row.
enum OrderRuleSheet {
  static let key = "order_rules"
  private static let rulesKey = "order_rule_tallies"
  private static let flagsKey = "order_flags"

  static func sheet(of review: OrderReview) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Order flags", "訂單註記"), title: Phrase("Flags of orders", "訂單註記"),
      summary: Phrase(
        "Which orders a rule flags, and why; their fees accrue all the same",
        "各規則註記之訂單及其理由；作業服務費仍予計列"), tab: .warning,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "A flag decides nothing: the fee of a flagged order accrues all the same. Flagged:"
                + " \(review.flaggedOrderCount) of \(review.orders.count) orders.",
              "註記不影響計費，有註記之訂單仍計列作業服務費。有註記者：\(review.flaggedOrderCount)"
                + "／\(review.orders.count) 筆訂單。"))),
        .heading(Phrase("Rules", "規則")), .table(rules(of: review)),
        .heading(Phrase("Flags", "註記")), .table(flags(of: review)),
      ])
  }

  private static func rules(of review: OrderReview) -> ReportTable {
    var table = ReportTable(
      rulesKey,
      columns: [
        .text("rule", Phrase("rule", "規則"), width: .characters(26)),
        .choice("stage", Phrase("stage", "適用階段"), width: .characters(11)),
        .integer("met", Phrase("met", "符合")), .integer("flagged", Phrase("flagged", "不符")),
        .integer("missing", Phrase("missing evidence", "缺佐證")),
        .integer("pending", Phrase("pending", "處理中")),
        .integer("unjudged", Phrase("not concerned", "不涉及")),
        .text("citation", Phrase("citation", "依據"), width: .characters(48)),
        .choice("basis", Phrase("basis", "依據性質")),
      ])
    for tally in review.tallies {
      let requirement = tally.requirement
      let counts: [Cell] = [
        .count(tally.metCount), .count(tally.flaggedCount), .count(tally.missingCount),
        .count(tally.pendingCount), .count(tally.unjudgedCount),
      ]
      let stage: Cell =
        tally.isApplied
        ? .choice(requirement.stage.rawValue, requirement.stage.phrase)
        : .choice("not-applied", Phrase("not applied", "不適用"))
      table.append(
        [.phrase(requirement.title), stage] + counts + [
          .phrase(tally.reason ?? Phrase(verbatim: requirement.rule.citation.text)),
          .choice(requirement.rule.basis.rawValue, requirement.rule.basis.phrase),
        ], key: requirement.name, style: tally.isApplied ? .normal : .muted)
    }
    return table
  }

  private static func flags(of review: OrderReview) -> ReportTable {
    var table = ReportTable(
      flagsKey,
      columns: [
        .text("rule", Phrase("rule", "規則")), .choice("result", Phrase("result", "結果")),
        .identifier("order_id", Phrase("order", "訂單編號")),
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("vendor_id", Phrase("vendor", "廠商"), width: .characters(20)),
        .text("agency_id", Phrase("agency", "訂購機關"), width: .characters(20)),
        .date("ordered_on", Phrase("ordered on", "訂購日")),
        .text("reason", Phrase("reason", "理由")),
        .identifier("record", Phrase("source row", "來源列")),
      ], emptyNotice: Phrase("no order is flagged", "無訂單有註記"))
    for order in review.orders {
      for finding in review.flags(of: order.id) {
        table.append(
          [
            .phrase(finding.requirement.title),
            // The short cell is the link, since a linked text is not wrapped.
            Cell.choice(finding.result.rawValue, finding.result.phrase).linked(
              to: .row(table: rulesKey, key: finding.requirement.name)),
            .identifier(order.id),
            .identifier(order.itemID), .identifier(order.vendorID), .identifier(order.agencyID),
            .day(order.orderedOn), .phrase(finding.reason), .source(finding.record),
          ], style: finding.result == .flagged ? .attention : .normal)
      }
    }
    return table
  }
}
