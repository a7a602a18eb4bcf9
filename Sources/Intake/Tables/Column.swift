/// A column of the tables; the raw value is its English heading.
///
/// One vocabulary for all tables: a column means the same wherever it stands.
public enum Column: String, CaseIterable, Sendable {
  case itemID = "item_id"
  case category
  case name
  case brand
  case unit
  case termMonths = "term_months"
  case quantityTier = "quantity_tier"
  case evidenceID = "evidence_id"
  case caseNumber = "case_no"
  case vendorID = "vendor_id"
  case agencyID = "agency_id"
  case awardDate = "award_date"
  case quoteDate = "quote_date"
  case unitPrice = "unit_price"
  case quantity
  case source
  case orderID = "order_id"
  case channel
  case taxIncluded = "tax_included"
  case feeIncluded = "fee_included"
  case month
  case index
  case status
  case submittedAt = "submitted_at"
  case round
  case orderedOn = "ordered_on"
  case returnedOn = "returned_on"
  case ruledOn = "ruled_on"
  case lowerBound = "lower_bound"
  case rate
  case collectedOn = "collected_on"
  case amount
  case contractStart = "contract_start"
  case contractEnd = "contract_end"
  case reservePrice = "reserve_price"
  case reason
  case decidedBy = "decided_by"
  case decidedOn = "decided_on"

  /// The Chinese headings that are accepted as well, the usual one first.
  public var chineseHeadings: [String] {
    switch self {
    case .itemID: ["品項編號", "項次", "品項代碼", "品項", "項目編號"]
    case .category: ["類別", "服務類別", "分類"]
    case .name: ["品項名稱", "名稱", "產品名稱", "服務名稱"]
    case .brand: ["廠牌", "品牌"]
    case .unit: ["單位", "計價單位"]
    case .termMonths: ["期間月數", "服務期間（月）", "服務期間(月)", "授權期間（月）", "月數"]
    case .quantityTier: ["數量級距", "級距"]
    case .evidenceID: ["佐證編號", "價格佐證編號", "資料編號"]
    case .caseNumber: ["案號", "標案案號", "採購案號", "契約案號"]
    case .vendorID: ["廠商", "廠商編號", "廠商名稱", "投標廠商", "立約商", "統一編號"]
    case .agencyID: ["機關", "機關代碼", "機關名稱", "訂購機關", "採購機關"]
    case .awardDate: ["決標日期", "決標日"]
    case .quoteDate: ["報價日期", "詢價日期", "查價日期"]
    case .unitPrice: ["單價", "投標單價", "決標單價", "契約單價", "報價", "標價"]
    case .quantity: ["數量", "訂購數量"]
    case .source: ["來源", "資料來源", "價格來源"]
    case .orderID: ["訂單編號", "訂單號碼", "訂單"]
    case .channel: ["管道", "通路", "價格種類", "詢價管道"]
    case .taxIncluded: ["含稅", "是否含稅"]
    case .feeIncluded: ["含作業服務費", "是否含作業服務費", "含服務費"]
    case .month: ["月份", "年月"]
    case .index: ["指數", "物價指數"]
    case .status: ["狀態", "投標狀態", "訂單狀態"]
    case .submittedAt: ["投標時間", "遞送時間"]
    case .round: ["減價次別", "減價輪次", "輪次"]
    case .orderedOn: ["訂購日期", "下訂日期", "訂單日期"]
    case .returnedOn: ["退回日期", "退單日期"]
    case .ruledOn: ["裁定日期", "核定日期"]
    case .lowerBound: ["級距下限", "下限"]
    case .rate: ["費率", "作業服務費率"]
    case .collectedOn: ["收款日期", "繳費日期"]
    case .amount: ["金額", "收款金額", "繳費金額"]
    case .contractStart: ["契約起日", "契約開始日", "契約起始日"]
    case .contractEnd: ["契約迄日", "契約結束日", "契約終止日"]
    case .reservePrice: ["底價", "核定底價", "公告底價"]
    case .reason: ["理由", "原因", "核定理由"]
    case .decidedBy: ["核定人", "決定人", "核定單位"]
    case .decidedOn: ["決定日期", "底價核定日期"]
    }
  }

  /// Every heading that is accepted, the English one first.
  public var headings: [String] { [rawValue] + chineseHeadings }
}
