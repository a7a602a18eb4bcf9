import Policy

extension Column {
  /// What the column holds in a table.
  func meaning(in table: TableName) -> Phrase {
    switch (self, table) {
    case (.itemID, .items): Phrase("the item's name, once in the table", "品項之編號，本表不得重複")
    case (.vendorID, .vendors): Phrase("the vendor's name, once in the table", "廠商之名稱，本表不得重複")
    case (.productID, .products): Phrase("the product's name, once in the table", "產品之編號，本表不得重複")
    case (.orderID, .orders): Phrase("the order's number, once in the table", "訂單編號，本表不得重複")
    case (.orderID, .agencyPrices):
      Phrase("an order under the framework, which makes the row no evidence", "共契訂單編號；填寫者不作為佐證")
    case (.unitPrice, .bids):
      Phrase("the price of a unit; may be empty where disqualified", "投標單價；不合格者得免填")
    case (.unitPrice, .orders): Phrase("the price of a unit that was ordered", "訂購單價")
    case (.quantity, .demand): Phrase("units that the agency expects to order", "機關預估訂購數量")
    case (.quantity, .orders): Phrase("units that were ordered", "訂購數量")
    case (.caseNumber, .orders):
      Phrase("the contract's case; the case's own where empty", "契約案號；空白者為本案")
    case (.reservePrice, .reserveOverrides): Phrase("the price that was decided", "核定之底價")
    case (.reservePrice, _):
      Phrase("the reserve price; may be empty for an item that has none", "底價；未定底價者得空白")
    case (.status, .orders): Phrase("where the order stands; active if empty", "訂單狀態；空白者為有效")
    case (.status, _): Phrase("whether the bid takes part; valid if empty", "是否為有效標；空白者為有效")
    case (.brand, .restrictedBrands): Phrase("the brand that may not be offered", "不得提供之廠牌")
    default: meaning
    }
  }

