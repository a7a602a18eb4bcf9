import CallOff
import Policy
import Pricing
import Quantities
import Tendering

/// The words of a column that takes one of a few values; English ones in any case.
struct Words<Value: Sendable>: Sendable {
  /// Each value with its words, the usual ones first.
  let list: [(value: Value, words: [String])]

  /// The value that a word stands for.
  ///
  /// - Throws: ``QuantityFormatError`` whose expectation lists every value.
  func parse(_ text: String) throws(QuantityFormatError) -> Value {
    let word = text.lowercased()
    for entry in list where entry.words.contains(word) { return entry.value }
    throw QuantityFormatError(
      "is not one of the values",
      expected: list.map { "\($0.words[0]) (\($0.words[1]))" }.listed)
  }
}

extension Words<Category> {
  static let categories = Words(list: [
    (.iaas, ["iaas", "基礎設施服務", "基礎設施即服務"]),
    (.paas, ["paas", "平台服務", "平台即服務", "平臺服務"]),
    (.saasPackage, ["saas-package", "套裝軟體服務", "saas 套裝型", "saas套裝型"]),
    (
      .saasProductivity,
      ["saas-productivity", "辦公生產力工具", "saas 辦公生產力工具", "saas辦公生產力工具"]
    ),
  ])
}

extension Words<QuoteChannel> {
  static let channels = Words(list: [
    (.web, ["web", "網路價格", "網路價"]),
    (.market, ["market", "市場銷售價", "市售價"]),
    (.promotion, ["promotion", "促銷價", "優惠價"]),
  ])
}

extension Words<Bid.Status> {
  static let bidStatuses = Words(list: [
    (.valid, ["valid", "有效", "合格"]),
    (.disqualified, ["disqualified", "不合格", "無效", "資格不符"]),
  ])
}

extension Words<Bool> {
  static let yesOrNo = Words(list: [
    (true, ["yes", "是", "含", "有", "true"]),
    (false, ["no", "否", "未含", "不含", "無", "false"]),
  ])
}

extension Words<VendorRecord.Role> {
  static let vendorRoles = Words(list: [
    (.vendor, ["vendor", "廠商", "投標廠商", "代理商"]),
    (.manufacturer, ["manufacturer", "原廠"]),
  ])
}

extension Words<TestReport.Kind> {
  static let testKinds = Words(list: [
    (.commonCharacteristics, ["common-characteristics", "共通特性檢測", "共通特性"]),
    (.security, ["security", "安全性檢測", "安全性"]),
  ])
}

extension Words<TestReport.Tester> {
  static let testers = Words(list: [
    (.thirdParty, ["third-party", "第三方", "第三方檢測單位"]),
    (.vendor, ["vendor", "廠商", "原廠"]),
    (.office, ["office", "檢測人員", "軟體採購辦公室"]),
  ])
}

extension Words<Severity> {
  static let severities = Words(list: [
    (.none, ["none", "無"]), (.low, ["low", "低"]), (.medium, ["medium", "中"]),
    (.high, ["high", "高"]), (.critical, ["critical", "嚴重"]),
  ])
}

extension Words<AgencyRecord.Kind> {
  static let agencyKinds = Words(list: [
    (.centralAgency, ["central-agency", "中央機關", "中央機關及其所屬機構"]),
    (.localAgency, ["local-agency", "地方機關", "地方機關及其所屬機構"]),
    (.school, ["school", "學校"]), (.council, ["council", "議會"]),
    (.stateEnterprise, ["state-enterprise", "公營事業"]),
    (.subsidisedBody, ["subsidised-body", "受補助法人或團體", "受政府補助之法人或團體"]),
    (.other, ["other", "其他"]),
  ])
}

/// The word of an order's status, before its dates are looked at.
enum OrderStatusWord: Sendable {
  case active
  case returnPending
  case cancelled
}

extension Words<OrderStatusWord> {
  static let orderStatuses = Words(list: [
    (.active, ["active", "有效", "生效", "履約中"]),
    (.returnPending, ["return-pending", "退回待裁定", "退單待核", "待裁定"]),
    (.cancelled, ["cancelled", "已取消", "取消", "撤銷"]),
  ])
}
