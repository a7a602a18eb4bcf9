import Pipeline
import Policy
import Tendering

/// The sheet of screening: what kept whom out, the rules that were not applied, then every finding.
enum ScreeningSheet {
  static let key = "screening"

  static func sheet(of stage: ScreeningStage) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Screening", "審查"), title: Phrase("Screening", "審查"),
      summary: Phrase(
        "Which vendors, products and items enter, and why not", "廠商、產品及品項是否納入及其理由"),
      tab: .result,
      blocks: stage.notes.map { .note(ReportNote($0)) } + [
        .note(
          ReportNote(
            Phrase(
              "Solicitation from \(stage.dates.solicitationStart) to \(stage.dates.solicitationEnd);"
                + " the listing ends on \(stage.dates.listingEnd).",
              "公開徵求 \(stage.dates.solicitationStart) 至 \(stage.dates.solicitationEnd)；"
                + "上架期間至 \(stage.dates.listingEnd)。"))),
        .table(stage.resultTable()),
      ])
  }
}
