public import Pipeline
public import Policy
import Quantities

/// The sheet of the figures that a committee asks for first, with what to look at.
enum SummarySheet {
  static let key = "summary"

  static func sheet(
    of run: CaseRun, _ register: AssumptionRegister, _ formulas: [String: String]
  ) throws(ArithmeticOverflow) -> ReportSheet {
    let summary = try RunSummary(of: run)
    let facts = summary.figures.map {
      FactList.Fact($0.key, $0.label, $0.cell.computed(by: formulas[$0.key]))
    }
    var blocks: [ReportSheet.Block] = [.facts(FactList("summary_figures", facts: facts))]
    for stage in run.skipped {
      blocks.append(.note(ReportNote(stage.phrase, kind: .warning)))
    }
    for note in run.tender?.notes ?? [] { blocks.append(.note(ReportNote(note, kind: .warning))) }
    if run.callOff != nil { blocks += run.callOff?.noteBlocks ?? [] }
    blocks += [
      .heading(Phrase("The assumptions with most at stake", "影響金額最大之假設")),
      .table(largestStakes(register)),
    ]
    return ReportSheet(
      key, name: Phrase("Summary", "摘要"), title: Phrase("Summary", "摘要"),
      summary: Phrase("The main figures and what needs attention", "主要數字及應注意事項"),
      tab: .result, blocks: blocks)
  }

  private static func largestStakes(_ register: AssumptionRegister) -> ReportTable {
    var table = ReportTable(
      "largest_stakes",
      columns: [
        .identifier("key", Phrase("parameter", "參數")),
        .text("value", Phrase("assumed value", "假設值")),
        .money("stake", Phrase("NT$ at stake", "影響金額")),
        .text("measure", Phrase("measured in", "衡量標的"), width: .characters(20)),
      ], emptyNotice: Phrase("No assumed value is in force.", "無假設值。"))
    for entry in register.entries.prefix(5) {
      table.append([
        .text(entry.key.rawValue), .text(entry.entry.value.text), .money(entry.stake),
        .phrase(entry.measure.phrase),
      ])
    }
    return table
  }
}

extension CaseRun.SkippedStage {
  /// Which stage did not run, and what it lacks.
  public var phrase: Phrase {
    let name: Phrase =
      switch stage {
      case .reserve: Phrase("reserve prices", "底價訂定")
      case .award: Phrase("awards", "決標")
      case .fees: Phrase("service fees", "作業服務費")
      }
    return Phrase(
      "not run: \(name.english), since the case has no \(missingFile)",
      "未執行：\(name.traditionalChinese)，本案無 \(missingFile)")
  }
}
