import Policy
import Quantities
import Testing

@Suite struct PolicyKeyTests {
  /// The names and choices as users write them, the default first.
  static let choices: [String: [String]] = [
    "reserve.combine": [
      "minimum", "median", "weighted-mean", "historical", "agency", "market", "quantile",
    ],
    "award.rounding": ["half-up", "floor", "ceiling"],
    "award.base": ["valid", "submitted"],
    "award.tie": ["rebid-then-lot", "include-all", "exclude-all"],
    "award.contract_price": ["own-bid", "match-lowest"],
    "award.price_reduction": ["none", "article-53"],
    "fee.mode": ["slab", "marginal"],
    "fee.tier_by": ["amount", "quantity"],
    "fee.base": ["gross", "net-of"],
    "fee.rounding": ["half-up", "floor", "ceiling"],
    "screening.demand": stages,
    "screening.submission": stages,
    "screening.capability": stages,
    "screening.vendor_origin": stages,
    "screening.data_location": stages,
    "screening.restricted_brands": stages,
    "screening.certificates.information_security": stages,
    "screening.certificates.privacy": stages,
    "screening.certificates.cloud_security": stages,
    "screening.certificates.cloud_privacy": stages,
    "screening.bidder_certificates.information_security": stages,
    "screening.bidder_certificates.privacy": stages,
    "screening.tests.application_scan": stages,
    "screening.tests.system_scan": stages,
    "screening.tests.common_characteristics": stages,
    "screening.tests.security": stages,
    "screening.security_items": stages,
    "screening.tests.third_party": ["required", "not-required"],
    "screening.tests.failing_severity": ["medium", "low", "high", "critical"],
    "screening.security_items.level": ["basic", "high", "moderate"],
    "calendar.undertaking.first_day": ["award-date", "day-after"],
    "orders.agency": askedOrNot,
    "orders.approval": askedOrNot,
    "orders.contract_period": askedOrNot,
    "orders.reserve": askedOrNot,
    "orders.award": askedOrNot,
    "orders.data_location": askedOrNot,
    "orders.cancellation": askedOrNot,
  ]

  private static let askedOrNot = ["mandatory", "not-asked"]

  private static let stages = ["mandatory", "disclosed", "supplemented", "not-asked"]

  static let others: Set<String> = [
    "reserve.weights.historical", "reserve.weights.agency", "reserve.weights.market",
    "reserve.quantile", "reserve.outlier_z", "reserve.minimum_effective_sources",
    "reserve.age_limit_days.historical", "reserve.age_limit_days.agency",
    "reserve.age_limit_days.market", "reserve.rounding_unit", "reserve.rise_warning",
    "reserve.tax_rate", "reserve.fee_uplift", "award.cutoff_share", "award.minimum_winners",
    "award.lot_seed", "award.low_price_item", "award.low_price_total", "fee.cap",
    "screening.demand.minimum_agencies",
    "screening.demand.exempting_tenders",
    "screening.restricted_territories",
    "screening.certificates.information_security.standards",
    "screening.certificates.privacy.standards",
    "screening.certificates.cloud_security.standards",
    "screening.certificates.cloud_privacy.standards",
    "screening.bidder_certificates.information_security.standards",
    "screening.bidder_certificates.privacy.standards",
    "screening.tests.application_scan.test",
    "screening.tests.application_scan.owasp_edition",
    "screening.tests.system_scan.test",
    "screening.tests.report_age_limit_months",
    "screening.tests.common_characteristics.count",
    "screening.tests.security.count", "calendar.undertaking", "calendar.log_retention",
    "orders.agency.kinds",
    "orders.approval.inspection_threshold",
    "orders.data_location.domestic_territories",
  ]

  @Test("The keys are those that users rely on, no more and no fewer")
  func names() {
    #expect(Set(PolicyKey.allCases.map(\.rawValue)) == Self.others.union(Self.choices.keys))
  }

  @Test("A choice lists its names, the default first; no other key is a choice")
  func choices() {
    for key in PolicyKey.allCases {
      if case .choice(let names) = key.kind {
        #expect(names == Self.choices[key.rawValue], "\(key.rawValue)")
      } else {
        #expect(Self.others.contains(key.rawValue))
      }
    }
  }

  @Test("Every default of the table of keys is a value of its key, and prints as it is written")
  func defaults() throws {
    #expect(Set(Sample.defaults.map(\.key)) == Set(PolicyKey.allCases))
    for (key, text) in Sample.defaults {
      let value = try Sample.value(key, text)
      #expect(value.text == text)
      #expect(key.kind.accepts(value))
    }
  }

  @Test("The choices' first names are the defaults")
  func firstChoice() {
    for (key, text) in Sample.defaults {
      if case .choice(let names) = key.kind { #expect(names.first == text) }
    }
  }
}