  /// What the column holds wherever it stands.
  private var meaning: Phrase {
    switch self {
    case .itemID: Phrase("an item that the table items lists", "品項表所列之品項")
    case .category: Phrase("the service category", "服務類別")
    case .name: Phrase("the product's name", "品項名稱")
    case .brand: Phrase("the product's brand", "廠牌")
    case .unit: Phrase("what a unit price buys", "計價單位")
    case .termMonths: Phrase("the term that a unit price covers", "單價所涵蓋之期間")
    case .quantityTier: Phrase("the quantity tier that a unit price holds for", "單價適用之數量級距")
    case .evidenceID:
      Phrase("the row's name, once over all three evidence tables", "佐證編號，三種佐證表間不得重複")
    case .caseNumber: Phrase("the number of the case", "案號")
    case .vendorID: Phrase("the bidder or contractor", "投標廠商或立約商")
    case .agencyID: Phrase("the agency", "機關")
    case .awardDate: Phrase("the day of the award", "決標日期")
    case .quoteDate: Phrase("the day of the quote", "報價日期")
    case .unitPrice: Phrase("the price of a unit", "單價")
    case .quantity: Phrase("the number of units", "數量")
    case .source: Phrase("who or what the price was taken from", "價格來源")
    case .orderID: Phrase("the order", "訂單編號")
    case .channel: Phrase("where the quote was found", "價格種類")
    case .taxIncluded: Phrase("whether the price includes tax; yes if empty", "是否含稅；空白者為含稅")
    case .feeIncluded:
      Phrase("whether the price includes the service fee; yes if empty", "是否含作業服務費；空白者為含")
    case .month: Phrase("the month", "月份")
    case .index: Phrase("the index of the month", "當月指數")
    case .status: Phrase("where the row stands", "狀態")
    case .submittedAt: Phrase("when the bid was submitted", "投標時間")
    case .round: Phrase("the round of the reduction", "減價次別")
    case .orderedOn: Phrase("the day of the order", "訂購日期")
    case .returnedOn: Phrase("the day the agency returned the order", "機關退回日期")
    case .ruledOn:
      Phrase("the day of the ruling; needed where cancelled", "核定取消日期；已取消者必填")
    case .superiorApprovedOn:
      Phrase("the day the superior authority approved the order", "上級機關核准日期")
    case .dataLocationCheckedOn:
      Phrase("the day the agency checked where data is stored", "機關確認資料儲存所在地之日期")
    case .storageAbroadApproved:
      Phrase("whether the agency agreed that data is stored abroad", "機關是否同意資料儲存於境外")
    case .vendorAgreedOn:
      Phrase("the day the vendor agreed to the cancellation", "廠商同意取消之日期")
    case .returnReason: Phrase("why the agency returned the order", "機關退回原因")
    case .agencyKind: Phrase("the kind of the agency", "機關類別")
    case .lowerBound: Phrase("where the tier begins", "級距下限")
    case .rate: Phrase("the rate of the tier", "作業服務費率")
    case .collectedOn: Phrase("the day the payment came in", "收款日期")
    case .amount: Phrase("the payment", "收款金額")
    case .contractStart: Phrase("the contract's first day", "契約起日")
    case .contractEnd: Phrase("the contract's last day", "契約迄日")
    case .reservePrice: Phrase("the reserve price", "底價")
    case .reason: Phrase("why it was decided so", "核定理由")
    case .decidedBy: Phrase("who decided it", "核定人")
    case .decidedOn: Phrase("when it was decided", "核定日期")
    case .note:
      Phrase("what the table says about itself, such as demonstration", "本表之說明，如「示範」")
    case .productID: Phrase("a product that the table products lists", "產品表所列之產品")
    case .manufacturerID: Phrase("the original manufacturer", "雲端服務原廠")
    case .role: Phrase("vendor or manufacturer; vendor if empty", "廠商或原廠；空白者為廠商")
    case .territory: Phrase("the territory that it is from", "所屬國家或地區")
    case .prcCapital: Phrase("a vendor of a third area with PRC capital", "是否為第三地區含陸資成分廠商")
    case .investmentList: Phrase("whether it is on the list of PRC investments", "是否列於陸資來臺投資事業名錄")
    case .capability: Phrase("whether the proof of capability holds", "製造、供應或承做能力證明是否有效")
    case .authorised: Phrase("whether the manufacturer authorised the vendor", "是否經原廠授權")
    case .accessSites: Phrase("where data is accessed", "資料存取機房所在地")
    case .backupSites: Phrase("where data is backed up", "資料備份機房所在地")
    case .standbySites: Phrase("where data is kept in standby", "資料備援機房所在地")
    case .transitTerritories: Phrase("which territories data is sent through", "資料傳輸途經地")
    case .holderID: Phrase("who holds the certificate", "證書持有人")
    case .standard: Phrase("the standard, such as ISO/IEC 27001", "驗證標準，如 ISO/IEC 27001")
    case .validFrom: Phrase("the certificate's first day", "效期起日")
    case .validUntil: Phrase("the certificate's last day", "效期迄日")
    case .dataCentreInScope: Phrase("whether the data centre is in its scope", "資訊機房是否在驗證範圍")
    case .test: Phrase("the test's number or name, such as CS-002", "檢測編號或名稱，如 CS-002")
    case .kind: Phrase("the group of the test", "檢測類別")
    case .tester: Phrase("who tested", "檢測單位")
    case .reportedOn: Phrase("the day of the report", "報告日期")
    case .owaspEdition: Phrase("the edition of the OWASP Top 10", "OWASP Top 10 版本")
    case .highestSeverity: Phrase("the severest finding", "最高風險等級")
    case .passed: Phrase("whether the test was passed", "是否通過")
    case .part: Phrase("a part of the policy's security items", "資安子項")
    case .offered: Phrase("whether the product offers it", "產品是否具備")
    case .soldQuantity: Phrase("units sold under that case", "該案之銷售數量")
    }
  }
}
