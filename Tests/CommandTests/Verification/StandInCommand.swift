import ArgumentParser
import CallOff
import Intake
import Pipeline
import Policy
import Pricing
import Quantities

@testable import Reporting
@testable import awardsim

/// A command whose workbook has a review sheet and little else: prices in force that follow decisions.
struct StandInCommand: WorkbookCommand {
  @Argument var path: String
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  var recordedSettings: [InputRecord.Setting] { [.init("command", "run")] + recordedInputSettings }

  func document(
    of loaded: LoadedCase, language: Language, program: String
  ) throws -> ReportDocument {
    let items = try loaded.reserveStage().items
    return ReportDocument(
      title: Phrase("Stand-in", "替身"), createdOn: loaded.input.header.pricingDate,
      language: language,
      sheets: [
        StandInCommand.prices(items, language), StandInCommand.review(items),
        InputRecordSheet.sheet(of: record(of: loaded, language, program)),
      ])
  }

  /// The prices in force, which a spreadsheet recomputes from the decisions.
  private static func prices(_ items: [PricedItem], _ language: Language) -> ReportSheet {
    var table = ReportTable(
      "prices",
      columns: [
        .identifier("item_id", Phrase("item", "品項")),
        .money("computed", Phrase("computed", "計算底價")),
        .money("in_force", Phrase("in force", "底價")),
      ])
    let word = Formula.quoted(ReserveDecision.override.words[language])
    for item in items {
      let key = item.item.id.text
      let decision = Formula.reference(
        CellRange("review_decisions", "decision", rows: .one(key)))
      let price = Formula.reference(
        CellRange("review_decisions", "override_price", rows: .one(key)))
      let stated = Formula.reference(
        CellRange("review_decisions", "computed", rows: .one(key)))
      table.append(
        [
          .text(key), .money(item.computed.reservePrice),
          Cell.money(item.reservePrice).computed(
            by: Formula(
              "=IF(\(decision)=\(word),\(price),\(stated))")),
        ], key: key)
    }
    let sum = (try? items.compactMap(\.reservePrice).total()) ?? .zero
    table.appendTotal(cells: [
      .text("total"), .empty,
      Cell.money(sum).computed(by: Formula("=SUM({prices.in_force})")),
    ])
    return ReportSheet(
      "prices", name: Phrase("Prices", "底價"), title: Phrase("Prices", "底價"),
      blocks: [.table(table)])
  }

  private static func review(_ items: [PricedItem]) -> ReportSheet {
    var table = ReportTable(
      "review_decisions",
      columns: [
        .identifier("item_id", Phrase("item", "品項")), .text("name", Phrase("name", "名稱")),
        .money("computed", Phrase("computed", "計算底價")),
        .text("decision", Phrase("decision", "決定")).entry(),
        .money("override_price", Phrase("override price", "改定底價")).entry(),
        .text("reason", Phrase("reason", "理由")).entry(),
        .text("decided_by", Phrase("decided by", "決定人員")).entry(),
        .date("decided_on", Phrase("decided on", "決定日期")).entry(),
        .text("notes", Phrase("notes", "備註")).entry(),
        .text("state", Phrase("state", "狀態")),
      ])
    for item in items {
      let state = Cell.text("open").computed(
        by: Formula("=IF({decision}=\"\",\"open\",\"decided\")"))
      table.append(
        [
          .text(item.item.id.text), .text(item.item.name), .money(item.reservePrice), .empty,
          .empty, .empty, .empty, .empty, .empty, state,
        ], key: item.item.id.text)
    }
    let open = FactList(
      "review_counts",
      facts: [
        .init(
          "open", Phrase("open", "未決"),
          Cell.count(items.count).computed(by: Formula("=COUNTBLANK({review_decisions.decision})"))
        )
      ])
    return ReportSheet(
      "review", name: Phrase("Review", "審議"), title: Phrase("Review", "審議"),
      blocks: [.table(table), .facts(open)])
  }
}
