/// A column of the tables; the raw value is its English heading.
///
/// One vocabulary for all tables: a column means the same wherever it stands.
public enum Column: String, CaseIterable, Sendable {
  /// The item that the row is about.
  case itemID = "item_id"
  /// The item's service category.
  case category
  /// The product's name.
  case name
  /// The product's brand.
  case brand
  /// What a unit price buys.
  case unit
  /// The term that a unit price covers, in months.
  case termMonths = "term_months"
  /// The quantity tier that a unit price holds for.
  case quantityTier = "quantity_tier"
  /// The name of a row of price evidence.
  case evidenceID = "evidence_id"
  /// The case of an award, an order or a contract.
  case caseNumber = "case_no"
  /// The bidder or contractor.
  case vendorID = "vendor_id"
  /// The agency that bought or ordered.
  case agencyID = "agency_id"
  /// The day of an award.
  case awardDate = "award_date"
  /// The day of a market quote.
  case quoteDate = "quote_date"
  /// The price of a unit.
  case unitPrice = "unit_price"
  /// The number of units.
  case quantity
  /// Who or what a price was taken from.
  case source
  /// The call-off order.
  case orderID = "order_id"
  /// Where a market quote was found.
  case channel
  /// Whether a price includes tax.
  case taxIncluded = "tax_included"
  /// Whether a price includes the service fee.
  case feeIncluded = "fee_included"
  /// The month of an index value.
  case month
  /// The value of the price index.
  case index
  /// Whether a bid takes part, or where an order stands.
  case status
  /// When a bid was submitted.
  case submittedAt = "submitted_at"
  /// The round of a price reduction, 0 to 3.
  case round
  /// The order date.
  case orderedOn = "ordered_on"
  /// The day the agency returned an order.
  case returnedOn = "returned_on"
  /// The day of the ruling that cancels an order.
  case ruledOn = "ruled_on"
  /// The day the superior approved an order.
  case superiorApprovedOn = "superior_approved_on"
  /// The day the agency checked where data is stored.
  case dataLocationCheckedOn = "data_location_checked_on"
  /// Whether the agency agreed that data is stored abroad.
  case storageAbroadApproved = "storage_abroad_approved"
  /// The day the vendor agreed that an order is cancelled.
  case vendorAgreedOn = "vendor_agreed_on"
  /// Why the agency returned an order.
  case returnReason = "return_reason"
  /// The kind of an agency.
  case agencyKind = "agency_kind"
  /// The inclusive lower bound of a fee tier.
  case lowerBound = "lower_bound"
  /// The rate of a fee tier.
  case rate
  /// The day a payment came in.
  case collectedOn = "collected_on"
  /// The amount of a payment.
  case amount
  /// The first day of a contract.
  case contractStart = "contract_start"
  /// The last day of a contract.
  case contractEnd = "contract_end"
  /// The reserve price, or the committee's decided one.
  case reservePrice = "reserve_price"
  /// Why the committee decided another reserve price.
  case reason
  /// Who decided a reserve price.
  case decidedBy = "decided_by"
  /// The day a reserve price was decided.
  case decidedOn = "decided_on"
  /// What a tier table says about itself, such as that it is a demonstration.
  case note
  /// The product that the row is about.
  case productID = "product_id"
  /// The original manufacturer.
  case manufacturerID = "manufacturer_id"
  /// In which part a vendor comes.
  case role
  /// The territory that a vendor is from.
  case territory
  /// Whether a vendor is of a third area with PRC capital.
  case prcCapital = "prc_capital"
  /// Whether a vendor is on the list of PRC investments.
  case investmentList = "investment_list"
  /// Whether the proof of capability holds.
  case capability
  /// Whether the manufacturer authorised the vendor.
  case authorised
  /// Territories of the sites where data is accessed.
  case accessSites = "access_sites"
  /// Territories of the sites where data is backed up.
  case backupSites = "backup_sites"
  /// Territories of the sites kept in standby.
  case standbySites = "standby_sites"
  /// Territories that data is sent through.
  case transitTerritories = "transit_territories"
  /// Who holds a certificate.
  case holderID = "holder_id"
  /// The standard of a certificate.
  case standard
  /// The first day of a certificate.
  case validFrom = "valid_from"
  /// The last day of a certificate.
  case validUntil = "valid_until"
  /// Whether the data centre is in the scope of a certificate.
  case dataCentreInScope = "data_centre_in_scope"
  /// The number or name of a test.
  case test
  /// The group of a test.
  case kind
  /// Who tested.
  case tester
  /// The day of a report.
  case reportedOn = "reported_on"
  /// The edition of the OWASP Top 10 that a report shows.
  case owaspEdition = "owasp_edition"
  /// The severest finding of a report.
  case highestSeverity = "highest_severity"
  /// Whether a test was passed.
  case passed
  /// A part of the security items.
  case part
  /// Whether a product offers a part.
  case offered
  /// Units sold under a case.
  case soldQuantity = "sold_quantity"

