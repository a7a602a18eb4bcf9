import Quantities

extension PolicyKey {
  /// What kind of value the parameter takes.
  public var kind: PolicyValueKind {
    switch self {
    case .reserveCombine: .choice(CombinationMethod.allCases.map(\.rawValue))
    case .reserveWeightHistorical, .reserveWeightAgency, .reserveWeightMarket: .rate
    case .reserveQuantile: .share
    case .reserveOutlierZ: .rate
    case .reserveMinimumEffectiveSources: .integer(1...1_000_000)
    case .reserveAgeLimitDaysHistorical, .reserveAgeLimitDaysAgency, .reserveAgeLimitDaysMarket:
      .integer(0...36_500)
    case .reserveRoundingUnit: .integer(1...1_000_000_000)
    case .reserveRiseWarning, .reserveTaxRate, .reserveFeeUplift: .rate
    case .awardCutoffShare: .share
    case .awardRounding, .feeRounding: .choice(Rounding.allCases.map(\.rawValue))
    case .awardBase: .choice(CutoffBase.allCases.map(\.rawValue))
    case .awardMinimumWinners: .integer(0...1_000_000)
    case .awardTie: .choice(TieRule.allCases.map(\.rawValue))
    case .awardLotSeed: .optionalInteger(0...Int64.max)
    case .awardContractPrice: .choice(ContractPriceRule.allCases.map(\.rawValue))
    case .awardPriceReduction: .choice(PriceReductionRule.allCases.map(\.rawValue))
    case .awardLowPriceItem, .awardLowPriceTotal: .share
    case .feeMode: .choice(FeeMode.allCases.map(\.rawValue))
    case .feeTierBy: .choice(TierMeasure.allCases.map(\.rawValue))
    case .feeBase: .choice(FeeBase.allCases.map(\.rawValue))
    case .feeCap, .ordersInspectionThreshold: .optionalMoney
    case .screeningDemandAgencies, .screeningCommonTestCount, .screeningSecurityTestCount:
      .integer(1...1_000)
    case .screeningDemandTenders: .optionalInteger(1...20)
    case .screeningApplicationScanEdition: .integer(2003...2100)
    case .screeningReportAge: .integer(1...120)
    case .screeningThirdParty: .choice(ThirdPartyRule.allCases.map(\.rawValue))
    case .screeningSeverity:
      .choice(
        ([.medium] + Severity.allCases.filter { $0 > .none && $0 != .medium }).map(\.rawValue))
    case .screeningSecurityLevel:
      .choice(([.basic] + SecurityLevel.allCases.filter { $0 != .basic }).map(\.rawValue))
    case .screeningTerritories, .screeningInformationSecurityStandards,
      .screeningPrivacyStandards, .screeningCloudSecurityStandards,
      .screeningCloudPrivacyStandards, .screeningBidderSecurityStandards,
      .screeningBidderPrivacyStandards, .screeningApplicationScanTest, .screeningSystemScanTest,
      .ordersAgencyKinds, .ordersDomesticTerritories:
      .names
    case .screeningDemand, .screeningSubmission, .screeningCapability, .screeningVendorOrigin,
      .screeningDataLocation, .screeningBrands, .screeningInformationSecurity, .screeningPrivacy,
      .screeningCloudSecurity, .screeningCloudPrivacy, .screeningBidderSecurity,
      .screeningBidderPrivacy, .screeningApplicationScan, .screeningSystemScan,
      .screeningCommonTests, .screeningSecurityTests, .screeningSecurityItems:
      .choice(RequirementStage.allCases.map(\.rawValue))
    case .calendarUndertaking, .calendarLogRetention: .period
    case .calendarUndertakingFirstDay: .choice(UndertakingFirstDay.allCases.map(\.rawValue))
    case .ordersAgency, .ordersApproval, .ordersContractPeriod, .ordersReserve, .ordersAward,
      .ordersDataLocation, .ordersCancellation:
      .choice([RequirementStage.mandatory, .notAsked].map(\.rawValue))
    }
  }

  /// Whether the parameter belongs to screening, which only cases with its tables need.
  public var isOfScreening: Bool { rawValue.hasPrefix("screening.") }

  /// Whether the parameter belongs to the calendar, which decides no price, award or fee.
  public var isOfCalendar: Bool { rawValue.hasPrefix("calendar.") }

  /// Whether the parameter belongs to the rules of orders, which flag and decide nothing.
  public var isOfOrders: Bool { rawValue.hasPrefix("orders.") }
}
