import Pipeline
import Policy
import Pricing
import Quantities
import Statistics

/// Turns past lots, and what is stated, into a bidder model for each category.
struct BidderCalibration {
  private(set) var models: [Category: BidderModel] = [:]
  private(set) var notes: [Phrase] = []

  init(_ past: PastLots, stated: BehaviourSettings) throws(ArithmeticOverflow) {
    notes.append(
      Phrase(
        "bidders are resampled from \(past.pooled.entryCounts.count) past lots with a reserve price"
          + " and their \(past.pooled.bids.count) bids, by category; each bid on its own (assumed)",
        "投標行為自 \(past.pooled.entryCounts.count) 個訂有底價之既往品項及其 \(past.pooled.bids.count)"
          + " 筆投標，依類別重抽；各投標相互獨立（假設）"))
    for category in Category.allCases {
      let own = past.categories[category]
      let hasOwn = own?.bids.isEmpty == false
      let evidence = hasOwn ? own ?? past.pooled : past.pooled
      if own != nil, !hasOwn {
        notes.append(
          Phrase(
            "\(category.phrase.english): no past bids; bidders of all categories are used (assumed)",
            "\(category.phrase.traditionalChinese)：無既往投標，改採全部類別之投標（假設）"))
      }
      models[category] = try model(category, evidence, stated)
    }
    notes.append(
      Phrase(
        "equal bids at the cutoff are decided by a lot drawn anew in each draw (assumed)",
        "截點同價者，於每次模擬重新抽籤決定（假設）"))
  }

  private mutating func model(
    _ category: Category, _ evidence: PastLots.Evidence, _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> BidderModel {
    let candidates = evidence.participation.enumerated().compactMap { index, bids in
      bids > 0 ? BidderModel.Candidate(vendorIndex: index, weight: bids) : nil
    }
    var entry = BidderModel.Entry.observed(evidence.entryCounts)
    if let mean = stated.value(\.entryMean, of: category) {
      entry = .table(.poisson(mean: mean.value.approximation))
      notes.append(
        Phrase(
          "\(category.phrase.english): \(mean.decimalText) bids an item on average, Poisson, at most"
            + " the \(candidates.count) vendors (stated in the behaviour file)",
          "\(category.phrase.traditionalChinese)：每品項平均 \(mean.decimalText) 家投標（卜瓦松分配，"
            + "至多 \(candidates.count) 家；行為檔所定）"))
    }
    var ratios = BidRatios.observed(evidence.bids)
    if let quantiles = stated.value(\.bidRatioQuantiles, of: category) {
      ratios = try BidRatios(quantiles)
      notes.append(
        Phrase(
          "\(category.phrase.english): bid-to-reserve ratios as stated in the behaviour file",
          "\(category.phrase.traditionalChinese)：標價與底價之比依行為檔所定"))
    }
    return BidderModel(entry: entry, ratios: ratios, candidates: candidates)
  }
}

extension Rational {
  /// The nearest binary number, or one beside it: two conversions and a division, all IEEE 754.
  var approximation: Double { Double(numerator) / Double(denominator) }
}
