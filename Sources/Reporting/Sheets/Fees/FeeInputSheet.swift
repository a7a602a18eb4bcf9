import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of the fee tiers and the payments as they came in.
enum FeeInputSheet {
  static let key = "fee_input"
  /// The key of the table of tiers; rows are named by their numbers.
  static let tierKey = "fee_tiers"
  /// The key of the table of payments.
  static let paymentKey = "payments"

  static func sheet(of fees: FeeWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Tiers and payments", "級距及收款"),
      title: Phrase("Fee tiers and payments", "作業服務費級距及收款"),
      summary: Phrase(
        "The tiers that fees follow, and what was collected; blue cells may be changed",
        "作業服務費級距與收款紀錄；藍底儲存格可變更"), tab: .input, isProtected: true,
      blocks: fees.liveness.notes + fees.stage.noteBlocks + [
        .heading(Phrase("Fee tiers", "作業服務費級距")), .table(tierTable(of: fees)),
        .heading(Phrase("Payments", "收款")), .table(paymentTable(of: fees)),
      ])
  }

  /// One tier with what it charges.
  private struct Tier {
    let index: Int
    let tier: FeeTier
    let share: Rational
    let step: Rational?
    let isAbovePrinciple: Bool
  }

  /// The tiers that the fees follow, under the name of their file.
  private static func tierTable(of fees: FeeWorking) -> ReportTable {
    let rule = fees.stage.ledger.rule
    let tiers = rule.table.tiers.indices.map { index in
      let share = rule.chargedShares[index]
      let before = index == 0 ? .zero : rule.chargedShares[index - 1]
      return Tier(
        index: index, tier: rule.table.tiers[index], share: share, step: try? share - before,
        isAbovePrinciple: rule.tiersAbovePrinciple.contains(index))
    }
    var table = ReportTable(
      tierKey, live: tierColumns, rows: tiers, isLive: fees.isLive,
      rowKey: { "\($0.index + 1)" })
    table.title = Phrase(verbatim: rule.table.name)
    return table
  }

  private static var tierColumns: [LiveColumn<Tier>] {
    let before = { (column: String) in "INDEX(\(CellRange.column(tierKey, column)),{tier}-1)" }
    return [
      .init(.integer("tier", Phrase("tier", "級"))) { .count($0.index + 1) },
      .init(
        LiveColumn<Tier>.bound.input()
      ) { .decimal(try? Rational(Int128($0.tier.lowerBoundHundredths), over: 100)) },
      .init(.percentage("rate", Phrase("rate", "費率"), fractionDigitLimit: 4).input()) {
        .rate($0.tier.rate)
      },
      .init(
        .percentage(
          "share", Phrase("part charged", "計收比例"), fractionDigitLimit: 4, width: .characters(14)),
        "=IF(\(PolicyKey.feeBase.reference)=\"net-of\",{rate}/(1+{rate}),{rate})"
      ) { .percentage($0.share) },
      .init(
        .percentage(
          "step", Phrase("more than the tier before", "較前一級增減"), fractionDigitLimit: 4,
          width: .characters(14)),
        "={share}-IF({tier}=1,0,\(before("share")))"
      ) { .percentage($0.step) },
      .init(
        .integer(
          "disorder", Phrase("not above the tier before (1: yes)", "下限未高於前一級（1：是）"),
          width: .characters(16)),
        "=IF({tier}=1,0,IF({lower_bound}>\(before("lower_bound")),0,1))"
      ) { _ in .count(0) },
      .init(
        .text("note", Phrase("note as written by awardsim", "說明（產製時）"), width: .characters(30))
      ) { .phrase($0.isAbovePrinciple ? abovePrinciple : nil) },
    ]
  }

  private static let abovePrinciple = Phrase(
    "above the principle of 1 % (Regulations for Inter-entity Supply Contracts, Art. 14)",
    "逾訂購金額 1% 之原則（共同供應契約實施辦法第14條）")

  private static func paymentTable(of fees: FeeWorking) -> ReportTable {
    let columns: [LiveColumn<PaymentWorking>] = [
      .init(.identifier("order_id", Phrase("order", "訂單編號"))) {
        .identifier($0.payment.orderID)
      },
      .init(.date("collected_on", Phrase("collected on", "收款日"))) {
        .day($0.payment.collectedOn)
      },
      .init(.money("amount", Phrase("amount", "金額")).input()) { .money($0.payment.amount) },
      .init(.identifier("source", Phrase("source row", "來源列"))) {
        .source($0.payment.position)
      },
    ]
    var table = ReportTable(
      paymentKey, live: columns, rows: fees.payments, isLive: fees.isLive)
    table.emptyNotice = Phrase("no records of payments", "無收款紀錄")
    return table
  }
}

extension LiveColumn {
  /// The lower bound of a tier: of an amount, or of a quantity.
  fileprivate static var bound: ReportTable.Column {
    ReportTable.Column(
      "lower_bound",
      Phrase("from (NT$, or units by fee.tier_by)", "下限（含；元，或依 fee.tier_by 之數量）"),
      .decimal(fractionDigitLimit: 2), width: .characters(20))
  }
}
