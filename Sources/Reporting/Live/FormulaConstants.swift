import Pipeline
import Policy
import Pricing
import Quantities

/// The numbers that formulas count with and that are no policy: those of a cited method, and those that
/// let binary arithmetic give the same whole numbers as exact arithmetic.
enum FormulaConstants {
  static let listKey = "formula_constants"

  /// Decimals that a number keeps before it is compared or rounded.
  static let steadyDigits = "{steady_digits}"
  /// Cents of one unit of the currency.
  static let centsPerUnit = "{cents_per_unit}"
  /// Rows of a class up to which none is tested for being an outlier.
  static let untestedRows = "{untested_rows}"
  /// Rows of a class up to which the lowest stands for it.
  static let lowestRows = "{lowest_rows}"
  /// What a median deviation is divided by.
  static let medianPart = "{outlier_median_part}"
  /// What a mean deviation is multiplied by.
  static let meanFactor = "{outlier_mean_factor}"
  /// The cutoff share's numerator.
  static let sharePart = "{cutoff_share_part}"
  /// The cutoff share's denominator.
  static let shareWhole = "{cutoff_share_whole}"
  /// What is added to share × n before it is cut off to a whole number, times the denominator.
  static let roundingOffset = "{cutoff_rounding_offset}"

  /// A number without the traces of binary arithmetic behind its last decimals.
  static func steady(_ number: String) -> String { "ROUND(\(number),\(steadyDigits))" }

  /// The list as it stands on the sheet of assumptions.
  static func list(of run: CaseRun) -> FactList {
    FactList(listKey, facts: methodFacts + cutoffFacts(of: run))
  }

  /// The names of the cells.
  static func names(of run: CaseRun) -> [ReportDocument.DefinedName] {
    list(of: run).facts.map { .init($0.key, for: CellRange(listKey, $0.key)) }
  }

  private static var methodFacts: [FactList.Fact] {
    let outliers = Phrase(
      "Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993)",
      "Iglewicz 與 Hoaglin，How to Detect and Handle Outliers（1993）")
    return [
      .init(
        "steady_digits", Phrase("decimals kept before rounding", "進位前保留之小數位數"),
        .integer(6),
        remark: Phrase(
          "spreadsheets count in binary: 0.011 × 500 is not exactly 5.5 there, but it is to six"
            + " decimals", "試算表以二進位計算，0.011 × 500 不恰為 5.5，取六位小數後即為 5.5")),
      .init(
        "cents_per_unit", Phrase("cents of NT$1", "每元之分數"), .integer(Money.minorUnitsPerUnit),
        remark: Phrase("checks count amounts in cents", "檢核以分計數")),
      .init(
        "untested_rows", Phrase("rows without an outlier test, at most", "不檢定離群值之筆數上限"),
        .count(OutlierTest.untestedCount),
        remark: Phrase("a scale of three prices means nothing", "三筆價格之離散程度無意義")),
      .init(
        "outlier_median_part", Phrase("MAD per standard deviation", "中位數絕對離差之換算係數"),
        .decimal(try? Rational(Int128(OutlierTest.medianDeviationTenThousandths), over: 10_000)),
        remark: outliers),
      .init(
        "outlier_mean_factor", Phrase("standard deviation per mean deviation", "平均絕對離差之換算係數"),
        .decimal(try? Rational(Int128(OutlierTest.meanDeviationTenThousandths), over: 10_000)),
        remark: outliers),
      .init(
        "lowest_rows", Phrase("rows that the lowest stands for, at most", "以最低價為代表價之筆數上限"),
        .count(RepresentativeRule.lowestCount),
        remark: Phrase("assumed: the median of two prices is neither", "假設：兩筆時不取中位數")),
    ]
  }

  /// The cutoff share as a fraction, so that k is worked out in whole numbers as the rule has it.
  private static func cutoffFacts(of run: CaseRun) -> [FactList.Fact] {
    guard let policy = try? AwardPolicy(run.policy) else { return [] }
    let share = policy.cutoffShare.value
    let whole = denominator(of: share)
    let part = (try? share * whole).map(\.numerator).flatMap { Int64(exactly: $0) }
    let offset: Rational? =
      switch policy.rounding {
      case .halfUp: try? whole / Rational(2)
      case .floor: .zero
      case .ceiling: try? whole - .one
      }
    let rounding = PolicyKey.awardRounding.reference
    return [
      .init(
        "cutoff_share_whole", Phrase("cutoff share: denominator", "決標比例之分母"),
        .integer(Int64(exactly: whole.numerator)),
        remark: Phrase(
          "award.cutoff_share as a fraction, so that k is computed in whole numbers",
          "award.cutoff_share 之分數，使名額 k 以整數計算")),
      .init(
        "cutoff_share_part", Phrase("cutoff share: numerator", "決標比例之分子"),
        Cell.integer(part).computed(
          by: Formula("=ROUND(\(PolicyKey.awardCutoffShare.reference)*\(shareWhole),0)"))),
      .init(
        "cutoff_rounding_offset", Phrase("added before k is cut to a whole number", "取整前之加數"),
        Cell.decimal(offset).computed(
          by: Formula(
            "=IF(\(rounding)=\"half-up\",\(shareWhole)/2,IF(\(rounding)=\"floor\",0,\(shareWhole)-1))"
          )),
        remark: Phrase(
          "half-up: half the denominator; floor: 0; ceiling: the denominator less 1",
          "四捨五入：分母之半；捨去：0；進位：分母減 1")),
    ]
  }

  /// A denominator that a share typed into the sheet has as well: nine decimals, times the share's own.
  private static func denominator(of share: Rational) -> Rational {
    let decimals = Rational(1_000_000_000)
    let largest = Rational(1_000_000_000_000)
    guard let own = try? Rational(share.denominator, over: 1), let product = try? decimals * share
    else { return decimals }
    guard !product.isWhole else { return decimals }
    guard let shared = try? decimals * own, shared <= largest else { return own }
    return shared
  }
}