  /// The Chinese headings that are accepted as well, the usual one first.
  public var chineseHeadings: [String] {
    switch self {
    case .itemID: ["品項編號", "項次", "品項代碼", "品項", "項目編號"]
    case .category: ["類別", "服務類別", "分類"]
    case .name: ["品項名稱", "品名", "名稱", "產品名稱", "服務名稱"]
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
    case .superiorApprovedOn: ["上級機關核准日期", "核准日期"]
    case .dataLocationCheckedOn: ["資料儲存所在地確認日期", "資料所在地確認日"]
    case .storageAbroadApproved: ["同意境外儲存", "境外儲存同意"]
    case .vendorAgreedOn: ["廠商同意日期", "廠商同意取消日"]
    case .returnReason: ["退件原因", "退回原因"]
    case .agencyKind: ["機關類別", "機關種類"]
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
    case .note: ["備註", "說明"]
    case .productID: ["產品編號", "產品代碼", "產品"]
    case .manufacturerID: ["原廠", "雲端服務原廠", "製造商"]
    case .role: ["角色", "廠商角色"]
    case .territory: ["國別", "地區", "所屬國家或地區"]
    case .prcCapital: ["含陸資成分", "第三地區含陸資成分"]
    case .investmentList: ["列陸資名錄", "陸資來台投資事業名錄"]
    case .capability: ["能力證明", "製造、供應或承做能力證明"]
    case .authorised: ["原廠授權", "授權"]
    case .accessSites: ["存取機房所在地", "資料存取所在地"]
    case .backupSites: ["備份機房所在地", "資料備份所在地"]
    case .standbySites: ["備援機房所在地", "資料備援所在地"]
    case .transitTerritories: ["傳輸途經地", "資料傳輸途經地"]
    case .holderID: ["持證者", "證書持有人"]
    case .standard: ["標準", "驗證標準"]
    case .validFrom: ["效期起日", "生效日"]
    case .validUntil: ["效期迄日", "有效期限"]
    case .dataCentreInScope: ["機房在驗證範圍", "驗證範圍含資訊機房"]
    case .test: ["檢測編號", "檢測項目"]
    case .kind: ["檢測類別", "檢測種類"]
    case .tester: ["檢測單位", "檢測者"]
    case .reportedOn: ["報告日期", "檢測日期"]
    case .owaspEdition: ["OWASP 版本", "OWASP版本"]
    case .highestSeverity: ["最高風險等級", "最高風險"]
    case .passed: ["通過", "檢測結果"]
    case .part: ["資安子項", "子項"]
    case .offered: ["具備", "是否具備"]
    case .soldQuantity: ["銷售數量", "銷售實績"]
    }
  }

  /// Every heading that is accepted, the English one first.
  public var headings: [String] { [rawValue] + chineseHeadings }
}
