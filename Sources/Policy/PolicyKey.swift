import Quantities

/// A parameter of the rules; the raw value is its name in policy files and in `--set`.
public enum PolicyKey: String, CaseIterable, Sendable {
  case reserveCombine = "reserve.combine"
  case reserveWeightHistorical = "reserve.weights.historical"
  case reserveWeightAgency = "reserve.weights.agency"
  case reserveWeightMarket = "reserve.weights.market"
  case reserveQuantile = "reserve.quantile"
  case reserveOutlierZ = "reserve.outlier_z"
  case reserveMinimumEffectiveSources = "reserve.minimum_effective_sources"
  case reserveAgeLimitDaysHistorical = "reserve.age_limit_days.historical"
  case reserveAgeLimitDaysAgency = "reserve.age_limit_days.agency"
  case reserveAgeLimitDaysMarket = "reserve.age_limit_days.market"
  case reserveRoundingUnit = "reserve.rounding_unit"
  case reserveRiseWarning = "reserve.rise_warning"
  case reserveTaxRate = "reserve.tax_rate"
  case reserveFeeUplift = "reserve.fee_uplift"
  case awardCutoffShare = "award.cutoff_share"
  case awardRounding = "award.rounding"
  case awardBase = "award.base"
  case awardMinimumWinners = "award.minimum_winners"
  case awardTie = "award.tie"
  case awardLotSeed = "award.lot_seed"
  case awardContractPrice = "award.contract_price"
  case awardPriceReduction = "award.price_reduction"
  case awardLowPriceItem = "award.low_price_item"
  case awardLowPriceTotal = "award.low_price_total"
  case feeMode = "fee.mode"
  case feeTierBy = "fee.tier_by"
  case feeBase = "fee.base"
  case feeRounding = "fee.rounding"
  case feeCap = "fee.cap"

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
    case .feeCap: .optionalMoney
    }
  }
}
