import CallOff
import Pricing
import Quantities
import Tendering

// The columns of contracts.md's tables, as far as a synthetic case fills them, with their Chinese names.

extension SyntheticTable {
  private static let itemKey = ForeignKey(field: "item_id", table: .items)

  private static func item(isRequired: Bool = true) -> Field {
    Field("item_id", .string, "Item 品項編號", isRequired: isRequired)
  }

  private static func price(_ name: String = "unit_price", isRequired: Bool = true) -> Field {
    Field(name, .number, "NT$ 單價（新臺幣元）", isRequired: isRequired, minimum: "0.01")
  }

  /// The columns at the end of each evidence table; empty ones have the item's value.
  private static let terms = [
    Field(
      "tax_included", .string, "Whether the price includes tax 含稅", choices: ["yes", "no"]),
    Field("unit", .string, "Unit, where not the item's 單位", isRequired: false),
    Field(
      "term_months", .integer, "Term in months, where not the item's 期間（月）", isRequired: false,
      minimum: "1"),
    Field("quantity_tier", .string, "Quantity tier, where not the item's 數量級距", isRequired: false),
  ]

  private static let evidenceID = Field("evidence_id", .string, "Row of evidence 佐證編號")
  private static let awardDate = Field("award_date", .date, "Date of award 決標日期")
  private static let quantity = Field("quantity", .integer, "Quantity 數量", minimum: "1")
  private static let source = Field("source", .string, "Where the price stands 資料來源")

  static let items = SyntheticTable(
    title: "Items, priced and awarded one by one 品項",
    fields: [
      item(),
      Field("category", .string, "Service category 類別", choices: Category.allCases.map(\.rawValue)),
      Field("name", .string, "Product, fictitious 品名（虛構）"),
      Field("brand", .string, "Brand, fictitious 廠牌（虛構）"),
      Field("unit", .string, "What a unit price buys 單位"),
      Field("term_months", .integer, "Term in months 期間（月）", minimum: "1"),
      Field("quantity_tier", .string, "Quantity tier 數量級距"),
    ], primaryKey: ["item_id"])

  static let historicalAwards = SyntheticTable(
    title: "Award prices of earlier cases of the framework 共契以往決標價",
    fields: [
      evidenceID, item(), Field("case_no", .string, "Case 案號"),
      Field("vendor_id", .string, "Vendor, fictitious 廠商（虛構）"), awardDate, price(), quantity,
      source,
    ] + terms,
    primaryKey: ["evidence_id"], foreignKeys: [itemKey])

  static let agencyPrices = SyntheticTable(
    title: "Prices that agencies obtained 機關提供非共契決標價",
    fields: [
      evidenceID, item(), Field("agency_id", .string, "Agency, fictitious 機關（虛構）"), awardDate,
      price(), quantity, source,
      Field(
        "order_id", .string, "Order under the framework, if it is one 共契訂單編號", isRequired: false),
    ] + terms,
    primaryKey: ["evidence_id"], foreignKeys: [itemKey])

  static let marketQuotes = SyntheticTable(
    title: "Quotes of the market inquiry 市場詢價",
    fields: [
      evidenceID, item(),
      Field("channel", .string, "Channel 管道", choices: QuoteChannel.allCases.map(\.rawValue)),
      Field("quote_date", .date, "Date of quote 報價日期"), price(), source,
    ] + terms,
    primaryKey: ["evidence_id"], foreignKeys: [itemKey])

  static let priceIndex = SyntheticTable(
    title: "Price index, made up 價格指數（虛構）",
    fields: [
      Field("month", .string, "Month 月份"),
      Field("index", .number, "Index 指數", minimum: "0.1"),
    ], primaryKey: ["month"])

  static let reserveOverrides = SyntheticTable(
    title: "Reserve prices that the committee decided, made up 委員會核定底價（虛構）",
    fields: [
      item(), price("reserve_price"), Field("reason", .string, "Why 理由"),
      Field("decided_by", .string, "Who 核定者"), Field("decided_on", .date, "When 核定日期"),
    ], primaryKey: ["item_id"], foreignKeys: [itemKey])

  static let bids = SyntheticTable(
    title: "Bids 投標",
    fields: [
      item(), Field("vendor_id", .string, "Vendor, fictitious 廠商（虛構）"),
      price(isRequired: false),
      Field(
        "status", .string, "Whether the bid takes part 狀態",
        choices: [Bid.Status.valid, .disqualified].map(\.rawValue)),
      Field("submitted_at", .string, "When 投標時間"),
    ], primaryKey: ["item_id", "vendor_id"],
    foreignKeys: [itemKey, ForeignKey(field: "vendor_id", table: .vendors)])

