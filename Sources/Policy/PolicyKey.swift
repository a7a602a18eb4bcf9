/// A parameter of the rules; the raw value is its name in policy files and in `--set`.
public enum PolicyKey: String, CaseIterable, Sendable {
  /// How the representatives of the evidence classes become one price.
  case reserveCombine = "reserve.combine"
  /// Weight of the historical awards under `weighted-mean`.
  case reserveWeightHistorical = "reserve.weights.historical"
  /// Weight of the agency prices under `weighted-mean`.
  case reserveWeightAgency = "reserve.weights.agency"
  /// Weight of the market quotes under `weighted-mean`.
  case reserveWeightMarket = "reserve.weights.market"
  /// The quantile of all prices left, under `quantile`.
  case reserveQuantile = "reserve.quantile"
  /// The modified z-score above which a price is an outlier of its class.
  case reserveOutlierZ = "reserve.outlier_z"
  /// Effective evidence rows below which an item has no reserve price.
  case reserveMinimumEffectiveSources = "reserve.minimum_effective_sources"
  /// Age in days above which a historical award is dropped.
  case reserveAgeLimitDaysHistorical = "reserve.age_limit_days.historical"
  /// Age in days above which an agency price is dropped.
  case reserveAgeLimitDaysAgency = "reserve.age_limit_days.agency"
  /// Age in days above which a market quote is dropped.
  case reserveAgeLimitDaysMarket = "reserve.age_limit_days.market"
  /// NT$ that a reserve price is rounded down to a multiple of.
  case reserveRoundingUnit = "reserve.rounding_unit"
  /// Rise over the last award above which a warning is given.
  case reserveRiseWarning = "reserve.rise_warning"
  /// Tax that is added to prices stated without it.
  case reserveTaxRate = "reserve.tax_rate"
  /// Service fee that is added to prices stated without it.
  case reserveFeeUplift = "reserve.fee_uplift"
  /// Share of the bids, from the lowest, that is awarded.
  case awardCutoffShare = "award.cutoff_share"
  /// How the share of the bids becomes a whole number.
  case awardRounding = "award.rounding"
  /// Which bids the share is taken of.
  case awardBase = "award.base"
  /// Number of winners that the cutoff does not go below, before ties.
  case awardMinimumWinners = "award.minimum_winners"
  /// What happens to equal bids across the cutoff.
  case awardTie = "award.tie"
  /// Seed of the lot among tied vendors; `none` draws no lot.
  case awardLotSeed = "award.lot_seed"
  /// At which price a winner's contract is made.
  case awardContractPrice = "award.contract_price"
  /// Whether prices may be reduced where no bid is within the reserve price.
  case awardPriceReduction = "award.price_reduction"
  /// Share of a comparison price below which an item's bid is reviewed.
  case awardLowPriceItem = "award.low_price_item"
  /// Share of the reserve price below which a total bid is reviewed.
  case awardLowPriceTotal = "award.low_price_total"
  /// Whether one rate covers a whole order or each slice has its own.
  case feeMode = "fee.mode"
  /// What the tier of an order follows.
  case feeTierBy = "fee.tier_by"
  /// Whether the rate applies to the price or is contained in it.
  case feeBase = "fee.base"
  /// How the fee of an order becomes a whole number of NT$.
  case feeRounding = "fee.rounding"
  /// The most that one order is charged; `none` for no cap.
  case feeCap = "fee.cap"

  // Screening. Each rule has a stage by date, and its parameters beside it.

