// The distributions behind a synthetic case. The inner quantiles of the bid ratios are measured;
// all other figures here are assumed.

extension QuantileTable {
  /// Valid bids over their reserve price, in millionths.
  ///
  /// The quantiles at 1, 5, 25, 50, 75 and 95 % are those of 5,773 public-works bids of the city of
  /// Tsuchiura, Japan, 2007–2015 (public repository sylvaingchassang/missing_bids); the tails beyond
  /// them are assumed.
  static let bidToReserve = QuantileTable([
    (0, 480_000), (2_000, 620_000), (10_000, 706_000), (50_000, 818_000), (250_000, 955_000),
    (500_000, 976_000), (750_000, 985_000), (950_000, 994_000), (1_000_000, 1_000_000),
  ])

  /// Order amounts in NT$: a lognormal body with a Pareto tail (exponent 1.8), tabulated.
  ///
  /// Scaled to a mean of NT$1,030,225. A press report of 2026-01-16 has 10,357 orders worth about
  /// NT$10.7 bn in ROC 114, about NT$1.03 M an order; the shape is assumed.
  static let orderAmount = QuantileTable([
    (0, 3_000), (10_000, 19_000), (50_000, 48_000), (100_000, 77_000), (200_000, 140_000),
    (300_000, 210_000), (400_000, 290_000), (500_000, 410_000), (600_000, 570_000),
    (700_000, 810_000), (800_000, 1_230_000), (900_000, 2_160_000), (950_000, 3_470_000),
    (980_000, 5_900_000), (990_000, 8_700_000), (995_000, 12_700_000), (998_000, 21_000_000),
    (999_000, 31_000_000), (999_500, 46_000_000), (999_900, 100_000_000),
    (1_000_000, 200_000_000),
  ])

  /// Award prices of earlier cases over the market price of their month, in millionths.
  static let historicalFactor = QuantileTable([
    (0, 900_000), (100_000, 935_000), (500_000, 965_000), (900_000, 990_000),
    (1_000_000, 1_020_000),
  ])

  /// Prices that agencies paid outside the framework over the market price, in millionths.
  static let agencyFactor = QuantileTable([
    (0, 900_000), (100_000, 945_000), (500_000, 995_000), (900_000, 1_050_000),
    (1_000_000, 1_110_000),
  ])

  /// Web prices and market selling prices over the market price, in millionths.
  static let listFactor = QuantileTable([
    (0, 980_000), (100_000, 1_010_000), (500_000, 1_070_000), (900_000, 1_140_000),
    (1_000_000, 1_200_000),
  ])

  /// Promotion prices over the market price, in millionths.
  static let promotionFactor = QuantileTable([
    (0, 930_000), (100_000, 950_000), (500_000, 990_000), (900_000, 1_040_000),
    (1_000_000, 1_080_000),
  ])

  /// An item's market price over its product's list price, in millionths.
  static let marketLevel = QuantileTable([
    (0, 700_000), (250_000, 880_000), (500_000, 1_000_000), (750_000, 1_150_000),
    (1_000_000, 1_500_000),
  ])

  /// How much an item is ordered, relative to others: over-dispersed.
  static let demandWeight = QuantileTable([
    (0, 20), (250_000, 45), (500_000, 80), (750_000, 150), (900_000, 300), (1_000_000, 700),
  ])
}
