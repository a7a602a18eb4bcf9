public import Policy
public import Quantities

/// The first step: every price is carried to the item's unit, term and tier, with tax and fee, and to
/// the pricing month.
///
/// A value that a row leaves empty is the item's. Units and tiers have no conversion; a term converts
/// pro rata by months where both are stated (assumed). Tax of 5 %: Business Tax Act, Art. 10; quoted
/// prices include it, Art. 32. The fee uplift and the index are assumed.
struct Normalising {
  let taxRate: Rate
  let feeUplift: Rate
  let pricingMonth: Month
  /// `nil` when the case has no index: then the factor is 1.
  let index: PriceIndex?

  /// The price of a row on the item's terms, or why there is none.
  ///
  /// - Throws: ``ArithmeticOverflow`` when the exact price does not fit.
  func normalise(
    _ row: Evidence, for item: Item
  ) throws(ArithmeticOverflow) -> Result<NormalisedPrice, NormalisingFault> {
    if let unit = row.unit, unit != item.unit {
      return .failure(.unit(row: unit, item: item.unit))
    }
    if let tier = row.quantityTier, tier != item.quantityTier {
      return .failure(.tier(row: tier, item: item.quantityTier))
    }
    let factors = try factors(of: row, for: item)
    var steps: [NormalisedPrice.Step] = []
    var price = row.unitPrice.exact
    func apply(_ cause: NormalisedPrice.Cause, _ factor: Rational) throws(ArithmeticOverflow) {
      price = try price * factor
      steps.append(
        NormalisedPrice.Step(
          cause: cause, factor: factor, result: ExactPrice(minorUnits: price)))
    }

    if let months = row.termMonths, months != item.termMonths {
      guard let itemMonths = item.termMonths, let factor = factors.term else {
        return .failure(.term(rowMonths: months, itemMonths: item.termMonths))
      }
      try apply(.term(rowMonths: months, itemMonths: itemMonths), factor)
    }
    if !row.isTaxIncluded { try apply(.tax(taxRate), factors.tax) }
    if !row.isFeeIncluded { try apply(.fee(feeUplift), factors.fee) }
    let beforeIndex = ExactPrice(minorUnits: price)

    let month = row.date.month
    if let index, month != pricingMonth {
      guard let factor = factors.index else {
        let missing = index.values[month] == nil ? month : pricingMonth
        return .failure(.index(missing: missing))
      }
      try apply(.index(from: month, to: pricingMonth), factor)
    }
    return .success(
      NormalisedPrice(
        stated: row.unitPrice, steps: steps, beforeIndex: beforeIndex,
        price: ExactPrice(minorUnits: price)))
  }
}

extension Normalising {
  /// The first step of a pricing.
  init(_ pricing: ReservePricing) {
    taxRate = pricing.policy.taxRate
    feeUplift = pricing.policy.feeUplift
    pricingMonth = pricing.pricingDate.month
    index = pricing.index
  }
}

/// Why a price cannot be carried to the item's terms.
public enum NormalisingFault: Error, Hashable, Sendable {
  /// The row's unit is not the item's; `item` is `nil` when the item states none.
  case unit(row: String, item: String?)
  /// The row's quantity tier is not the item's; `item` is `nil` when the item states none.
  case tier(row: String, item: String?)
  /// The row's term is not the item's, and one of them is missing or not above 0.
  case term(rowMonths: Int, itemMonths: Int?)
  /// The price index has no value for a month that is needed.
  case index(missing: Month)

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .unit(let row, let item):
      Phrase(
        "its unit is \(row), \(item.map { "the item's \($0)" } ?? "the item states none")",
        "單位為「\(row)」，\(item.map { "品項為「\($0)」" } ?? "品項未載明單位")")
    case .tier(let row, let item):
      Phrase(
        "its quantity tier is \(row), \(item.map { "the item's \($0)" } ?? "the item states none")",
        "數量級距為「\(row)」，\(item.map { "品項為「\($0)」" } ?? "品項未載明數量級距")")
    case .term(let row, let item):
      Phrase(
        "its term is \(row) months, "
          + (item.map { "the item's \($0) months" } ?? "the item states none"),
        "期間為 \(row) 個月，\(item.map { "品項為 \($0) 個月" } ?? "品項未載明期間")")
    case .index(let month):
      Phrase(
        "the price index has no value for \(month.isoText)",
        "物價指數無 \(month.isoText) 之數值")
    }
  }
}
