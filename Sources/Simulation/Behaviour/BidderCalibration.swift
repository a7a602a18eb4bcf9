import Pipeline
import Policy
import Pricing
import Quantities
import Statistics

/// Turns past lots, and what is stated, into the bidders of each category.
struct BidderCalibration {
  private(set) var bidders: [Category: Bidders] = [:]
  private(set) var notes: [Phrase] = []
  let past: PastLots

  init(_ past: PastLots, stated: BehaviourSettings) throws(BehaviourProblem) {
    self.past = past
    if Category.allCases.contains(where: stated.resamples) { noteResampling() }
    for category in Category.allCases {
      bidders[category] =
        stated.value(\.model, of: category) == .equilibrium
        ? try equilibrium(category, stated).map { .equilibrium($0) }
        : .drawn(
          try fitting { () throws(ArithmeticOverflow) in try model(category, stated) })
    }
  }

  private mutating func noteResampling() {
    notes.append(
      Phrase(
        "what is not stated of bids is resampled from \(past.pooled.entryCounts.count) past lots with"
          + " a reserve price and their \(past.pooled.bidCount) bids, by category (assumed)",
        "未另行設定之投標行為，自 \(past.pooled.entryCounts.count) 個訂有底價之既往品項及其"
          + " \(past.pooled.bidCount) 筆投標，依類別重抽（假設）"))
  }

  /// The past lots of a category, or all of them where it has no bids.
  mutating func evidence(_ category: Category) -> PastLots.Evidence {
    guard let own = past.categories[category] else { return past.pooled }
    guard own.ratios.isEmpty else { return own }
    note(
      category, "no past bids; bidders of all categories are used (assumed)",
      "無既往投標，改採全部類別之投標（假設）")
    return past.pooled
  }

  private mutating func model(
    _ category: Category, _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> BidderModel {
    let evidence = evidence(category)
    let fits =
      stated.value(\.model, of: category) == .parametric ? BidderFits(evidence) : nil
    let levels = levels(category, evidence, stated)
    let ratios = try ratios(category, evidence, stated, fits?.ratios)
    // Without anything to draw a ratio from nobody bids.
    let candidates =
      ratios == nil ? [] : candidates(category, evidence, stated, levels)
    return BidderModel(
      entry: .counted(try entry(category, evidence, stated, candidates.count, fits?.entry)),
      candidates: candidates, ratios: ratios ?? BidRatios(source: .observed([BidRatios.one])),
      disqualifiedBelow: try disqualification(category, evidence, stated),
      factors: factors(category, stated, levels),
      keepsAmounts: stated.value(\.keepsAmounts, of: category) ?? false)
  }

  /// Names an overflow as a problem of the behaviour.
  func fitting<Value>(
    _ work: () throws(ArithmeticOverflow) -> Value
  ) throws(BehaviourProblem) -> Value {
    do throws(ArithmeticOverflow) {
      return try work()
    } catch {
      throw .overflow(error)
    }
  }

  mutating func note(_ category: Category, _ english: String, _ chinese: String) {
    notes.append(
      Phrase(
        "\(category.phrase.english): \(english)",
        "\(category.phrase.traditionalChinese)：\(chinese)"))
  }
}

extension BidderCalibration {
  private mutating func entry(
    _ category: Category, _ evidence: PastLots.Evidence, _ stated: BehaviourSettings,
    _ candidateCount: Int, _ fits: EntryCalibration?
  ) throws(ArithmeticOverflow) -> EntryCounts {
    let shift = stated.value(\.entryShift, of: category) ?? 0
    if shift != 0 {
      note(
        category, "\(shift) bids for each item beside those drawn (stated)",
        "每品項投標家數增減 \(shift) 家（所定）")
    }
    let own = stated.value(\.entry, of: category)
    guard let entry = own ?? fits?.chosen?.stated else {
      return EntryCounts(source: .observed(evidence.entryCounts), shift: shift)
    }
    let (english, chinese) = own == nil ? ("fitted", "配適") : ("stated", "所定")
    note(
      category,
      "the number of bids for an item is \(entry.text), at most the \(candidateCount) vendors"
        + " (\(english))",
      "每品項投標家數為 \(entry.text)，至多 \(candidateCount) 家（\(chinese)）")
    return EntryCounts(source: .table(CountTable(entry)), shift: shift)
  }

  /// The vendors that may bid: those that have, and as many beside them as are stated.
  mutating func candidates(
    _ category: Category, _ evidence: PastLots.Evidence, _ stated: BehaviourSettings,
    _ levels: VendorLevels
  ) -> [BidderModel.Candidate] {
    var candidates = evidence.participation.enumerated().compactMap { index, bids in
      bids > 0
        ? BidderModel.Candidate(vendorIndex: index, weight: bids, level: levels.levels[index])
        : nil
    }
    guard let count = stated.value(\.potentialVendors, of: category) else { return candidates }
    note(category, "\(count) vendors could bid (stated)", "潛在投標廠商 \(count) 家（所定）")
    let weights = candidates.map(\.weight)
    if count < candidates.count {
      // Those that bid most often; of equal ones those that bid first.
      let kept = candidates.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
        .prefix(count)
      return kept.sorted().map { candidates[$0] }
    }
    let usual = weights.isEmpty ? 1 : max(1, weights.reduce(0, +) / weights.count)
    for index in 0..<(count - candidates.count) {
      candidates.append(
        BidderModel.Candidate(vendorIndex: past.vendors.count + index, weight: usual))
    }
    return candidates
  }

