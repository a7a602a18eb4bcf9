import CallOff
public import Pipeline
import Policy
import Pricing
public import Quantities
import Tendering

/// The figures that a committee asks for first.
public struct RunSummary: Sendable {
  /// One figure.
  struct Figure: Sendable {
    /// Its name in files.
    let key: String
    /// Its name in words.
    let label: Phrase
    /// Its value.
    let cell: Cell
  }

  let figures: [Figure]

  /// Takes the figures from a run.
  ///
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  public init(of run: CaseRun) throws(ArithmeticOverflow) {
    figures =
      try RunSummary.screeningFigures(run) + RunSummary.reserveFigures(run)
      + RunSummary.awardFigures(run)
      + RunSummary.feeFigures(run)
  }

  /// The table of `awardsim run`: one row a figure.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "summary", title: Phrase("Summary", "摘要"),
      columns: [
        .identifier("figure", Phrase("figure", "項目代碼")),
        .text("description", Phrase("description", "說明")), .text("value", Phrase("value", "值")),
      ])
    for figure in figures {
      table.append([.text(figure.key), .phrase(figure.label), figure.cell])
    }
    return table
  }

  private static func screeningFigures(_ run: CaseRun) -> [Figure] {
    guard let stage = run.screening else { return [] }
    let admitted = { (isOfKind: (ScreeningSubject) -> Bool) in
      stage.subjects.count { isOfKind($0) && stage.screening.admits($0) }
    }
    let bids = stage.bids(run.input.bids ?? [])
    return [
      Figure(
        key: "admitted_vendors", label: Phrase("vendors that enter", "納入廠商家數"),
        cell: .count(admitted { if case .vendor = $0 { true } else { false } })),
      Figure(
        key: "admitted_products", label: Phrase("products that enter", "納入產品數"),
        cell: .count(admitted { if case .product = $0 { true } else { false } })),
      Figure(
        key: "admitted_items", label: Phrase("items that enter", "納入品項數"),
        cell: .count(admitted { if case .item = $0 { true } else { false } })),
      Figure(
        key: "screened_out_bids", label: Phrase("bids refused by screening", "審查不合格之投標件數"),
        cell: .count(bids.count { $0.refusal != nil })),
    ]
  }

  private static func reserveFigures(_ run: CaseRun) throws(ArithmeticOverflow) -> [Figure] {
    guard let reserve = run.reserve else { return [] }
    let items = reserve.items
    let counts = { (count: (EvidenceCounts) -> Int) in
      items.reduce(0) { $0 + count($1.counts) }
    }
    return [
      Figure(key: "items", label: Phrase("items", "品項數"), cell: .count(items.count)),
      Figure(
        key: "items_with_reserve", label: Phrase("items with a reserve price", "已訂底價品項數"),
        cell: .count(items.count { $0.reservePrice != nil })),
      Figure(
        key: "overridden", label: Phrase("of them decided by the committee", "其中由委員會決定者"),
        cell: .count(items.count { $0.override != nil })),
      Figure(
        key: "evidence_rows", label: Phrase("rows of evidence", "價格資料筆數"),
        cell: .count(counts(\.rows))),
      Figure(
        key: "effective_rows", label: Phrase("of them effective", "其中有效筆數"),
        cell: .count(counts(\.effective))),
      Figure(
        key: "warnings", label: Phrase("items with a warning", "有警示之品項數"),
        cell: .count(items.count { !$0.warnings.isEmpty })),
      Figure(
        key: "reserve_sum", label: Phrase("sum of reserve prices, one unit each", "底價（單價）合計"),
        cell: .money(try reserve.reserveSum())),
    ]
  }

  private static func awardFigures(_ run: CaseRun) throws(ArithmeticOverflow) -> [Figure] {
    guard let tender = run.tender else { return [] }
    let awards = tender.awards
    var reserves = Rational.zero
    for award in awards {
      guard let reserve = award.reservePrice else { continue }
      reserves = try reserves + reserve.exact * Rational(Int64(award.awardedCount))
    }
    let sum = try tender.awardedSum()
    let ratio = reserves > .zero ? try sum.exact / reserves : nil
    return [
      Figure(
        key: "bids", label: Phrase("bids", "投標件數"), cell: .integer(tender.count(\.submittedCount))),
      Figure(
        key: "valid_bids", label: Phrase("valid bids", "有效標件數"),
        cell: .integer(tender.count(\.validCount))),
      Figure(
        key: "awarded_bids", label: Phrase("awarded bids", "決標件數"),
        cell: .integer(tender.count(\.awardedCount))),
      Figure(
        key: "awarded_vendors", label: Phrase("vendors with an award", "得標廠商家數"),
        cell: .count(Set(awards.flatMap { $0.awarded.map(\.bid.vendorID) }).count)),
      Figure(
        key: "pending_bids", label: Phrase("bids in undecided ties", "同價待決件數"),
        cell: .integer(tender.count(\.pendingCount))),
      Figure(
        key: "failed_items", label: Phrase("items without an award", "未決標品項數"),
        cell: .count(awards.count { if case .failed = $0.outcome { true } else { false } })),
      Figure(
        key: "low_price_flags", label: Phrase("bids with a low price to review", "標價偏低應檢視件數"),
        cell: .count(
          awards.reduce(0) { $0 + $1.bids.count { bid in bid.lowPriceReview != nil } })),
      Figure(
        key: "awarded_sum", label: Phrase("sum of contract prices, one unit each", "契約價（單價）合計"),
        cell: .money(sum)),
      Figure(
        key: "award_to_reserve", label: Phrase("awarded prices to their reserves", "契約價占底價比例"),
        cell: .percentage(ratio)),
    ]
  }

  private static func feeFigures(_ run: CaseRun) throws(ArithmeticOverflow) -> [Figure] {
    guard let ledger = run.callOff?.ledger else { return [] }
    let totals = try ledger.totals()
    return [
      Figure(key: "orders", label: Phrase("orders", "訂單數"), cell: .count(totals.orderCount)),
      Figure(
        key: "order_value", label: Phrase("value of all orders", "訂單總金額"),
        cell: .money(try totals.orderValue())),
      Figure(
        key: "cancelled_orders", label: Phrase("cancelled orders", "已取消訂單數"),
        cell: .count(totals.cancelled.count)),
      Figure(
        key: "return_pending_orders", label: Phrase("orders with a return pending", "退件待裁定訂單數"),
        cell: .count(totals.returnPending.count)),
      Figure(
        key: "fee_accrued", label: Phrase("service fees accrued", "作業服務費計列"),
        cell: .money(totals.balance.accrued)),
      Figure(
        key: "fee_reversed", label: Phrase("service fees reversed", "作業服務費沖回"),
        cell: .money(totals.balance.reversed)),
      Figure(
        key: "fee_net", label: Phrase("service fees, net", "作業服務費淨額"), cell: .money(totals.net)),
      Figure(
        key: "fee_collected", label: Phrase("service fees collected", "作業服務費已收"),
        cell: .money(totals.balance.collected)),
      Figure(
        key: "fee_outstanding", label: Phrase("service fees outstanding", "作業服務費未收"),
        cell: .money(totals.balance.outstanding)),
    ] + orderFigures(run)
  }

  /// How many orders the rules of orders flag; nothing where none is.
  private static func orderFigures(_ run: CaseRun) -> [Figure] {
    guard let count = run.orderReview?.flaggedOrderCount, count > 0 else { return [] }
    return [
      Figure(
        key: "flagged_orders", label: Phrase("orders with a flag", "有註記之訂單數"),
        cell: .count(count))
    ]
  }
}
