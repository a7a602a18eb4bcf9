import Policy
import Quantities

/// The rows of one item after normalising and the test of independence.
struct EvidenceReview {
  /// Every row, in input order.
  let rows: [Evidence]
  /// The price of each row on the item's terms; `nil` when it cannot be carried there.
  let normalised: [NormalisedPrice?]
  /// Why each row is not effective; `nil` for an effective row.
  let exclusions: [Exclusion?]
  /// For each row, the row that would be effective without it: the first one that repeats it.
  let substitutes: [Int?]
  /// The effective prices of each class in minor units, ascending.
  let prices: PerEvidenceClass<[Rational]>

  /// Reviews the rows of one item.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a normalised price does not fit.
  /// - Complexity: O(n log n).
  init(
    _ rows: [Evidence], of item: Item, normalising: Normalising, independence: Independence
  ) throws(ArithmeticOverflow) {
    var normalised: [NormalisedPrice?] = []
    var exclusions: [Exclusion?] = []
    for row in rows {
      switch try normalising.normalise(row, for: item) {
      case .success(let price):
        normalised.append(price)
        exclusions.append(independence.fault(of: row).map { .notIndependent($0) })
      case .failure(let fault):
        normalised.append(nil)
        exclusions.append(.notNormalised(fault))
      }
    }

    let candidates = rows.indices.filter { exclusions[$0] == nil }
    var substitutes = [Int?](repeating: nil, count: rows.count)
    for (index, first) in Independence.firsts(of: rows, among: candidates).enumerated() {
      guard let first else { continue }
      exclusions[index] = .notIndependent(.repeats(rows[first].id, at: rows[first].position))
      if substitutes[first] == nil { substitutes[first] = index }
    }

    var prices = PerEvidenceClass<[Rational]>(historical: [], agency: [], market: [])
    for index in candidates where exclusions[index] == nil {
      guard let price = normalised[index]?.price.minorUnits else { continue }
      prices[rows[index].origin.evidenceClass].append(price)
    }
    self.rows = rows
    self.normalised = normalised
    self.exclusions = exclusions
    self.substitutes = substitutes
    self.prices = PerEvidenceClass { prices[$0].sorted() }
  }
}
