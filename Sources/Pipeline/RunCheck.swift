import CallOff
public import Policy
import Pricing
public import Quantities
import Tendering

/// One thing that must hold in a run: two numbers that are arrived at apart and have to agree.
public struct RunCheck: Hashable, Sendable {
  /// The check's name, unique among those of a run.
  public let key: String
  /// What must hold.
  public let title: Phrase
  /// The number that is expected.
  public let expected: Int64
  /// The number that was found.
  public let found: Int64

  /// Whether the two agree.
  public var holds: Bool { expected == found }
}

extension CaseRun {
  /// Everything that must hold in the run.
  ///
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  public func checks() throws(ArithmeticOverflow) -> [RunCheck] {
    evidenceChecks + awardChecks + (try feeChecks())
  }

  private var evidenceChecks: [RunCheck] {
    guard let reserve, let evidence = input.evidence else { return [] }
    let rows = reserve.items.reduce(0) { $0 + $1.counts.rows }
    let usedOrNot = reserve.items.reduce(0) { $0 + $1.counts.used + $1.counts.excluded }
    return [
      RunCheck(
        key: "evidence_priced",
        title: Phrase(
          "every row of evidence belongs to a priced item", "每筆價格資料均屬某一計價品項"),
        expected: Int64(evidence.count), found: Int64(rows)),
      RunCheck(
        key: "evidence_used",
        title: Phrase(
          "every row of evidence is used or left out", "每筆價格資料非採計即未採計"),
        expected: Int64(rows), found: Int64(usedOrNot)),
      RunCheck(
        key: "reserve_rounded",
        title: Phrase(
          "computed reserve prices above the price before rounding", "底價計算值高於捨去前之值者"),
        expected: 0, found: Int64(reserve.items.count { $0.isRoundedUp })),
    ]
  }

  private var awardChecks: [RunCheck] {
    guard let tender, let bids = input.bids else { return [] }
    let awarded = tender.bidAwards.filter { $0.bid.contractPrice != nil }
    let overReserve = awarded.count { award, bid in
      (bid.contractPrice ?? .zero) > (award.reservePrice ?? .zero)
    }
    let offCutoff = tender.awards.count { award in
      award.tie == nil && award.awardedCount != award.cutoffCount
    }
    return [
      RunCheck(
        key: "bid_outcomes",
        title: Phrase("every bid has an outcome", "每一投標均有結果"),
        expected: Int64(bids.count), found: Int64(tender.bidAwards.count)),
      RunCheck(
        key: "winners",
        title: Phrase("winners by item = winners by bid", "各品項決標家數合計＝逐筆決標件數"),
        expected: tender.awards.reduce(0) { $0 + Int64($1.awardedCount) },
        found: Int64(awarded.count)),
      RunCheck(
        key: "awards_within_reserve",
        title: Phrase("awards above their reserve price", "契約價高於底價之件數"), expected: 0,
        found: Int64(overReserve)),
      RunCheck(
        key: "winners_are_k",
        title: Phrase(
          "items without a tie whose winners are not k", "無同價而決標家數不等於 k 之品項"),
        expected: 0, found: Int64(offCutoff)),
    ]
  }

  private func feeChecks() throws(ArithmeticOverflow) -> [RunCheck] {
    guard let callOff, let orders = input.orders else { return [] }
    let ledger = callOff.ledger
    let balance = try ledger.balance()
    let byOrder = try ledger.assessments.lazy.map(\.accruedFee).total()
    let breaches = try ledger.checkIdentity()
    return [
      RunCheck(
        key: "order_rows",
        title: Phrase("every order has a row", "每一訂單均有一列"), expected: Int64(orders.count),
        found: Int64(ledger.assessments.count)),
      RunCheck(
        key: "accrued_fees",
        title: Phrase(
          "fees accrued by order = fees accrued in the ledger (cents)",
          "逐筆計列費用合計＝帳上計列費用（分）"), expected: byOrder.minorUnits,
        found: balance.accrued.minorUnits),
      RunCheck(
        key: "reversed_fees",
        title: Phrase(
          "fees reversed by order = fees reversed by month (cents)",
          "逐筆沖回費用合計＝逐月沖回費用（分）"),
        expected: try ledger.assessments.lazy.map { row in
          row.reversedOn == nil ? .zero : row.fee.charged
        }.total().minorUnits,
        found: try ledger.movements(by: .month).map(\.reversed).total().minorUnits),
      RunCheck(
        key: "payments",
        title: Phrase(
          "payments = payments by month (cents)", "收款合計＝逐月收款（分）"),
        expected: try (input.collections ?? []).map(\.amount).total().minorUnits,
        found: try ledger.movements(by: .month).map(\.collected).total().minorUnits),
      RunCheck(
        key: "ledger_identity",
        title: Phrase(
          "orders and days where accrued ≠ collected + outstanding + reversed",
          "計列 ≠ 已收＋未收＋沖回 之訂單及日數"), expected: 0, found: Int64(breaches.count)),
      RunCheck(
        key: "orders_by_year",
        title: Phrase(
          "orders by fiscal year = all orders", "各會計年度訂單數合計＝全部訂單數"),
        expected: try ledger.totals(by: .fiscalYear).reduce(0) {
          $0 + Int64($1.totals.orderCount)
        }, found: Int64(ledger.assessments.count)),
      RunCheck(
        key: "orders_with_a_tier",
        title: Phrase("orders that no tier covers", "無適用級距之訂單"), expected: 0,
        found: Int64(orders.count - ledger.assessments.count)),
      RunCheck(
        key: "tiers_ascend",
        title: Phrase("tiers not above the one before", "下限未高於前一級之級距"), expected: 0,
        found: Int64(ledger.rule.table.disorderCount)),
    ]
  }
}

extension FeeTierTable {
  /// Tiers whose lower bound is not above that of the tier before.
  fileprivate var disorderCount: Int {
    zip(tiers, tiers.dropFirst()).count { $0.lowerBoundHundredths >= $1.lowerBoundHundredths }
  }
}

extension PricedItem {
  /// Whether the computed reserve price lies above the price that it was rounded from.
  fileprivate var isRoundedUp: Bool {
    guard case .price(let price, let reserve) = computed else { return false }
    return reserve.exact > price.minorUnits
  }
}
