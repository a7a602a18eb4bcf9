import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of call-off orders: every order with its fee and what became of it.
enum OrderSheet {
  static let key = "orders"
  /// The key of the table of orders.
  static let tableKey = "call_off_orders"

  /// A reference to a whole column of the table.
  static func column(_ key: String) -> String { Formula.reference(CellRange(tableKey, key)) }

  static func sheet(
    of stage: CallOffStage, _ review: OrderReview?
  ) throws(ArithmeticOverflow) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Orders and fees", "訂單及服務費"),
      title: Phrase("Call-off orders and service fees", "訂單及作業服務費"),
      summary: Phrase(
        "Every order with its tier, rate, fee, status and dates",
        "各訂單之級距、費率、作業服務費、狀態與日期"), tab: .result,
      blocks: stage.noteBlocks + [
        .heading(Phrase("Fee tiers", "作業服務費級距")), .table(tierTable(of: stage)),
        .heading(Phrase("Orders", "訂單")), .table(try table(of: stage, review)),
      ])
  }

  /// The tiers that the fees follow, under the name of their file.
  static func tierTable(of stage: CallOffStage) -> ReportTable {
    let rule = stage.ledger.rule
    var table = ReportTable(
      "fee_tiers", title: Phrase(verbatim: rule.table.name),
      columns: [
        .integer("tier", Phrase("tier", "級")),
        .money("lower_bound", stage.policy.tierBy.boundHeading),
        .percentage("rate", Phrase("rate", "費率"), fractionDigitLimit: 4),
        .text("note", Phrase("note", "說明"), width: .characters(44)),
      ])
    for (index, tier) in rule.table.tiers.enumerated() {
      let isAbove = rule.tiersAbovePrinciple.contains(index)
      table.append([
        .count(index + 1), .money(Money(minorUnits: tier.lowerBoundHundredths)), .rate(tier.rate),
        .phrase(
          isAbove
            ? Phrase(
              "above the principle of 1 % (Regulations for Inter-entity Supply Contracts, Art. 14)",
              "逾訂購金額 1% 之原則（共同供應契約實施辦法第14條）") : nil),
      ])
    }
    return table
  }

  private static func table(
    of stage: CallOffStage, _ review: OrderReview?
  ) throws(ArithmeticOverflow) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .identifier("order_id", Phrase("order", "訂單編號")),
        .identifier("case_no", Phrase("case", "案號")),
        .identifier("item_id", Phrase("item", "品項編號")),
        .identifier("vendor_id", Phrase("vendor", "廠商")),
        .identifier("agency_id", Phrase("agency", "訂購機關")),
        .date("ordered_on", Phrase("ordered on", "訂購日")),
        .integer("quantity", Phrase("quantity", "數量")),
        .money("unit_price", Phrase("unit price", "單價")),
        .money("amount", Phrase("amount", "訂單金額")),
        .integer("tier", Phrase("tier", "級")),
        .percentage("rate", Phrase("rate", "費率"), fractionDigitLimit: 4),
        .money("charged", Phrase("fee of the order", "訂單服務費")),
        .choice("status", Phrase("status", "狀態")),
        .money("accrued", Phrase("accrued", "計列")),
        .money("reversed", Phrase("reversed", "沖回")),
        .money("collected", Phrase("collected", "已收")),
        .money("outstanding", Phrase("outstanding", "未收")),
        .date("reversed_on", Phrase("reversed on", "沖回日")),
        .date("due_on", Phrase("due on", "應繳日")),
        .text("flags", Phrase("to know", "註記"), width: .characters(30)),
        .identifier("source", Phrase("source row", "來源列")),
      ])
    for row in stage.ledger.assessments {
      let flags = review?.flags(of: row.order.id) ?? []
      append(row, stage, flags, to: &table)
    }
    let totals = try stage.ledger.totals()
    table.appendTotal(
      Phrase("total", "合計"),
      sums: [
        "amount": .money(try totals.orderValue()), "accrued": .money(totals.balance.accrued),
        "reversed": .money(totals.balance.reversed),
        "collected": .money(totals.balance.collected),
        "outstanding": .money(totals.balance.outstanding),
      ], key: "total")
    return table
  }

  private static func append(
    _ row: FeeAssessment, _ stage: CallOffStage, _ flags: [OrderFinding],
    to table: inout ReportTable
  ) {
    let order = row.order
    let balance = try? row.balance()
    let remarks = row.flags.map(\.phrase) + flags.map(\.reason)
    let style: ReportTable.RowStyle =
      switch row.standing {
      case .accrued: flags.isEmpty ? .normal : .attention
      case .pending: .attention
      case .reversed: .muted
      }
    table.append(
      [
        .identifier(order.id), .text(row.contract.caseNumber), .identifier(order.itemID),
        .identifier(order.vendorID), .identifier(order.agencyID), .day(order.orderedOn),
        .integer(order.quantity), .money(order.unitPrice),
        Cell.money(order.amount).computed(by: Formula("={quantity}*{unit_price}")),
        .count(row.fee.tierIndex + 1), .rate(row.effectiveRate), charged(row, stage),
        .choice(row.statusText, row.standing.name), .money(balance?.accrued),
        .money(balance?.reversed),
        .money(balance?.collected),
        Cell.money(balance?.outstanding).computed(
          by: Formula("={accrued}-{reversed}-{collected}")), .day(row.reversedOn),
        .day(row.dueOn),
        .phrase(remarks.isEmpty ? nil : Phrase(joining: remarks)),
        .source(order.position),
      ], style: style)
  }

  /// The fee with a formula where one rate covers the whole order; marginal fees are the engine's.
  private static func charged(_ row: FeeAssessment, _ stage: CallOffStage) -> Cell {
    let cell = Cell.money(row.fee.charged)
    guard stage.policy.mode == .slab, !row.fee.isCapped else { return cell }
    let exact =
      switch stage.policy.base {
      case .gross: "{amount}*{rate}"
      case .netOf: "{amount}-{amount}/(1+{rate})"
      }
    // Rounded to a millionth first: a product such as 0.011 × 500 is not exactly 5.5 in binary.
    let steady = "ROUND(\(exact),6)"
    switch stage.policy.rounding {
    case .halfUp: return cell.computed(by: Formula("=ROUND(\(steady),0)"))
    case .floor: return cell.computed(by: Formula("=ROUNDDOWN(\(steady),0)"))
    case .ceiling: return cell.computed(by: Formula("=ROUNDUP(\(steady),0)"))
    }
  }
}

extension CallOffStage {
  /// The notes that stand on every sheet that shows a fee, demonstration tiers first.
  var noteBlocks: [ReportSheet.Block] {
    ledger.notes.map { note in
      let rule = note.rule.map { " [\($0.basis.phrase.english)] \($0.citation.text)" } ?? ""
      let chinese = note.rule.map { "［\($0.basis.phrase.traditionalChinese)］\($0.citation.text)" }
      return .note(
        ReportNote(
          Phrase(note.phrase.english + rule, note.phrase.traditionalChinese + (chinese ?? "")),
          kind: note.kind))
    }
  }
}

extension FeeNote {
  fileprivate var kind: ReportNote.Kind {
    switch self {
    case .demonstrationTable, .orderingPeriodTooLong: .warning
    case .dueDateAssumed, .cancellationTimingAssumed: .assumption
    case .tiersAbovePrinciple, .flatTiers, .notch, .noCollectionRecords: .plain
    }
  }
}

extension TierMeasure {
  fileprivate var boundHeading: Phrase {
    switch self {
    case .amount: Phrase("order amount from", "訂單金額下限（含）")
    case .quantity: Phrase("order quantity from", "訂購數量下限（含）")
    }
  }
}
