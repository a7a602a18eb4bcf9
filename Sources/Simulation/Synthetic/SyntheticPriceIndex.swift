import Pricing
import Quantities
import Statistics

/// The made-up price index of a synthetic case: five years of months, rising slowly.
struct SyntheticPriceIndex: Sendable {
  private let lastMonth: Month
  /// By month in tenths, 1000 about the first; the last one is the pricing month's.
  private let tenths: [Int64]

  private static let monthCount = 60

  init(seed: UInt64, pricingMonth: Month) {
    lastMonth = pricingMonth
    var draws = RandomStream(seed: seed, item: 0, .priceIndex)
    tenths = (0..<SyntheticPriceIndex.monthCount).map {
      1_000 + 2 * Int64($0) + Int64(draws.next(below: 5))
    }
  }

  /// The index of a month in tenths; months before the first have the first one's.
  func tenths(in month: Month) -> Int64 {
    let distance = (lastMonth.year - month.year) * 12 + lastMonth.number - month.number
    return tenths[min(max(tenths.count - 1 - distance, 0), tenths.count - 1)]
  }

  /// The index of the pricing month in tenths.
  var pricingTenths: Int64 { tenths(in: lastMonth) }

  /// The months with their index in tenths, in order.
  var rows: [(month: Month, tenths: Int64)] {
    tenths.indices.map { (lastMonth + ($0 - tenths.count + 1), tenths[$0]) }
  }

  /// The index as the pricing rules take it.
  func priceIndex() throws(ArithmeticOverflow) -> PriceIndex {
    var values: [Month: Rational] = [:]
    for row in rows { values[row.month] = try Rational(Int128(row.tenths), over: 10) }
    return PriceIndex(values)
  }
}
