import CallOff
import Pipeline
import Policy

extension CallOffStage {
  /// The notes that stand on every sheet that shows a fee, demonstration tiers first.
  var noteBlocks: [ReportSheet.Block] {
    ledger.notes.map { note in
      let rule = note.rule.map { " [\($0.basis.phrase.english)] \($0.citation.text)" } ?? ""
      let chinese = note.rule.map { "［\($0.basis.phrase.traditionalChinese)］\($0.citation.text)" }
      return .note(
        ReportNote(
          Phrase(note.phrase.english + rule, note.phrase.traditionalChinese + (chinese ?? "")),
          kind: note.kind))
    }
  }
}

extension FeeNote {
  fileprivate var kind: ReportNote.Kind {
    switch self {
    case .demonstrationTable, .orderingPeriodTooLong: .warning
    case .dueDateAssumed, .cancellationTimingAssumed: .assumption
    case .tiersAbovePrinciple, .flatTiers, .notch, .noCollectionRecords: .plain
    }
  }
}