  static let rebids = SyntheticTable(
    title: "Re-bids of vendors tied at the cutoff 比減價格",
    fields: [item(), Field("vendor_id", .string, "Vendor, fictitious 廠商（虛構）"), price()],
    primaryKey: ["item_id", "vendor_id"], foreignKeys: [itemKey])

  static let orders = SyntheticTable(
    title: "Call-off orders 訂單",
    fields: [
      Field("order_id", .string, "Order 訂單編號"), item(),
      Field("vendor_id", .string, "Contractor, fictitious 立約商（虛構）"),
      Field("agency_id", .string, "Ordering agency, fictitious 訂購機關（虛構）"),
      Field("ordered_on", .date, "Date of order 訂購日期"), quantity, price(),
      Field("status", .string, "Status 狀態", choices: ["active", "return-pending", "cancelled"]),
      Field("case_no", .string, "Case, where not this one 案號", isRequired: false),
      Field("returned_on", .date, "Date of return 退回日期", isRequired: false),
      Field("ruled_on", .date, "Date of the ruling 裁定日期", isRequired: false),
      Field(
        "superior_approved_on", .date, "Date of the superior's approval 上級機關核准日期",
        isRequired: false),
      Field(
        "data_location_checked_on", .date,
        "Date of the check of where data is stored 資料儲存所在地確認日期", isRequired: false),
      Field(
        "storage_abroad_approved", .string, "Whether the agency agreed to storage abroad 同意境外儲存",
        isRequired: false, choices: ["yes", "no"]),
      Field(
        "vendor_agreed_on", .date, "Date of the vendor's agreement to cancel 廠商同意日期",
        isRequired: false),
      Field("return_reason", .string, "Why it was returned 退件原因", isRequired: false),
    ], primaryKey: ["order_id"],
    foreignKeys: [itemKey, ForeignKey(field: "vendor_id", table: .vendors)])

  static let agencies = SyntheticTable(
    title: "Agencies that order, fictitious 訂購機關（虛構）",
    fields: [
      Field("agency_id", .string, "Agency, fictitious 機關（虛構）"),
      Field(
        "agency_kind", .string, "Kind of agency 機關類別", isRequired: false,
        choices: AgencyRecord.Kind.allCases.map(\.rawValue)),
    ], primaryKey: ["agency_id"])

  static let plantedOrders = SyntheticTable(
    title: "What the rules of orders find in the orders, for tests; no command reads it",
    fields: [
      Field("order_id", .string, "Order"), Field("rule", .string, "Rule"),
      Field("result", .string, "Result", choices: ["flagged", "missing-evidence"]),
    ], primaryKey: ["order_id", "rule"],
    foreignKeys: [ForeignKey(field: "order_id", table: .orders)])

  static let feeTiers = SyntheticTable(
    title: "DEMONSTRATION fee tiers: the boundary is in no public source 示範費率級距",
    fields: [
      Field("lower_bound", .number, "Lower bound, inclusive 下限（含）", minimum: "0"),
      Field("rate", .string, "Rate 費率"), Field("note", .string, "What the table is 說明"),
    ], primaryKey: ["lower_bound"])

  static let collections = SyntheticTable(
    title: "Fee payments received 作業服務費收款",
    fields: [
      Field("order_id", .string, "Order 訂單編號"),
      Field("collected_on", .date, "Date of payment 收款日期"), price("amount"),
    ], primaryKey: ["order_id", "collected_on"],
    foreignKeys: [ForeignKey(field: "order_id", table: .orders)])

  static let contracts = SyntheticTable(
    title: "Other contracts that orders belong to 其他契約",
    fields: [
      Field("case_no", .string, "Case 案號"),
      Field("contract_start", .date, "First day 契約起日"),
      Field("contract_end", .date, "Last day 契約迄日"),
    ], primaryKey: ["case_no"])

  static let planted = SyntheticTable(
    title: "The oddities planted in the other tables, for tests; no command reads it",
    fields: [
      Field("table", .string, "Table, by its resource name"),
      Field("row_id", .string, "Row: its identifier; in bids the vendor"),
      item(),
      Field("kind", .string, "Kind", choices: OddityKind.allCases.map(\.rawValue)),
    ], primaryKey: ["table", "row_id", "item_id"], foreignKeys: [itemKey])
}
