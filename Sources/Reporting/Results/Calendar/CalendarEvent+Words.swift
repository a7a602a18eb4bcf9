import Pipeline
import Policy

extension CalendarEvent.Kind {
  /// What happens, in words.
  var phrase: Phrase {
    switch self {
    case .solicitation: Phrase("solicitation and tests", "產品徵求（檢測作業）")
    case .demandSurvey: Phrase("demand survey", "需求調查")
    case .marketInquiry: Phrase("market inquiry", "市場詢價")
    case .reservePrice: Phrase("reserve prices set", "底價訂定")
    case .tender: Phrase("tender and award", "招標採購")
    case .pricingDate: Phrase("pricing date", "訂價日")
    case .awardDate: Phrase("award published", "決標公告日")
    case .undertakingFromAwardDate:
      Phrase("undertaking due, day 1: award date", "保密同意書期限（決標日為第 1 日）")
    case .undertakingFromDayAfter:
      Phrase("undertaking due, day 1: the day after", "保密同意書期限（決標次日為第 1 日）")
    case .contractStart: Phrase("contract starts", "契約起日")
    case .contractEnd: Phrase("contract ends", "契約迄日")
    case .feeDue: Phrase("service fees due", "作業服務費應繳日")
    case .logRetention: Phrase("event logs kept until", "日誌保存期限")
    case .certificateExpiry: Phrase("certificate expires", "證書屆期")
    }
  }
}

extension CalendarEvent.Standing {
  /// The standing as results write it.
  var name: String {
    switch self {
    case .nominal: "nominal"
    case .stated: "stated"
    case .computed: "computed"
    case .notStated: "not-stated"
    }
  }

  /// The standing in words.
  var phrase: Phrase {
    switch self {
    case .nominal: Phrase("nominal month", "名目月份")
    case .stated: Phrase("stated", "載明")
    case .computed: Phrase("computed", "推算")
    case .notStated: Phrase("not stated", "未載明")
    }
  }
}
