import Quantities

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
