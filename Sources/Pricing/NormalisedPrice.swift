public import Policy
public import Quantities

/// A row's price carried to the item's terms, with every factor on the way.
public struct NormalisedPrice: Hashable, Sendable {
  /// The price as the row states it.
  public let stated: Money
  /// The factors that applied, in order; empty when the stated price is already on the item's terms.
  public let steps: [Step]
  /// The price before the index carried it to the pricing month.
  public let beforeIndex: ExactPrice
  /// The price on the item's terms, in the pricing month.
  public let price: ExactPrice

  /// One factor, and the price after it.
  public struct Step: Hashable, Sendable {
    /// What the price is brought in line with.
    public let cause: Cause
    /// What the price is multiplied by.
    public let factor: Rational
    /// The price after the step.
    public let result: ExactPrice
  }

  /// What a factor brings a price in line with.
  public enum Cause: Hashable, Sendable {
    /// The item's term, pro rata by months.
    case term(rowMonths: Int, itemMonths: Int)
    /// Tax, which the row states not to be included.
    case tax(Rate)
    /// The service fee, which the row states not to be included.
    case fee(Rate)
    /// The price level of the pricing month.
    case index(from: Month, to: Month)

    /// The cause in words.
    public var phrase: Phrase {
      switch self {
      case .term(let row, let item):
        Phrase(
          "term of \(row) months carried to \(item) months, pro rata",
          "期間 \(row) 個月按月比例換算為 \(item) 個月")
      case .tax(let rate):
        Phrase("tax of \(rate.decimalText) added", "加計營業稅，稅率 \(rate.decimalText)")
      case .fee(let rate):
        Phrase(
          "service fee of \(rate.decimalText) added", "加計作業服務費，費率 \(rate.decimalText)")
      case .index(let from, let to):
        Phrase(
          "price index from \(from.isoText) to \(to.isoText)",
          "依物價指數由 \(from.isoText) 調整至 \(to.isoText)")
      }
    }
  }
}
