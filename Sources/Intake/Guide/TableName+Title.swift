import Policy

extension TableName {
  /// What the table holds, for a heading.
  var title: Phrase {
    switch self {
    case .items: Phrase("Items: what is priced, tendered and ordered", "品項：訂價、招標及訂購之標的")
    case .historicalAwards: Phrase("Historical awards of the framework", "共契以往決標價")
    case .agencyPrices:
      Phrase("Award prices that agencies obtained outside the framework", "機關提供非共契決標價")
    case .marketQuotes: Phrase("Quotes of the market inquiry", "市場詢價")
    case .demand: Phrase("Demand survey: which agency asks for which item", "需求調查：機關需求之品項")
    case .vendors: Phrase("Vendors and manufacturers", "廠商及原廠")
    case .products: Phrase("Products that were submitted", "送件產品")
    case .certificates: Phrase("Certificates of manufacturers and bidders", "原廠及投標廠商之驗證證書")
    case .tests: Phrase("Results of tests", "檢測結果")
    case .securityItems: Phrase("Evidence of security items", "資安項目佐證")
    case .restrictedBrands: Phrase("Restricted brands", "限制使用之廠牌")
    case .listings: Phrase("Items on the lists of earlier tenders", "以往上架之品項")
    case .priceIndex: Phrase("Price index by month", "各月物價指數")
    case .reserveOverrides:
      Phrase("Reserve prices that the committee decided otherwise", "委員會另行核定之底價")
    case .reserves: Phrase("Reserve prices beside loose bids", "單獨投標表之底價")
    case .bids: Phrase("Bids", "投標")
    case .rebids: Phrase("Re-bids of vendors tied at the cutoff", "決標界線同價廠商之比減價格")
    case .reductions:
      Phrase("Price reductions where no bid is within the reserve", "均超底價時之減價")
    case .orders: Phrase("Call-off orders", "訂單")
    case .agencies: Phrase("Agencies that order", "訂購機關")
    case .feeTiers: Phrase("Tiers of the service fee", "作業服務費級距")
    case .collections: Phrase("Payments of the service fee", "作業服務費收款")
    case .contracts: Phrase("The other contracts that orders belong to", "訂單所屬之其他契約")
    }
  }
}
