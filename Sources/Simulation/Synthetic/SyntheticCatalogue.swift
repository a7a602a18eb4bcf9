import Pricing

/// A made-up product of which items are editions.
struct SyntheticProduct: Sendable {
  let category: Category
  let name: String
  let brand: String
  let unit: String
  let termMonths: Int
  let quantityTier: String
  /// The list price of a unit for the term, in NT$.
  let listPrice: Int64

  init(
    _ category: Category, _ name: String, _ brand: String, per unit: String, months: Int,
    tier: String, _ listPrice: Int64
  ) {
    self.category = category
    self.name = name
    self.brand = brand
    self.unit = unit
    termMonths = months
    quantityTier = tier
    self.listPrice = listPrice
  }

  /// The product that an item, counted from 0, is an edition of.
  static func of(item index: Int) -> SyntheticProduct { catalogue[index % catalogue.count] }

  /// The name of an item, counted from 0: its product's, with the edition.
  static func itemName(_ index: Int) -> String {
    let round = index / catalogue.count
    let edition = editions[round % editions.count]
    let series = round / editions.count
    return "\(of(item: index).name) \(edition)" + (series == 0 ? "" : "-R\(series + 1)")
  }

  /// Every brand once, in the order of the catalogue.
  static let brands: [String] = catalogue.reduce(into: []) { brands, product in
    if !brands.contains(product.brand) { brands.append(product.brand) }
  }

  private static let editions = ["標準版", "進階版", "企業版", "公部門版"]

  private static let catalogue = [
    SyntheticProduct(
      .iaas, "Elastic VM 2 vCPU / 8 GB", "Palewind（虛構）", per: "instance-month", months: 1,
      tier: "1-99", 2_900),
    SyntheticProduct(
      .paas, "受管關聯式資料庫", "澄海數位（虛構）", per: "instance-month", months: 1, tier: "1-49", 8_600),
    SyntheticProduct(
      .saasPackage, "公文線上簽核系統", "青禾軟體（虛構）", per: "user-month", months: 1, tier: "1-499",
      640),
    SyntheticProduct(
      .saasProductivity, "雲端郵件與行事曆", "霽光資訊（虛構）", per: "user-month", months: 1,
      tier: "1-499", 430),
    SyntheticProduct(
      .iaas, "Object storage, geo-redundant", "Tesselgate（虛構）", per: "TB-month", months: 1,
      tier: "1-99", 720),
    SyntheticProduct(
      .paas, "Container platform, managed", "Cobalt Heron（虛構）", per: "cluster-month", months: 1,
      tier: "1-9", 26_000),
    SyntheticProduct(
      .saasPackage, "人事差勤管理", "墨林資料（虛構）", per: "user-month", months: 1, tier: "500-1999", 520),
    SyntheticProduct(
      .saasProductivity, "Cloud drive 1 TB", "Larkmere（虛構）", per: "user-month", months: 1,
      tier: "500-1999", 480),
    SyntheticProduct(
      .iaas, "GPU 運算節點", "穹頂網路（虛構）", per: "instance-month", months: 1, tier: "1-9", 64_000),
    SyntheticProduct(
      .paas, "API gateway", "Palewind（虛構）", per: "million-calls", months: 1, tier: "1-99", 2_100),
    SyntheticProduct(
      .saasPackage, "Endpoint protection", "鯨島資安（虛構）", per: "device-year", months: 12,
      tier: "1-999", 1_750),
    SyntheticProduct(
      .saasProductivity, "視訊會議 100 人", "望潮科技（虛構）", per: "host-month", months: 1, tier: "1-99",
      1_150),
    SyntheticProduct(
      .iaas, "備份與異地備援", "曜石系統（虛構）", per: "TB-month", months: 1, tier: "1-99", 1_380),
    SyntheticProduct(
      .paas, "資料倉儲服務", "墨林資料（虛構）", per: "TB-month", months: 1, tier: "1-49", 9_800),
    SyntheticProduct(
      .saasPackage, "Case management, \"one-stop\"", "Quillmarsh（虛構）", per: "user-year", months: 12,
      tier: "1-499", 8_900),
    SyntheticProduct(
      .saasProductivity, "即時通訊", "嵐峰雲端（虛構）", per: "user-month", months: 1, tier: "500-1999",
      410),
    SyntheticProduct(
      .iaas, "Block storage, SSD", "Tesselgate（虛構）", per: "TB-month", months: 1, tier: "100-999",
      3_300),
    SyntheticProduct(
      .paas, "訊息佇列服務", "北辰整合（虛構）", per: "instance-month", months: 1, tier: "1-49", 4_700),
    SyntheticProduct(
      .saasPackage, "學習管理平臺", "晴嶺雲服（虛構）", per: "user-year", months: 12, tier: "500-1999",
      1_260),
    SyntheticProduct(
      .saasProductivity, "Office suite, web", "Halyard Orchard（虛構）", per: "user-year", months: 12,
      tier: "1-499", 5_400),
    SyntheticProduct(
      .iaas, "專屬主機", "曜石系統（虛構）", per: "host-month", months: 1, tier: "1-9", 41_000),
    SyntheticProduct(
      .paas, "Identity service", "Verdant Loop（虛構）", per: "user-month", months: 1,
      tier: "500-1999", 450),
    SyntheticProduct(
      .saasPackage, "電子採購比價", "溪谷智慧（虛構）", per: "user-month", months: 1, tier: "1-499", 2_300),
    SyntheticProduct(
      .saasProductivity, "郵件歸檔", "霽光資訊（虛構）", per: "user-year", months: 12, tier: "1-499",
      1_480),
    SyntheticProduct(
      .iaas, "Content delivery", "Saltmere Networks（虛構）", per: "TB-month", months: 1,
      tier: "1-99", 1_900),
    SyntheticProduct(
      .paas, "機器學習平臺", "溪谷智慧（虛構）", per: "instance-month", months: 1, tier: "1-9", 33_000),
    SyntheticProduct(
      .saasPackage, "Help desk", "Brightmoor（虛構）", per: "agent-month", months: 1, tier: "1-99",
      1_720),
    SyntheticProduct(
      .saasProductivity, "線上表單與問卷", "青禾軟體（虛構）", per: "user-year", months: 12,
      tier: "1-499", 3_200),
    SyntheticProduct(
      .iaas, "Web application firewall", "鯨島資安（虛構）", per: "site-month", months: 1,
      tier: "1-49", 6_400),
    SyntheticProduct(
      .paas, "記錄分析平臺", "北辰整合（虛構）", per: "TB-month", months: 1, tier: "1-49", 7_300),
    SyntheticProduct(
      .saasPackage, "地理資訊圖臺", "晴嶺雲服（虛構）", per: "site-year", months: 12, tier: "1-9",
      128_000),
    SyntheticProduct(
      .saasProductivity, "Shared whiteboard", "Larkmere（虛構）", per: "user-month", months: 1,
      tier: "500-1999", 460),
  ]
}
