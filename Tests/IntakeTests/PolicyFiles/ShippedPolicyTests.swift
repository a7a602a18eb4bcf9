import CallOff
import Policy
import Quantities
import Testing

@testable import Intake

private let shippedPath = projectFolder + "datasets/policy/cloud-framework.yaml"

@Test func theProgramCarriesTheVeryFile() throws {
  #expect(PackageResources.cloud_framework_yaml == (try inputBytes(at: shippedPath)))
}

/// Every key with its documented default, in the order of the documentation.
private let defaults: [(key: String, value: String)] = [
  ("reserve.combine", "minimum"), ("reserve.weights.historical", "1"),
  ("reserve.weights.agency", "1"), ("reserve.weights.market", "1"), ("reserve.quantile", "0.5"),
  ("reserve.outlier_z", "3.5"), ("reserve.minimum_effective_sources", "1"),
  ("reserve.age_limit_days.historical", "1095"), ("reserve.age_limit_days.agency", "365"),
  ("reserve.age_limit_days.market", "180"), ("reserve.rounding_unit", "1"),
  ("reserve.rise_warning", "0.1"), ("reserve.tax_rate", "0.05"), ("reserve.fee_uplift", "0"),
  ("award.cutoff_share", "0.9"), ("award.rounding", "half-up"), ("award.base", "valid"),
  ("award.minimum_winners", "1"), ("award.tie", "rebid-then-lot"), ("award.lot_seed", "none"),
  ("award.contract_price", "own-bid"), ("award.price_reduction", "none"),
  ("award.low_price_item", "0.7"), ("award.low_price_total", "0.8"), ("fee.mode", "slab"),
  ("fee.tier_by", "amount"), ("fee.base", "gross"), ("fee.rounding", "half-up"),
  ("fee.cap", "none"),
  ("screening.demand", "mandatory"),
  ("screening.demand.minimum_agencies", "2"),
  ("screening.demand.exempting_tenders", "2"),
  ("screening.submission", "mandatory"),
  ("screening.capability", "mandatory"),
  ("screening.vendor_origin", "mandatory"),
  ("screening.data_location", "mandatory"),
  ("screening.restricted_territories", "CN, HK, MO"),
  ("screening.restricted_brands", "mandatory"),
  ("screening.certificates.information_security", "mandatory"),
  ("screening.certificates.information_security.standards", "ISO/IEC 27001, CNS 27001"),
  ("screening.certificates.privacy", "mandatory"),
  ("screening.certificates.privacy.standards", "ISO/IEC 27701, BS 10012"),
  ("screening.certificates.cloud_security", "mandatory"),
  ("screening.certificates.cloud_security.standards", "ISO/IEC 27017, CSA STAR"),
  ("screening.certificates.cloud_privacy", "mandatory"),
  ("screening.certificates.cloud_privacy.standards", "ISO/IEC 27018"),
  ("screening.bidder_certificates.information_security", "disclosed"),
  ("screening.bidder_certificates.information_security.standards", "ISO/IEC 27001, CNS 27001"),
  ("screening.bidder_certificates.privacy", "disclosed"),
  ("screening.bidder_certificates.privacy.standards", "ISO/IEC 27701, CNS 27701"),
  ("screening.tests.application_scan", "mandatory"),
  ("screening.tests.application_scan.test", "CS-002"),
  ("screening.tests.application_scan.owasp_edition", "2021"),
  ("screening.tests.system_scan", "mandatory"),
  ("screening.tests.system_scan.test", "CS-003"),
  ("screening.tests.report_age_limit_months", "12"),
  ("screening.tests.third_party", "required"),
  ("screening.tests.failing_severity", "medium"),
  ("screening.tests.common_characteristics", "mandatory"),
  ("screening.tests.common_characteristics.count", "6"),
  ("screening.tests.security", "mandatory"),
  ("screening.tests.security.count", "4"),
  ("screening.security_items", "mandatory"),
  ("screening.security_items.level", "basic"),
  ("calendar.undertaking", "14 days"),
  ("calendar.undertaking.first_day", "award-date"),
  ("calendar.log_retention", "6 months"),
  ("orders.agency", "mandatory"),
  (
    "orders.agency.kinds",
    "central-agency, local-agency, school, council, state-enterprise, subsidised-body"
  ),
  ("orders.approval", "mandatory"),
  ("orders.approval.inspection_threshold", "10000000"),
  ("orders.contract_period", "mandatory"),
  ("orders.reserve", "mandatory"),
  ("orders.award", "mandatory"),
  ("orders.data_location", "mandatory"),
  ("orders.data_location.domestic_territories", "TW"),
  ("orders.cancellation", "mandatory"),
]

