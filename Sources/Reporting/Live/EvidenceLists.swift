import Policy
import Pricing
import Quantities

/// What the formulas from evidence to reserve price look up: classes with their age limits and weights,
/// methods, and the words that they answer in.
enum EvidenceLists {
  static let classKey = "evidence_classes"
  static let methodKey = "combine_methods"

  /// Whether a row takes part.
  static let use = TokenWords(
    key: "use_words", title: Phrase("Use of a row of evidence", "價格資料採計"),
    entries: [
      ("used", Phrase("used", "採計")), ("left-out", Phrase("left out", "未採計")),
    ])

  /// Why a row takes no part; the numbers are those of `EvidenceReviewSheet`.
  static let reasons = TokenWords(
    key: "exclusion_words", title: Phrase("Why a row of evidence is left out", "價格資料未採計理由"),
    entries: [
      ("not-comparable", Phrase("cannot be carried to the item's terms", "無法換算至品項條件")),
      ("own-case", Phrase("awarded in the case being priced", "為本案自身之決標價")),
      ("framework-order", Phrase("an order under the framework", "為共同供應契約訂單")),
      ("after-pricing", Phrase("dated after the pricing date", "日期晚於訂價日")),
      ("too-old", Phrase("older than its class's limit", "逾該類時效")),
      ("repeats", Phrase("repeats an earlier row's quote", "與前列為同一報價")),
      ("outlier", Phrase("an outlier of its class", "離群值")),
    ])

  /// What became of an item's reserve price.
  static let outcomes = TokenWords(
    key: "reserve_words", title: Phrase("Outcome of a reserve price", "底價結果"),
    entries: [
      ("priced", Phrase("computed by the policy", "依政策計算")),
      ("overridden", Phrase("decided by the committee", "由委員會決定")),
      ("none", Phrase("no reserve price", "無底價")),
    ])

  /// What the committee decides about an item.
  static let decisions = TokenWords(
    key: "decision_words", title: Phrase("Decision about a reserve price", "底價審議決定"),
    entries: ReserveDecision.allCases.map { ($0.rawValue, $0.words) })

  /// Every list as a table.
  static func tables(_ policy: ReservePolicy) -> [ReportTable] {
    [classTable(policy), methodTable]
      + [use, reasons, outcomes, decisions].map(\.table)
  }

  private static func classTable(_ policy: ReservePolicy) -> ReportTable {
    let keys: PerEvidenceClass<(limit: PolicyKey, weight: PolicyKey)> = .init(
      historical: (.reserveAgeLimitDaysHistorical, .reserveWeightHistorical),
      agency: (.reserveAgeLimitDaysAgency, .reserveWeightAgency),
      market: (.reserveAgeLimitDaysMarket, .reserveWeightMarket))
    var table = ReportTable(
      classKey, title: Phrase("Classes of evidence", "價格資料類別"),
      columns: [
        .integer("number", Phrase("number", "序號")),
        .text("class", Phrase("class", "類別"), width: .characters(44)),
        .integer("age_limit", Phrase("age limit, days", "時效（日）")),
        .decimal("weight", Phrase("weight", "權重")),
      ], frozenColumnCount: 0)
    for (index, evidenceClass) in EvidenceClass.allCases.enumerated() {
      let key = keys[evidenceClass]
      table.append(
        [
          .count(index + 1), .choice(evidenceClass.rawValue, evidenceClass.phrase),
          Cell.count(policy.ageLimitDays[evidenceClass]).computed(
            by: Formula("=\(key.limit.reference)")),
          Cell.decimal(policy.weights[evidenceClass].value).computed(
            by: Formula("=\(key.weight.reference)")),
        ], key: evidenceClass.rawValue)
    }
    return table
  }

  private static var methodTable: ReportTable {
    var table = ReportTable(
      methodKey, title: Phrase("Methods to combine the classes", "各類代表價合併方法"),
      columns: [
        .integer("number", Phrase("number", "序號")),
        .identifier("name", Phrase("value of reserve.combine", "reserve.combine 之值")),
        .text("words", Phrase("words", "文字"), width: .characters(44)),
      ], frozenColumnCount: 0)
    for (index, method) in CombinationMethod.allCases.enumerated() {
      table.append([.count(index + 1), .text(method.rawValue), .phrase(method.phrase)])
    }
    return table
  }
}
