import Policy
import Quantities

/// The parameters of every rule with the defaults of the domain's policy table.
enum SmallPolicy {
  private static let defaults: [PolicyKey: String] = [
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

  /// The values that the deck or the law states; the others are assumed.
  static let stated: Set<PolicyKey> = [
    .awardCutoffShare, .reserveTaxRate, .awardLowPriceItem, .awardLowPriceTotal,
  ]

  /// A policy with the defaults, some values changed.
  ///
  /// - Parameters:
  ///   - values: Values in place of the defaults.
  ///   - alternatives: The alternatives of assumed values.
  ///   - missing: Parameters that the policy does not have.
  /// - Returns: A view without a date and without overrides.
  /// - Throws: ``QuantityFormatError`` when a text is no value of its key.
  static func view(
    _ values: [PolicyKey: String] = [:], alternatives: [PolicyKey: [String]] = [:],
    missing: Set<PolicyKey> = []
  ) throws -> PolicyView {
    var entries: [PolicyKey: [PolicyBook.Entry]] = [:]
    for (key, text) in defaults.merging(values, uniquingKeysWith: { $1 })
    where !missing.contains(key) {
      entries[key] = [
        PolicyBook.Entry(
          value: try PolicyValue(text: text, kind: key.kind), from: nil,
          basis: stated.contains(key) ? .law : .assumed,
          citation: Citation("citation of \(key.rawValue)"),
          alternatives: try (alternatives[key] ?? []).map {
            try PolicyValue(text: $0, kind: key.kind)
          })
      ]
    }
    return PolicyView(PolicyBook(title: "test", file: "test.yaml", entries: entries), on: nil)
  }

  /// The award's parameters with the defaults, some changed.
  ///
  /// - Throws: ``QuantityFormatError`` or ``PolicyError`` when a text is no value of its key.
  static func award(_ values: [PolicyKey: String] = [:]) throws -> AwardPolicy {
    try AwardPolicy(try view(values))
  }
}
