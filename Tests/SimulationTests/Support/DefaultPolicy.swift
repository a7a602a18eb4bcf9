import Policy

extension PolicyView {
  /// The default of every parameter, as the table of policy keys in the contract of the product has
  /// them.
  static func defaults() throws -> PolicyView {
    var entries: [PolicyKey: [PolicyBook.Entry]] = [:]
    for (key, text) in defaultTexts {
      entries[key] = [
        PolicyBook.Entry(
          value: try PolicyValue(text: text, kind: key.kind), from: nil, basis: .assumed,
          citation: Citation("the default"))
      ]
    }
    return PolicyView(PolicyBook(title: "defaults", file: "defaults", entries: entries), on: nil)
  }

  private static let defaultTexts: [PolicyKey: String] = [
    .reserveCombine: "minimum", .reserveWeightHistorical: "1", .reserveWeightAgency: "1",
    .reserveWeightMarket: "1", .reserveQuantile: "0.5", .reserveOutlierZ: "3.5",
    .reserveMinimumEffectiveSources: "1", .reserveAgeLimitDaysHistorical: "1095",
    .reserveAgeLimitDaysAgency: "365", .reserveAgeLimitDaysMarket: "180",
    .reserveRoundingUnit: "1", .reserveRiseWarning: "0.1", .reserveTaxRate: "0.05",
    .reserveFeeUplift: "0", .awardCutoffShare: "0.9", .awardRounding: "half-up",
    .awardBase: "valid", .awardMinimumWinners: "1", .awardTie: "rebid-then-lot",
    .awardLotSeed: "none", .awardContractPrice: "own-bid", .awardPriceReduction: "none",
    .awardLowPriceItem: "0.7", .awardLowPriceTotal: "0.8", .feeMode: "slab",
    .feeTierBy: "amount", .feeBase: "gross", .feeRounding: "half-up", .feeCap: "none",
  ]
}
