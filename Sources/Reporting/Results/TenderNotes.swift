public import Pipeline
public import Policy
import Quantities
import Tendering

extension TenderStage {
  /// What a reader should know beside the rows: the lot's seed, ties that are pending, re-bids and
  /// reductions that had no effect.
  public var notes: [Phrase] { TenderNotes(self).phrases }
}

/// How often what a reader should know has happened.
public struct TenderNotes: Sendable {
  /// Items whose tie a lot decided.
  public var drawnCount = 0
  /// Bids that are pending in a tie.
  public var pendingCount = 0
  /// Re-bids that had no effect.
  public var unusedCount = 0
  private let lotSeed: UInt64?

  /// Nothing has happened.
  public init(_ policy: AwardPolicy) {
    lotSeed = policy.lotSeed
  }

  init(_ stage: TenderStage) {
    self.init(stage.policy)
    add(stage)
  }

  /// Adds what happened in a stage.
  public mutating func add(_ stage: TenderStage) {
    drawnCount += stage.awards.count { award in
      if case .lot = award.tie?.resolution { true } else { false }
    }
    pendingCount += stage.awards.reduce(0) { $0 + $1.pendingCount }
    unusedCount += stage.awards.reduce(0) { $0 + $1.unusedRebids.count }
  }

  /// The notes.
  public var phrases: [Phrase] {
    var notes: [Phrase] = []
    if let lotSeed, drawnCount > 0 {
      notes.append(
        Phrase(
          "ties decided by lot with the seed \(lotSeed): \(drawnCount)",
          "\(drawnCount) 個品項之同價以種子 \(lotSeed) 抽籤決定"))
    }
    if pendingCount > 0 {
      notes.append(
        Phrase(
          "equal bids across the cutoff that are pending: \(pendingCount); re-bids or a lot"
            + " (--set award.lot_seed=NUMBER) decide them",
          "\(pendingCount) 件決標名額邊界同價待決；可提供比減價格或以 award.lot_seed 抽籤"))
    }
    if unusedCount > 0 {
      notes.append(
        Phrase("re-bids without effect: \(unusedCount)", "\(unusedCount) 筆比減價格未採用"))
    }
    return notes
  }
}