  /// Demand of several agencies for an item.
  case screeningDemand = "screening.demand"
  /// Agencies that have to ask for an item.
  case screeningDemandAgencies = "screening.demand.minimum_agencies"
  /// Tenders in a row that an item was listed in, with sales, to enter without a survey.
  case screeningDemandTenders = "screening.demand.exempting_tenders"
  /// Submission by the manufacturer or its authorised agent.
  case screeningSubmission = "screening.submission"
  /// The bidder's proof of its capability.
  case screeningCapability = "screening.capability"
  /// Where vendors and manufacturers come from.
  case screeningVendorOrigin = "screening.vendor_origin"
  /// Where data is accessed, backed up, kept in standby and sent through.
  case screeningDataLocation = "screening.data_location"
  /// The territories that vendors and data may not be in.
  case screeningTerritories = "screening.restricted_territories"
  /// Brands that are restricted as harmful to national cyber security.
  case screeningBrands = "screening.restricted_brands"
  /// Information-security certificate of the data centre.
  case screeningInformationSecurity = "screening.certificates.information_security"
  /// Standards that meet it, any of them.
  case screeningInformationSecurityStandards =
    "screening.certificates.information_security.standards"
  /// Privacy certificate of the data centre.
  case screeningPrivacy = "screening.certificates.privacy"
  /// Standards that meet it, any of them.
  case screeningPrivacyStandards = "screening.certificates.privacy.standards"
  /// Cloud-security certificate of the data centre.
  case screeningCloudSecurity = "screening.certificates.cloud_security"
  /// Standards that meet it, any of them.
  case screeningCloudSecurityStandards = "screening.certificates.cloud_security.standards"
  /// Cloud-privacy certificate of the data centre.
  case screeningCloudPrivacy = "screening.certificates.cloud_privacy"
  /// Standards that meet it, any of them.
  case screeningCloudPrivacyStandards = "screening.certificates.cloud_privacy.standards"
  /// The bidder's own information-security certificate.
  case screeningBidderSecurity = "screening.bidder_certificates.information_security"
  /// Standards that meet it, any of them.
  case screeningBidderSecurityStandards =
    "screening.bidder_certificates.information_security.standards"
  /// The bidder's own privacy certificate.
  case screeningBidderPrivacy = "screening.bidder_certificates.privacy"
  /// Standards that meet it, any of them.
  case screeningBidderPrivacyStandards = "screening.bidder_certificates.privacy.standards"
  /// Scan of the application against the OWASP Top 10.
  case screeningApplicationScan = "screening.tests.application_scan"
  /// The test's number.
  case screeningApplicationScanTest = "screening.tests.application_scan.test"
  /// The earliest edition of the OWASP Top 10 that a report may show.
  case screeningApplicationScanEdition = "screening.tests.application_scan.owasp_edition"
  /// Scan of the system for vulnerabilities.
  case screeningSystemScan = "screening.tests.system_scan"
  /// The test's number.
  case screeningSystemScanTest = "screening.tests.system_scan.test"
  /// Age in months beyond which a report of a scan is not accepted.
  case screeningReportAge = "screening.tests.report_age_limit_months"
  /// Whether a report of a scan has to come from a third party.
  case screeningThirdParty = "screening.tests.third_party"
  /// The severity from which on a finding fails a scan.
  case screeningSeverity = "screening.tests.failing_severity"
  /// The tests of common characteristics.
  case screeningCommonTests = "screening.tests.common_characteristics"
  /// How many of them there are.
  case screeningCommonTestCount = "screening.tests.common_characteristics.count"
  /// The tests of security.
  case screeningSecurityTests = "screening.tests.security"
  /// How many of them there are.
  case screeningSecurityTestCount = "screening.tests.security.count"
  /// Evidence of the security items.
  case screeningSecurityItems = "screening.security_items"
  /// The level of protection whose recommended items are asked for.
  case screeningSecurityLevel = "screening.security_items.level"

  // The calendar of the cycle. No money hangs on these.

  /// How long a winner has to file its confidentiality undertaking.
  case calendarUndertaking = "calendar.undertaking"
  /// Which day is the first of that time.
  case calendarUndertakingFirstDay = "calendar.undertaking.first_day"
  /// How long event logs are kept after the contract.
  case calendarLogRetention = "calendar.log_retention"

  // Orders. Each rule has a stage by date, and its parameters beside it.

  /// Who may order.
  case ordersAgency = "orders.agency"
  /// The kinds of agency that may, any of them.
  case ordersAgencyKinds = "orders.agency.kinds"
  /// The superior's approval of large orders.
  case ordersApproval = "orders.approval"
  /// The amount from which on an order needs it.
  case ordersInspectionThreshold = "orders.approval.inspection_threshold"
  /// Orders within the contract's period.
  case ordersContractPeriod = "orders.contract_period"
  /// Orders at or below the item's reserve price.
  case ordersReserve = "orders.reserve"
  /// Orders from vendors that were awarded the item.
  case ordersAward = "orders.award"
  /// The agency's check, before it orders, of where data is stored.
  case ordersDataLocation = "orders.data_location"
  /// The territories in which data is not abroad.
  case ordersDomesticTerritories = "orders.data_location.domestic_territories"
  /// The path that a cancellation takes.
  case ordersCancellation = "orders.cancellation"
}
