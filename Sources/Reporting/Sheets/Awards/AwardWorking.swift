import Pipeline
import Policy
import Quantities
import Tendering

/// The awards of all items with the numbers that their formulas pass through.
struct AwardWorking {
  let stage: TenderStage
  let items: [ItemWorking]
  let bids: [BidWorking]
  let liveness: Liveness

  var isLive: Bool { liveness.isLive }

  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  init(_ stage: TenderStage, limits: FormulaLimits) throws(ArithmeticOverflow) {
    self.stage = stage
    var items: [ItemWorking] = []
    var first = 1
    for (index, award) in stage.awards.enumerated() {
      items.append(try ItemWorking(award, number: index + 1, first: first))
      first += award.bids.count
    }
    self.items = items
    let rebids = stage.tenders.map { tender in
      Dictionary(
        tender.rebids.map { ($0.vendorID, $0.unitPrice) }, uniquingKeysWith: { first, _ in first })
    }
    bids = BidWorking.bids(of: items, rebids: rebids)
    liveness = AwardWorking.liveness(of: stage, limits)
  }

  private static func liveness(of stage: TenderStage, _ limits: FormulaLimits) -> Liveness {
    let name = Phrase("bids", "投標")
    let count = Int(clamping: stage.count(\.submittedCount))
    guard count <= limits.bidCount else {
      return .tooManyRows(count, of: name, limit: limits.bidCount)
    }
    let most = stage.awards.map(\.submittedCount).max() ?? 0
    guard most <= limits.bidCountOfItem else {
      return .tooManyRows(
        most, of: Phrase("bids for one item", "單一品項投標"), limit: limits.bidCountOfItem)
    }
    let vendors = Set(stage.awards.flatMap { $0.bids.map(\.bid.vendorID.text) })
    guard LookupNames.areDistinct(stage.awards.map(\.itemID.text)) else {
      return .alikeNames(Phrase("items", "品項"))
    }
    guard LookupNames.areDistinct(vendors) else { return .alikeNames(Phrase("vendors", "廠商")) }
    let prices = stage.awards.flatMap { award in
      [award.reservePrice] + award.bids.flatMap { [$0.bid.unitPrice, $0.standingPrice] }
    }
    guard prices.allSatisfy({ $0?.isExactInSpreadsheets ?? true }) else { return .tooManyDigits }
    guard stage.awards.allSatisfy({ $0.outcome.token != nil }) else {
      return .values(
        Phrase(
          "an item failed for a reason that no formula comes to.", "有品項因公式無法得出之理由未能決標。"))
    }
    return .formulas
  }
}
