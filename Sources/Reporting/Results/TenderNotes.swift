public import Pipeline
public import Policy
import Quantities
import Tendering

extension TenderStage {
  /// What a reader should know beside the rows: the lot's seed, ties that are pending, re-bids and
  /// reductions that had no effect.
  public var notes: [Phrase] {
    var notes: [Phrase] = []
    let drawn = awards.count { award in
      if case .lot = award.tie?.resolution { true } else { false }
    }
    if let seed = policy.lotSeed, drawn > 0 {
      notes.append(
        Phrase(
          "ties decided by lot with the seed \(seed): \(drawn)",
          "\(drawn) 個品項之同價以種子 \(seed) 抽籤決定"))
    }
    let pending = awards.reduce(0) { $0 + $1.pendingCount }
    if pending > 0 {
      notes.append(
        Phrase(
          "equal bids across the cutoff that are pending: \(pending); re-bids or a lot"
            + " (--set award.lot_seed=NUMBER) decide them",
          "\(pending) 件決標名額邊界同價待決；可提供比減價格或以 award.lot_seed 抽籤"))
    }
    let unused = awards.reduce(0) { $0 + $1.unusedRebids.count }
    if unused > 0 {
      notes.append(Phrase("re-bids without effect: \(unused)", "\(unused) 筆比減價格未採用"))
    }
    return notes
  }
}
