import Policy
import Pricing
import Quantities

extension BoundTable {
  /// The rows of `price_index`.
  func priceIndex(_ diagnostics: inout Diagnostics) -> PriceIndex {
    var first = FirstPlaces<Month>()
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) {
      row -> (Month, Rational)? in
      let month = row.required(.month) { text throws(QuantityFormatError) in
        let month = try Month(text: text)
        guard month.year >= 1990 else {
          throw QuantityFormatError("is before 1990", expected: "a month such as 2026-03 or 115/03")
        }
        return month
      }
      if let month {
        row.reportRepetition(month, in: &first, .month, "the month \(month.isoText)")
      }
      let index = row.required(.index) { text throws(QuantityFormatError) in
        let index = try Rational(decimal: text)
        guard index > .zero else {
          throw QuantityFormatError("is not above 0", expected: "an index above 0 such as 104.3")
        }
        return index
      }
      guard let month, let index else { return nil }
      return (month, index)
    }
    return PriceIndex(Dictionary(rows, uniquingKeysWith: { first, _ in first }))
  }
}
