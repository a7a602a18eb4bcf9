import Policy

extension Column {
  /// A value that could stand in the column of a table: the rows of all tables fit each other.
  ///
  /// Empty for columns that are rarely needed.
  func example(in table: TableName) -> Phrase {
    switch (self, table) {
    case (.evidenceID, .historicalAwards): Phrase(verbatim: "H1")
    case (.evidenceID, .agencyPrices): Phrase(verbatim: "A1")
    case (.evidenceID, .marketQuotes): Phrase(verbatim: "M1")
    case (.orderID, .agencyPrices), (.caseNumber, .orders): Phrase(verbatim: "")
    case (.caseNumber, .historicalAwards), (.caseNumber, .listings), (.caseNumber, .contracts):
      Phrase(verbatim: "1140206")
    case (.source, .historicalAwards): Phrase("award notice 1140206", "決標公告 1140206")
    case (.source, .agencyPrices): Phrase("contract 42", "契約 42")
    case (.source, .marketQuotes): Phrase(verbatim: "shop.example")
    case (.awardDate, .historicalAwards): Phrase(verbatim: "2025-10-02")
    case (.unitPrice, .historicalAwards): Phrase(verbatim: "1050")
    case (.unitPrice, .marketQuotes): Phrase(verbatim: "1180")
    case (.unitPrice, .bids): Phrase(verbatim: "1040")
    case (.unitPrice, .orders): Phrase(verbatim: "940")
    case (.unitPrice, _): Phrase(verbatim: "1000")
    case (.quantity, .orders): Phrase(verbatim: "1000")
    case (.unit, .items): Phrase("instance", "台")
    case (.termMonths, .items): Phrase(verbatim: "1")
    case (.brand, .items): Phrase(verbatim: "Palewind")
    case (.brand, .restrictedBrands): Phrase(verbatim: "Redmoor")
    case (.status, .bids): Phrase("valid", "有效")
    case (.status, .orders): Phrase("active", "有效")
    case (.holderID, _): Phrase(verbatim: "Alder")
    case (.productID, .certificates): Phrase(verbatim: "")
    default: example
    }
  }

  private var example: Phrase {
    switch self {
    case .itemID: Phrase(verbatim: "VM-01")
    case .category: Phrase("iaas", "基礎設施服務")
    case .name: Phrase("Virtual machine 4 vCPU", "雲端主機 4 vCPU")
    case .vendorID, .manufacturerID: Phrase(verbatim: "Alder")
    case .agencyID: Phrase("Agency-1", "機關一")
    case .awardDate: Phrase(verbatim: "2025-06-15")
    case .quoteDate: Phrase(verbatim: "2025-12-01")
    case .quantity: Phrase(verbatim: "80")
    case .orderID: Phrase(verbatim: "PO-1")
    case .channel: Phrase("web", "網路價格")
    case .taxIncluded: Phrase("yes", "是")
    case .month: Phrase(verbatim: "2025-10")
    case .index: Phrase(verbatim: "111.4")
    case .submittedAt: Phrase(verbatim: "115/03/02 10:00")
    case .round: Phrase(verbatim: "0")
    case .orderedOn: Phrase(verbatim: "2026-05-04")
    case .dataLocationCheckedOn: Phrase(verbatim: "2026-05-01")
    case .agencyKind: Phrase("central-agency", "中央機關")
    case .lowerBound: Phrase(verbatim: "0")
    case .rate: Phrase(verbatim: "0.011")
    case .note: Phrase("demonstration", "示範")
    case .collectedOn: Phrase(verbatim: "2027-04-10")
    case .amount: Phrase(verbatim: "10340")
    case .contractStart: Phrase(verbatim: "2025-10-01")
    case .contractEnd: Phrase(verbatim: "2026-09-30")
    case .reservePrice: Phrase(verbatim: "1020")
    case .reason: Phrase("market prices are falling", "市價下跌")
    case .decidedBy: Phrase("pricing committee", "訂價暨規格審查會")
    case .decidedOn: Phrase(verbatim: "2026-01-19")
    case .productID: Phrase(verbatim: "P-01")
    case .role: Phrase("vendor", "廠商")
    case .territory: Phrase(verbatim: "TW")
    case .prcCapital, .investmentList: Phrase("no", "否")
    case .capability, .authorised, .dataCentreInScope, .passed, .offered: Phrase("yes", "是")
    case .accessSites, .standbySites: Phrase(verbatim: "TW")
    case .backupSites: Phrase(verbatim: "TW;JP")
    case .transitTerritories: Phrase("none", "無")
    case .standard: Phrase(verbatim: "ISO/IEC 27001")
    case .validFrom: Phrase(verbatim: "2024-11-01")
    case .validUntil: Phrase(verbatim: "2027-10-31")
    case .test: Phrase(verbatim: "CS-002")
    case .kind: Phrase("security", "安全性檢測")
    case .tester: Phrase("third-party", "第三方")
    case .reportedOn: Phrase(verbatim: "2025-10-10")
    case .owaspEdition: Phrase(verbatim: "2021")
    case .highestSeverity: Phrase("low", "低")
    case .part: Phrase(verbatim: "vulnerability-review")
    case .soldQuantity: Phrase(verbatim: "34")
    default: Phrase(verbatim: "")
    }
  }
}
