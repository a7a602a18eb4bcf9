import Policy
import Quantities

/// The pricing of one item on the way to its result: each property is one step's outcome.
struct ItemPricing {
  let pricing: ReservePricing
  let item: Item
  let review: EvidenceReview
  let classes: PerEvidenceClass<ClassPrices>
  let computed: ComputedReserve

  init(
    _ pricing: ReservePricing, _ item: Item, _ evidence: [Evidence]
  ) throws(ArithmeticOverflow) {
    let policy = pricing.policy
    let review = try EvidenceReview(
      evidence, of: item,
      normalising: Normalising(pricing),
      independence: Independence(
        caseNumber: pricing.caseNumber, pricingDate: pricing.pricingDate,
        ageLimitDays: policy.ageLimitDays))
    classes = try PerEvidenceClass<ClassPrices> { evidenceClass throws(ArithmeticOverflow) in
      try ClassPrices(
        sorted: review.prices[evidenceClass], of: evidenceClass, outlierZ: policy.outlierZ)
    }
    self.pricing = pricing
    self.item = item
    self.review = review
    computed =
      evidence.isEmpty ? .none(.noEvidence) : policy.reserve(by: policy.combine, from: classes)
  }

  /// The result of the item.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a score or a comparison does not fit.
  func priced(_ override: ReserveOverride?) throws(ArithmeticOverflow) -> PricedItem {
    let rows = try reviewedRows()
    let outcome = ReserveOutcome(computed, override)
    let lastAward = LastAward(among: review)
    return PricedItem(
      item: item, pricing: pricing, rows: rows, classes: summaries(rows),
      counts: EvidenceCounts(rows), combinations: try combinations(), computed: computed,
      override: override, outcome: outcome,
      warnings: try warnings(outcome.reservePrice, lastAward), lastAward: lastAward,
      interval: try interval(),
      lowPriceReferences: try LowPriceReferences(review, classes))
  }

  private func reviewedRows() throws(ArithmeticOverflow) -> [ReviewedRow] {
    let limit = pricing.policy.outlierZ
    let without = LeaveOneOut(
      policy: pricing.policy, review: review, classes: classes, computed: computed)
    var rows: [ReviewedRow] = []
    rows.reserveCapacity(review.rows.count)
    for (index, evidence) in review.rows.enumerated() {
      var exclusion = review.exclusions[index]
      var score: Rational?
      if exclusion == nil, let price = review.normalised[index]?.price.minorUnits {
        score = try classes[evidence.origin.evidenceClass].test.score(of: price)
        if let score, score > limit { exclusion = .outlier(score: score, limit: limit) }
      }
      rows.append(
        ReviewedRow(
          evidence: evidence, normalised: review.normalised[index],
          disposition: exclusion.map { .excluded($0) } ?? .used, outlierScore: score,
          influence: pricing.tracesInfluence ? without.influence(ofRow: index) : nil))
    }
    return rows
  }

  private func summaries(_ rows: [ReviewedRow]) -> PerEvidenceClass<ClassSummary> {
    PerEvidenceClass { evidenceClass in
      let prices = classes[evidenceClass]
      return ClassSummary(
        evidenceClass: evidenceClass,
        counts: EvidenceCounts(
          rows.lazy.filter { $0.evidence.origin.evidenceClass == evidenceClass }),
        outlierTest: prices.test, rule: prices.rule,
        representative: prices.representative.map { ExactPrice(minorUnits: $0) })
    }
  }

  private func combinations() throws(ArithmeticOverflow) -> [CombinedPrice] {
    var list: [CombinedPrice] = []
    for method in CombinationMethod.allCases {
      let result =
        review.rows.isEmpty ? computed : pricing.policy.reserve(by: method, from: classes)
      var difference: Money?
      if let price = result.reservePrice, let chosen = computed.reservePrice {
        difference = try price - chosen
      }
      list.append(
        CombinedPrice(method: method, result: result, differenceToChosen: difference))
    }
    return list
  }

  private func interval() throws(ArithmeticOverflow) -> BootstrapInterval? {
    guard computed.reservePrice != nil, let settings = pricing.bootstrap else { return nil }
    return try BootstrapInterval(
      of: item.id, policy: pricing.policy, prices: review.prices, settings: settings)
  }
}

extension ItemPricing {
  /// The warnings of an item, in the order of their cases.
  private func warnings(
    _ reserve: Money?, _ lastAward: LastAward?
  ) throws(ArithmeticOverflow) -> [ReserveWarning] {
    var warnings: [ReserveWarning] = []
    let count = EvidenceClass.allCases.count { classes[$0].representative != nil }
    if count < 2 { warnings.append(.fewerThanTwoClasses(count: count)) }
    for evidenceClass in EvidenceClass.allCases where isStale(evidenceClass) {
      warnings.append(.staleEvidence(evidenceClass))
    }
    if let reserve, let lastAward {
      let limit = pricing.policy.riseWarning
      let highest = try lastAward.price.minorUnits * (.one + limit.value)
      if reserve.exact > highest {
        warnings.append(.rise(reserve: reserve, lastAward: lastAward, limit: limit))
      }
    }
    for evidenceClass in EvidenceClass.allCases {
      guard case .meanDeviation = classes[evidenceClass].test else { continue }
      warnings.append(.meanDeviationUsed(evidenceClass))
    }
    return warnings
  }

  /// Whether a class has rows and every one of them was dropped for its age.
  ///
  /// Rows dated after the pricing date are as if they were not there: a warning looks ahead no more
  /// than a price does.
  private func isStale(_ evidenceClass: EvidenceClass) -> Bool {
    var hasStaleRow = false
    for (row, exclusion) in zip(review.rows, review.exclusions)
    where row.origin.evidenceClass == evidenceClass {
      switch exclusion {
      case .notIndependent(.tooOld): hasStaleRow = true
      case .notIndependent(.afterPricingDate): continue
      default: return false
      }
    }
    return hasStaleRow
  }
}

extension ReserveOutcome {
  /// What stands: the committee's decision before the computed price.
  init(_ computed: ComputedReserve, _ override: ReserveOverride?) {
    switch (override, computed) {
    case (let override?, _):
      self = .overridden(override.reservePrice, computed: computed.reservePrice)
    case (nil, .price(_, let reserve)): self = .priced(reserve)
    case (nil, .none(let reason)): self = .none(reason)
    }
  }
}