  private mutating func levels(
    _ category: Category, _ evidence: PastLots.Evidence, _ stated: BehaviourSettings
  ) -> VendorLevels {
    let vendorCount = past.vendors.count
    guard stated.value(\.hasVendorLevels, of: category) ?? true else {
      return .none(vendorCount: vendorCount)
    }
    let levels = VendorLevels(of: evidence.ratios, vendorCount: vendorCount)
    if levels.varianceShare > 0 {
      let percent = Int((levels.varianceShare * 100).rounded())
      note(
        category, "vendors keep their own level, \(percent)% of the variance of bids (estimated)",
        "廠商維持各自價格水準，占標價變異之 \(percent)%（估計）")
    }
    return levels
  }

  private func factors(
    _ category: Category, _ stated: BehaviourSettings, _ levels: VendorLevels
  ) -> BidderModel.Factors? {
    let vendor = stated.value(\.vendorCorrelation, of: category)?.value.approximation ?? 0
    let item = stated.value(\.itemCorrelation, of: category)?.value.approximation ?? 0
    guard vendor > 0 || item > 0 || levels.varianceShare > 0 else { return nil }
    // Correlations are of what the levels leave.
    let rest = 1 - levels.varianceShare
    let weight = { (share: Double) in
      Int64((share * rest).squareRoot() * Double(BidderModel.Factors.one))
    }
    return BidderModel.Factors(
      vendorWeight: weight(vendor), itemWeight: weight(item),
      ownWeight: weight(max(0, 1 - vendor - item)))
  }

  /// The distribution of ratios; `nil` where there is none.
  private mutating func ratios(
    _ category: Category, _ evidence: PastLots.Evidence, _ stated: BehaviourSettings,
    _ fits: RatioCalibration?
  ) throws(ArithmeticOverflow) -> BidRatios? {
    let scale = stated.value(\.discountScale, of: category)
    if let scale {
      note(
        category,
        "discounts below the reserve price are multiplied by \(scale.decimalText) (stated)",
        "低於底價之折扣乘以 \(scale.decimalText)（所定）")
    }
    let own = stated.value(\.bidRatio, of: category)
    let fitted = own == nil ? fits?.chosen?.stated : nil
    let shape = RatioShape(
      discountScale: scale,
      atReserve: stated.value(\.atReserve, of: category)
        ?? (fitted == nil ? nil : fits?.atReserve),
      aboveReserve: stated.value(\.aboveReserve, of: category)
        ?? (fitted == nil ? nil : fits?.aboveReserve), evidence: evidence)
    if let ratio = own ?? fitted {
      let (english, chinese) = own == nil ? ("fitted", "配適") : ("stated", "所定")
      note(
        category, "bid-to-reserve ratios are \(ratio.text) (\(english))",
        "標價與底價之比為 \(ratio.text)（\(chinese)）")
      return try shape.ratios(ratio)
    }
    let observed = evidence.ratios.map(\.billionths).sorted()
    return try shape.ratios(
      observed: observed, isSmoothed: stated.value(\.isSmoothed, of: category) ?? false)
  }

  mutating func disqualification(
    _ category: Category, _ evidence: PastLots.Evidence, _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> UInt64 {
    let rate: Rational
    if let share = stated.value(\.disqualificationRate, of: category) {
      rate = share.value
      note(
        category, "\(share.decimalText) of the bids are disqualified (stated)",
        "不合格標比率 \(share.decimalText)（所定）")
    } else {
      rate = try Rational(
        Int128(evidence.disqualifiedCount), over: Int128(max(1, evidence.bidCount)))
    }
    return UInt64(clamping: try (rate * Rational(1 << 32)).rounded(.halfUp))
  }
}

extension CountTable {
  /// The table of a stated number of bids.
  init(_ entry: StatedEntry) {
    self =
      switch entry {
      case .poisson(let mean): .poisson(mean: mean.value.approximation)
      case .binomial(let vendors, let probability):
        .binomial(trials: vendors, success: probability.value.approximation)
      case .negativeBinomial(let mean, let size):
        .negativeBinomial(mean: mean.value.approximation, size: size.value.approximation)
      case .counts(let weights): CountTable(weights: weights)
      }
  }
}

extension Rational {
  /// The nearest binary number, or one beside it: two conversions and a division, all IEEE 754.
  var approximation: Double { Double(numerator) / Double(denominator) }
}
