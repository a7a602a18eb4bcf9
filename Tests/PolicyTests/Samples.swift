import Policy
import Quantities

/// Shorthand for the books that the tests of the policy read.
enum Sample {
  /// A value of a parameter's own kind.
  static func value(_ key: PolicyKey, _ text: String) throws -> PolicyValue {
    try PolicyValue(text: text, kind: key.kind)
  }

  /// An entry from an ISO date on; assumed where there is none.
  static func entry(
    _ key: PolicyKey, _ text: String, from: String? = nil
  ) throws -> PolicyBook.Entry {
    PolicyBook.Entry(
      value: try value(key, text), from: try from.map { try Day(text: $0) },
      basis: from == nil ? .assumed : .law, citation: Citation("\(key.rawValue) \(text)"))
  }

  /// The default of every parameter, as the table of keys lists it.
  static let defaults: [(key: PolicyKey, text: String)] = [
    (.reserveCombine, "minimum"), (.reserveWeightHistorical, "1"), (.reserveWeightAgency, "1"),
    (.reserveWeightMarket, "1"), (.reserveQuantile, "0.5"), (.reserveOutlierZ, "3.5"),
    (.reserveMinimumEffectiveSources, "1"), (.reserveAgeLimitDaysHistorical, "1095"),
    (.reserveAgeLimitDaysAgency, "365"), (.reserveAgeLimitDaysMarket, "180"),
    (.reserveRoundingUnit, "1"), (.reserveRiseWarning, "0.1"), (.reserveTaxRate, "0.05"),
    (.reserveFeeUplift, "0"), (.awardCutoffShare, "0.9"), (.awardRounding, "half-up"),
    (.awardBase, "valid"), (.awardMinimumWinners, "1"), (.awardTie, "rebid-then-lot"),
    (.awardLotSeed, "none"), (.awardContractPrice, "own-bid"), (.awardPriceReduction, "none"),
    (.awardLowPriceItem, "0.7"), (.awardLowPriceTotal, "0.8"), (.feeMode, "slab"),
    (.feeTierBy, "amount"), (.feeBase, "gross"), (.feeRounding, "half-up"), (.feeCap, "none"),
    (.screeningDemand, "mandatory"),
    (.screeningDemandAgencies, "2"),
    (.screeningDemandTenders, "2"),
    (.screeningSubmission, "mandatory"),
    (.screeningCapability, "mandatory"),
    (.screeningVendorOrigin, "mandatory"),
    (.screeningDataLocation, "mandatory"),
    (.screeningTerritories, "CN, HK, MO"),
    (.screeningBrands, "mandatory"),
    (.screeningInformationSecurity, "mandatory"),
    (.screeningInformationSecurityStandards, "ISO/IEC 27001, CNS 27001"),
    (.screeningPrivacy, "mandatory"),
    (.screeningPrivacyStandards, "ISO/IEC 27701, BS 10012"),
    (.screeningCloudSecurity, "mandatory"),
    (.screeningCloudSecurityStandards, "ISO/IEC 27017, CSA STAR"),
    (.screeningCloudPrivacy, "mandatory"),
    (.screeningCloudPrivacyStandards, "ISO/IEC 27018"),
    (.screeningBidderSecurity, "mandatory"),
    (.screeningBidderSecurityStandards, "ISO/IEC 27001, CNS 27001"),
    (.screeningBidderPrivacy, "mandatory"),
    (.screeningBidderPrivacyStandards, "ISO/IEC 27701, CNS 27701"),
    (.screeningApplicationScan, "mandatory"),
    (.screeningApplicationScanTest, "CS-002"),
    (.screeningApplicationScanEdition, "2021"),
    (.screeningSystemScan, "mandatory"),
    (.screeningSystemScanTest, "CS-003"),
    (.screeningReportAge, "12"),
    (.screeningThirdParty, "required"),
    (.screeningSeverity, "medium"),
    (.screeningCommonTests, "mandatory"),
    (.screeningCommonTestCount, "6"),
    (.screeningSecurityTests, "mandatory"),
    (.screeningSecurityTestCount, "4"),
    (.screeningSecurityItems, "mandatory"),
    (.screeningSecurityLevel, "basic"),
    (.calendarUndertaking, "14 days"),
    (.calendarUndertakingFirstDay, "award-date"),
    (.calendarLogRetention, "6 months"),
    (.ordersAgency, "mandatory"),
    (
      .ordersAgencyKinds,
      "central-agency, local-agency, school, council, state-enterprise, subsidised-body"
    ),
    (.ordersApproval, "mandatory"),
    (.ordersInspectionThreshold, "10000000"),
    (.ordersContractPeriod, "mandatory"),
    (.ordersReserve, "mandatory"),
    (.ordersAward, "mandatory"),
    (.ordersDataLocation, "mandatory"),
    (.ordersDomesticTerritories, "TW"),
    (.ordersCancellation, "mandatory"),
  ]

  /// A book that has every default, without dates.
  static func book() throws -> PolicyBook {
    var entries: [PolicyKey: [PolicyBook.Entry]] = [:]
    for (key, text) in defaults { entries[key] = [try entry(key, text)] }
    return PolicyBook(title: "defaults", file: "policy.yaml", entries: entries)
  }

  /// A book of one parameter.
  static func book(
    of key: PolicyKey, _ entries: [PolicyBook.Entry]
  ) -> PolicyBook {
    PolicyBook(title: "one", file: "one.yaml", entries: [key: entries])
  }
}