/// What is stated, and from when; everything else is assumed.
private let stated: [PolicyKey: (Basis, from: String)] = [
  .awardCutoffShare: (.seed, "2024-04-01"), .reserveTaxRate: (.law, "1986-04-01"),
  .awardLowPriceItem: (.law, "1999-05-27"), .awardLowPriceTotal: (.law, "1999-05-27"),
  .screeningDemand: (.seed, "2023-04-01"),
  .screeningDemandAgencies: (.seed, "2023-04-01"),
  .screeningDemandTenders: (.seed, "2023-04-01"),
  .screeningSubmission: (.seed, "2023-04-01"),
  .screeningCapability: (.seed, "2023-04-01"),
  .screeningVendorOrigin: (.seed, "2023-04-01"),
  .screeningDataLocation: (.seed, "2023-04-01"),
  .screeningTerritories: (.seed, "2023-04-01"),
  .screeningBrands: (.seed, "2023-04-01"),
  .screeningInformationSecurity: (.seed, "2023-04-01"),
  .screeningInformationSecurityStandards: (.seed, "2023-04-01"),
  .screeningPrivacy: (.seed, "2025-10-01"),
  .screeningPrivacyStandards: (.seed, "2023-04-01"),
  .screeningCloudSecurity: (.seed, "2023-04-01"),
  .screeningCloudSecurityStandards: (.seed, "2023-04-01"),
  .screeningCloudPrivacy: (.seed, "2023-04-01"),
  .screeningCloudPrivacyStandards: (.seed, "2023-04-01"),
  .screeningBidderSecurity: (.seed, "2023-10-01"),
  .screeningBidderSecurityStandards: (.seed, "2023-04-01"),
  .screeningBidderPrivacy: (.seed, "2023-10-01"),
  .screeningBidderPrivacyStandards: (.seed, "2023-04-01"),
  .screeningApplicationScan: (.seed, "2023-04-01"),
  .screeningApplicationScanTest: (.seed, "2023-04-01"),
  .screeningApplicationScanEdition: (.seed, "2024-04-01"),
  .screeningSystemScan: (.seed, "2023-04-01"),
  .screeningSystemScanTest: (.seed, "2023-04-01"),
  .screeningReportAge: (.seed, "2023-04-01"),
  .screeningThirdParty: (.seed, "2024-04-01"),
  .screeningSeverity: (.seed, "2023-04-01"),
  .screeningCommonTests: (.seed, "2023-04-01"),
  .screeningCommonTestCount: (.seed, "2023-04-01"),
  .screeningSecurityTests: (.seed, "2023-04-01"),
  .screeningSecurityTestCount: (.seed, "2023-04-01"),
  .screeningSecurityItems: (.seed, "2025-10-01"),
  .calendarUndertaking: (.seed, "2023-04-01"),
  .calendarLogRetention: (.seed, "2023-10-01"),
  .ordersAgency: (.seed, "2023-04-01"),
  .ordersAgencyKinds: (.seed, "2023-04-01"),
  .ordersApproval: (.law, "1999-05-27"),
  .ordersInspectionThreshold: (.law, "1999-05-27"),
  .ordersContractPeriod: (.seed, "2023-04-01"),
  .ordersReserve: (.law, "1999-05-27"),
  .ordersAward: (.seed, "2023-04-01"),
  .ordersDataLocation: (.seed, "2023-10-01"),
  .ordersDomesticTerritories: (.seed, "2023-04-01"),
  .ordersCancellation: (.seed, "2023-04-01"),
]

/// Rules that are phased in: how many values each has.
private let phases: [PolicyKey: Int] = [
  .screeningPrivacy: 3, .screeningSecurityItems: 3, .screeningBidderSecurity: 2,
  .screeningBidderPrivacy: 2, .screeningApplicationScanEdition: 2, .screeningThirdParty: 2,
  .calendarLogRetention: 2,
  .ordersDataLocation: 2,
]

@Test func hasEveryKeyWithItsDocumentedDefault() throws {
  #expect(defaults.map(\.key) == PolicyKey.allCases.map(\.rawValue))
  let policy = try PolicyFile.shipped()
  for (name, value) in defaults {
    let key = try #require(PolicyKey(rawValue: name))
    let entry = try policy.entry(for: key, on: nil)
    #expect(entry.value.text == value, "\(name)")
    #expect(entry.basis == stated[key]?.0 ?? .assumed, "\(name)")
    #expect(entry.from?.isoText == stated[key]?.from, "\(name)")
    #expect(policy.entries[key]?.count == phases[key] ?? 1)
    #expect(policy.descriptions[key] != nil)
  }
}

/// What is at stake is measured over alternatives: every assumed number has some beside it.
@Test func everyAssumedNumberHasOtherValues() throws {
  for (key, entries) in try PolicyFile.shipped().entries {
    for entry in entries where entry.basis == .assumed {
      #expect(!entry.alternatives.contains(entry.value), "\(key)")
      // A choice has every name of its key, and no limit has no neighbour.
      switch entry.value {
      case .choice, .absent: continue
      default: break
      }
      #expect(!entry.alternatives.isEmpty, "\(key)")
    }
  }
}

@Test func theStagesReadTheirParameters() throws {
  let policy = PolicyView(try PolicyFile.shipped(), on: Day(year: 2026, month: 1, day: 31))
  #expect(try AwardPolicy(policy).minimumWinners == 1)
  #expect(try ReservePolicy(policy).ageLimitDays.agency == 365)
  #expect(try FeePolicy(policy) == FeePolicy())
}

@Test func theDemonstrationTiersSaySoInTheirName() throws {
  let path = projectFolder + "datasets/policy/fee_tiers_demonstration.csv"
  let orders = try TemporaryFolder([
    "o.csv": "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
  ])
  let fees = try LooseFiles.fees(orders: orders.path + "/o.csv", tiers: path)
  #expect(fees.tiers.isDemonstration)
  #expect(fees.tiers.tiers.map(\.lowerBoundHundredths) == [0, 100_000_000])
  #expect(fees.tiers.tiers.map(\.rate.decimalText) == ["0.011", "0.01"])
}
