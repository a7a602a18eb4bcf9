import Policy
import Quantities

extension PricedItem {
  /// The result of an item that cannot be computed exactly: no row is used, and each says why.
  init(
    inexact item: Item, _ pricing: ReservePricing, _ evidence: [Evidence],
    _ override: ReserveOverride?, _ overflow: ArithmeticOverflow
  ) {
    let rows = evidence.map { row in
      ReviewedRow(
        evidence: row, normalised: nil, disposition: .excluded(.notExact(overflow)),
        outlierScore: nil, influence: pricing.tracesInfluence ? .difference(.zero) : nil)
    }
    let computed = ComputedReserve.none(.notExact(overflow))
    self.init(
      item: item, pricing: pricing, rows: rows,
      classes: PerEvidenceClass { evidenceClass in
        ClassSummary(
          evidenceClass: evidenceClass,
          counts: EvidenceCounts(
            rows.lazy.filter { $0.evidence.origin.evidenceClass == evidenceClass }),
          outlierTest: .tooFewRows(count: 0),
          rule: RepresentativeRule(for: evidenceClass, keptCount: 0), representative: nil)
      },
      counts: EvidenceCounts(rows),
      combinations: CombinationMethod.allCases.map {
        CombinedPrice(method: $0, result: computed, differenceToChosen: nil)
      },
      computed: computed, override: override, outcome: ReserveOutcome(computed, override),
      warnings: [.fewerThanTwoClasses(count: 0)], lastAward: nil, interval: nil,
      lowPriceReferences: .none)
  }
}
