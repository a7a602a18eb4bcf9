import Policy
import Quantities
import Tendering

// The columns of the tables of screening.

extension SyntheticTable {
  private static let itemKey = ForeignKey(field: "item_id", table: .items)
  private static let productKey = ForeignKey(field: "product_id", table: .products)
  private static let vendorKey = ForeignKey(field: "vendor_id", table: .vendors)
  private static let item = Field("item_id", .string, "Item 品項編號")
  private static let product = Field("product_id", .string, "Product 產品編號")

  private static func flag(_ name: String, _ title: String, isRequired: Bool = false) -> Field {
    Field(name, .string, title, isRequired: isRequired, choices: ["yes", "no"])
  }

  private static func sites(_ name: String, _ title: String) -> Field {
    Field(name, .string, title, isRequired: false)
  }

  static let demand = SyntheticTable(
    title: "Demand survey, made up 機關需求調查（虛構）",
    fields: [
      item, Field("agency_id", .string, "Agency, fictitious 機關（虛構）"),
      Field("quantity", .integer, "Quantity expected 預估數量", minimum: "1"),
    ], primaryKey: ["item_id", "agency_id"], foreignKeys: [itemKey])

  static let vendors = SyntheticTable(
    title: "Vendors and manufacturers, fictitious 廠商及原廠（虛構）",
    fields: [
      Field("vendor_id", .string, "Vendor, fictitious 廠商（虛構）"),
      Field(
        "role", .string, "Part 角色", choices: VendorRecord.Role.allCases.map(\.rawValue)),
      Field("territory", .string, "Territory, ISO 3166 國別或地區", isRequired: false),
      flag("prc_capital", "Of a third area with PRC capital 第三地區含陸資成分"),
      flag("investment_list", "On the list of PRC investments 列陸資來台投資事業名錄"),
      flag("capability", "Proof of capability 製造、供應或承做能力證明"),
    ], primaryKey: ["vendor_id"])

  static let products = SyntheticTable(
    title: "Products submitted at solicitation, fictitious 公開徵求投件產品（虛構）",
    fields: [
      product, item, Field("vendor_id", .string, "Who submitted it 投件廠商"),
      Field("manufacturer_id", .string, "Manufacturer 原廠"),
      flag("authorised", "Whether the manufacturer authorised the vendor 原廠授權"),
      Field("brand", .string, "Brand, where not the item's 廠牌", isRequired: false),
      sites("access_sites", "Where data is accessed 資料存取所在地"),
      sites("backup_sites", "Where data is backed up 資料備份所在地"),
      sites("standby_sites", "Where data is kept in standby 資料備援所在地"),
      sites("transit_territories", "What data is sent through 資料傳輸途經地"),
    ], primaryKey: ["product_id"],
    foreignKeys: [
      itemKey, vendorKey,
      ForeignKey(field: "manufacturer_id", table: .vendors, target: "vendor_id"),
    ])

  static let certificates = SyntheticTable(
    title: "Certificates of manufacturers and bidders, made up 驗證證書（虛構）",
    fields: [
      Field("holder_id", .string, "Holder 持證者"), Field("standard", .string, "Standard 標準"),
      Field("valid_from", .date, "First day 效期起日"),
      Field("valid_until", .date, "Last day 效期迄日"),
      flag("data_centre_in_scope", "Data centre in scope 機房在驗證範圍"),
    ], primaryKey: ["holder_id", "standard"],
    foreignKeys: [ForeignKey(field: "holder_id", table: .vendors, target: "vendor_id")])

  static let tests = SyntheticTable(
    title: "Test results, made up 檢測結果（虛構）",
    fields: [
      product, Field("test", .string, "Test 檢測編號"),
      Field(
        "kind", .string, "Group 檢測類別", choices: TestReport.Kind.allCases.map(\.rawValue)),
      Field(
        "tester", .string, "Who tested 檢測單位", choices: TestReport.Tester.allCases.map(\.rawValue)),
      Field("reported_on", .date, "Date of the report 報告日期"),
      Field(
        "owasp_edition", .integer, "OWASP Top 10 edition 版本", isRequired: false, minimum: "2003"),
      Field(
        "highest_severity", .string, "Severest finding 最高風險", isRequired: false,
        choices: Severity.allCases.map(\.rawValue)),
      flag("passed", "Passed 通過"),
    ], primaryKey: ["product_id", "test"], foreignKeys: [productKey])

  static let securityItems = SyntheticTable(
    title: "Evidence of security items, made up 資安項目佐證（虛構）",
    fields: [
      product, Field("part", .string, "Part, as the policy names it 子項"),
      flag("offered", "Offered 具備", isRequired: true),
    ], primaryKey: ["product_id", "part"], foreignKeys: [productKey])

  static let restrictedBrands = SyntheticTable(
    title: "Restricted brands, fictitious 限制使用廠牌（虛構）",
    fields: [Field("brand", .string, "Brand, fictitious 廠牌（虛構）")], primaryKey: ["brand"])

  static let listings = SyntheticTable(
    title: "Items on the lists of earlier tenders, made up 前次上架及銷售實績（虛構）",
    fields: [
      item, Field("case_no", .string, "Case 案號"),
      Field("sold_quantity", .integer, "Units sold 銷售數量", minimum: "0"),
    ], primaryKey: ["item_id", "case_no"], foreignKeys: [itemKey])

  static let plantedScreening = SyntheticTable(
    title:
      "What screening finds by the rules of solicitations from 114/10 on, for tests; no command"
      + " reads it",
    fields: [
      Field("subject", .string, "Subject", choices: ["vendor", "product", "item"]),
      Field("id", .string, "Vendor, product or item"), Field("rule", .string, "Rule"),
      Field("result", .string, "Result", choices: ["refused", "missing-evidence"]),
    ], primaryKey: ["subject", "id", "rule"])
}
