public import Quantities

/// What a row's price is multiplied by to be on the item's terms, factor by factor.
public struct NormalisingFactors: Hashable, Sendable {
  /// Whether unit and quantity tier are the item's; they have no conversion.
  public let fitsItem: Bool
  /// Item months over row months; 1 where they are equal, `nil` where one of them is missing.
  public let term: Rational?
  /// 1, or 1 + the tax rate for a price stated without tax.
  public let tax: Rational
  /// 1, or 1 + the fee uplift for a price stated without the fee.
  public let fee: Rational
  /// The pricing month's index over the row's; 1 without an index or in the pricing month itself, `nil`
  /// where the index lacks a month.
  public let index: Rational?
}

extension Normalising {
  /// The factors of a row.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a factor does not fit.
  func factors(of row: Evidence, for item: Item) throws(ArithmeticOverflow) -> NormalisingFactors {
    NormalisingFactors(
      fitsItem: (row.unit == nil || row.unit == item.unit)
        && (row.quantityTier == nil || row.quantityTier == item.quantityTier),
      term: try termFactor(of: row, for: item),
      tax: row.isTaxIncluded ? .one : try .one + taxRate.value,
      fee: row.isFeeIncluded ? .one : try .one + feeUplift.value,
      index: try indexFactor(of: row))
  }

  private func termFactor(
    of row: Evidence, for item: Item
  ) throws(ArithmeticOverflow) -> Rational? {
    guard let months = row.termMonths, months != item.termMonths else { return .one }
    guard let itemMonths = item.termMonths, itemMonths > 0, months > 0 else { return nil }
    return try Rational(Int128(itemMonths), over: Int128(months))
  }

  private func indexFactor(of row: Evidence) throws(ArithmeticOverflow) -> Rational? {
    guard let index, row.date.month != pricingMonth else { return .one }
    guard let from = index.values[row.date.month], let to = index.values[pricingMonth] else {
      return nil
    }
    return try to / from
  }
}
