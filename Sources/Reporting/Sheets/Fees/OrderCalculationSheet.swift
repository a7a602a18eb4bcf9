import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of the steps between each order and its fee, as formulas.
enum OrderCalculationSheet {
  static let key = "order_calc"
  /// The key of the table; its rows lie beside those of the orders.
  static let tableKey = "order_calculation"

  static func sheet(of fees: FeeWorking) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Fees working", "服務費計算"),
      title: Phrase("From each order to its fee, step by step", "各訂單至作業服務費之計算"),
      summary: Phrase(
        "Tier, exact fee, rounding, cap, accrual and groups of each order, as formulas",
        "各訂單級距、精確費用、進位、上限、計列與分組之公式"), tab: .calculation, isProtected: true,
      blocks: fees.liveness.notes + fees.stage.noteBlocks + [
        .note(note), .table(table(of: fees)),
      ])
  }

  private static let note = ReportNote(
    Phrase(
      "Each row is the order of the same row of the sheet of orders. All is formulas but the names,"
        + " the numbers of the rows and the day of the statement. An order that no tier covers has"
        + " words in place of a fee, never 0.",
      "每列對應訂單資料之同列。除編號、序號及繳納單日外均為公式。無適用級距之訂單以文字標示，不以 0 計。"))

  private static func table(of fees: FeeWorking) -> ReportTable {
    var table = ReportTable(
      tableKey,
      live: nameColumns + feeColumns(of: fees.stage.policy) + balanceColumns + groupColumns
        + statementColumns,
      rows: fees.orders, isLive: fees.isLive, rowKey: { $0.order.id.text })
    table.frozenColumnCount = 2
    table.emptyNotice = Phrase("no orders", "無訂單")
    return table
  }

  /// The order's own cell of the input.
  static func order(_ column: String) -> String {
    CellRange.beside(OrderInputSheet.tableKey, column)
  }

  private static func tier(_ column: String) -> String {
    CellRange.column(FeeInputSheet.tierKey, column)
  }

  private static var nameColumns: [LiveColumn<OrderWorking>] {
    [
      .init(.integer("number", Phrase("number", "序號"), width: .characters(9))) {
        .count($0.number)
      },
      .init(.identifier("order_id", Phrase("order", "訂單編號"))) { .identifier($0.order.id) },
    ]
  }

  /// Amount, tier and the fee as the tiers give it, whatever becomes of the order.
  private static func feeColumns(of policy: FeePolicy) -> [LiveColumn<OrderWorking>] {
    let mode = PolicyKey.feeMode.reference
    let measure = PolicyKey.feeTierBy.reference
    let rounding = PolicyKey.feeRounding.reference
    let noTier = FeeWords.errors.word("no-tier")
    let exact = FormulaConstants.steady("{exact}")
    let marginal =
      "SUMPRODUCT(({measure}>\(tier("lower_bound")))*({measure}-\(tier("lower_bound")))"
      + "*\(tier("step")))*IF(\(measure)=\"quantity\",\(order("unit_price")),1)"
    return [
      .init(
        .money("amount", Phrase("amount", "訂單金額")),
        "=\(FormulaConstants.steady(order("quantity") + "*" + order("unit_price")))"
      ) { .money($0.order.amount) },
      .init(
        .decimal("measure", Phrase("what the tier follows", "級距依據"), fractionDigitLimit: 2),
        "=IF(\(measure)=\"quantity\",\(order("quantity")),{amount})"
      ) { $0.measure(policy.tierBy) },
      .init(
        .integer("tier", Phrase("tier", "級"), width: .characters(9)),
        "=IF(AND(\(mode)=\"marginal\",MIN(\(tier("lower_bound")))>0),\(noTier),"
          + "IFERROR(MATCH({measure},\(tier("lower_bound")),1),\(noTier)))"
      ) { .count($0.row.fee.tierIndex + 1) },
      .init(
        .decimal("exact", Phrase("exact fee", "精確費用"), fractionDigitLimit: 4),
        "=IF(ISNUMBER({tier}),IF(\(mode)=\"slab\",{amount}*INDEX(\(tier("share")),{tier}),"
          + "\(marginal)),{tier})"
      ) { .decimal(try? $0.row.fee.exact / Rational(Money.minorUnitsPerUnit)) },
      .init(
        .money("rounded", Phrase("rounded", "進位後")),
        "=IF(ISNUMBER({exact}),IF(\(rounding)=\"half-up\",ROUND(\(exact),0),"
          + "IF(\(rounding)=\"floor\",ROUNDDOWN(\(exact),0),ROUNDUP(\(exact),0))),{exact})"
      ) { .money($0.row.fee.rounded) },
      .init(
        .money("charged", Phrase("fee of the order", "訂單服務費")),
        "=IF(ISNUMBER({rounded}),MIN({rounded},\(FeeCalculationSheet.cap)),{rounded})"
      ) { .money($0.row.fee.charged) },
      .init(
        .percentage("rate", Phrase("rate", "費率"), fractionDigitLimit: 4),
        "=IF(ISNUMBER({tier}),IF(OR(\(mode)=\"slab\",{amount}=0),"
          + "INDEX(\(tier("rate")),{tier}),{charged}/{amount}),{tier})"
      ) { .rate($0.row.effectiveRate) },
    ]
  }

  /// What accrued, was reversed and collected, and what is left.
  private static var balanceColumns: [LiveColumn<OrderWorking>] {
    let status = order("status")
    let payments = { (column: String) in CellRange.column(FeeInputSheet.paymentKey, column) }
    let rest = "{accrued}-{collected}-{outstanding}-{reversed}"
    let orderRows = CellRange.column(FeeCalculationSheet.paymentKey, "order_row")
    return [
      .init(
        .money("accrued", Phrase("accrued", "計列")),
        "=IF(\(status)=\"return-pending\",0,{charged})"
      ) { .money($0.balance.accrued) },
      .init(
        .money("reversed", Phrase("reversed", "沖回")), "=IF(\(status)=\"cancelled\",{charged},0)"
      ) { .money($0.balance.reversed) },
      .init(
        .money("collected", Phrase("collected", "已收")),
        "=SUMIFS(\(payments("amount")),\(orderRows),{number})"
      ) { .money($0.balance.collected) },
      .init(
        .money("outstanding", Phrase("outstanding", "未收")),
        "=IF(ISNUMBER({charged}),IF(\(status)=\"active\",{charged},0)-{collected},{charged})"
      ) { .money($0.balance.outstanding) },
      .init(
        .integer(
          "breach", Phrase("accrued ≠ the rest (1: yes)", "計列與其餘不合（1：是）"), width: .characters(9)),
        "=IF(ISNUMBER({charged}),IF(\(FormulaConstants.steady(rest))=0,0,1),0)"
      ) { $0.balance.identityHolds ? .count(0) : .count(1) },
      .init(
        .date("reversed_on", Phrase("reversed on", "沖回日")),
        "=IF(AND(\(status)=\"cancelled\",ISNUMBER(\(order("ruled_on")))),\(order("ruled_on")),\"\")"
      ) { .day($0.row.reversedOn) },
    ]
  }
}

extension OrderWorking {
  /// What the tier of the order follows.
  fileprivate func measure(_ measure: TierMeasure) -> Cell {
    switch measure {
    case .amount: .decimal(try? order.amount.exact / Rational(Money.minorUnitsPerUnit))
    case .quantity: .decimal(Rational(order.quantity))
    }
  }
}
