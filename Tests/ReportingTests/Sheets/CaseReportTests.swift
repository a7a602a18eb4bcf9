import Foundation
import Intake
import Pipeline
import Policy
import Quantities
import Tendering
import Testing

@testable import Reporting

/// The sheets of the shipped case: everything of the input is there, once, in both languages.
@Suite struct CaseReportTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("datasets/cloud-1150202").path

  private static func run() throws -> CaseRun {
    let folder = try CaseFolder.read(folder)
    let policy = PolicyView(folder.policy, on: folder.contents.header.pricingDate)
    return try CaseRun(folder.contents, policy: policy, bootstrap: nil)
  }

  /// Made once for all tests.
  private static let shared = Result {
    let run = try CaseReportTests.run()
    return (run, try CaseReport.document(of: run, language: .english))
  }

  private static func document() throws -> (CaseRun, ReportDocument) { try shared.get() }

  /// Data rows of an input file, counted without the reader under test.
  private func lineCount(_ file: String) throws -> Int {
    let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).count - 1
  }

  @Test func everyRowOfTheInputHasARow() throws {
    let (_, document) = try Self.document()
    // Two items are those that too few agencies ask for: they leave the tender.
    let tendered = try lineCount("items.csv") - 2
    let expected = [
      "price_evidence": try lineCount("historical_awards.csv") + lineCount("agency_prices.csv")
        + lineCount("market_quotes.csv"),
      "reserve_prices": try lineCount("items.csv"), "item_awards": tendered,
      "cutoff_items": tendered, "cutoff_outcomes": tendered * 12,
      "bid_awards": try lineCount("bids.csv"), "call_off_orders": try lineCount("orders.csv"),
      "bids": try lineCount("bids.csv"), "orders": try lineCount("orders.csv"),
      "fee_tiers": try lineCount("fee_tiers.csv"), "payments": try lineCount("collections.csv"),
    ]
    for (key, count) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(document.table(key)?.rows.count == count, "\(key)")
    }
  }

  @Test func theSheetsFollowThePipeline() throws {
    let (_, document) = try Self.document()
    #expect(
      document.sheets.map(\.key) == [
        "cover", "contents", "summary", "cutoff", "calendar", "contracts", "screening_rules",
        "screening", "disclosures",
        "reserve", "review", "methods", "method_prices", "class_prices", "evidence_review",
        "evidence", "items", "price_index", "bids", "item_calc", "bid_calc", "item_awards",
        "spread", "awards", "readings", "shares", "order_input", "fee_input", "order_calc",
        "fee_calc", "orders", "fee_calendar", "fee_statements", "order_rules", "assumptions",
        "checks", "lists",
      ])
  }

  /// Every flag that was planted stands on the sheet, in both languages, and the rules count them.
  @Test func theOrderFlagsAreThoseThatWerePlanted() throws {
    let (_, document) = try Self.document()
    let planted = try lineCount("planted_orders.tsv")
    let flags = try #require(document.table("order_flags"))
    #expect(flags.rows.count == planted)
    for row in flags.rows {
      #expect(
        row.cells[0].value.plainText(.english) != row.cells[0].value.plainText(.traditionalChinese))
      #expect(row.cells[8].value.plainText(.english).contains(".csv:"))
    }
    let rules = try #require(document.table("order_rule_tallies"))
    let counted = rules.rows.reduce(0) { sum, row in
      sum + [3, 4].reduce(0) { $0 + (Int(row.cells[$1].value.plainText(.english)) ?? 0) }
    }
    #expect(counted == planted)
    #expect(rules.rows.allSatisfy { !$0.cells[7].value.plainText(.english).isEmpty })
  }

  /// What keeps someone out comes first, and alone is printed; nothing is left away.
  @Test func screeningPrintsWhatKeepsSomeoneOut() throws {
    let (run, document) = try Self.document()
    let screening = try #require(run.screening?.screening)
    let table = try #require(document.table("screening"))
    #expect(table.rows.count == screening.findings.count)
    let barring = screening.findings.count { $0.result.keepsOut }
    #expect(table.printedRowCount == barring)
    for (index, row) in table.rows.enumerated() {
      #expect((row.style == .attention) == (index < barring))
    }
    let rules = try #require(document.table("screening_rule_tallies"))
    let counted = rules.rows.reduce(0) { sum, row in
      sum + (2...5).reduce(0) { $0 + (Int(row.cells[$1].value.plainText(.english)) ?? 0) }
    }
    #expect(counted == screening.findings.count)
  }

  /// One row a product that enters, and one cell a security item of its kind of service.
  @Test func theDisclosureListHasEveryProductThatEnters() throws {
    let (run, document) = try Self.document()
    let list = try #require(run.screening?.disclosureList)
    #expect(document.table("disclosures")?.rows.count == list.disclosures.count)
    for (name, partCount) in [("platform", 10), ("saas-productivity", 11)] {
      let table = try #require(document.table("security_items_\(name)"))
      #expect(table.columns.count == partCount + 2)
      #expect(table.rows.count == list.disclosures.count { $0.matrix?.name == name })
      for column in table.columns.dropFirst(2) {
        #expect(column.heading.traditionalChinese.contains("●"))
      }
    }
  }

  @Test func everySheetThatShowsAFeeSaysThatTheTiersAreADemonstration() throws {
    let (_, document) = try Self.document()
    for key in [
      "cover", "summary", "contracts", "fee_input", "order_calc", "orders", "fee_calendar",
      "fee_statements",
    ] {
      let sheet = try #require(document.sheets.first { $0.key == key })
      #expect(sheet.notes.contains { $0.english.lowercased().contains("demonstration") }, "\(key)")
      #expect(sheet.notes.contains { $0.traditionalChinese.contains("示範") }, "\(key)")
    }
  }

  @Test func theCoverSaysWhatIsSyntheticAndNamesEveryInput() throws {
    let (run, document) = try Self.document()
    let cover = try #require(document.sheets.first)
    #expect(cover.notes.contains { $0.english.contains("Synthetic") })
    let inputs = try #require(document.table("inputs"))
    #expect(inputs.rows.count == run.input.inputFiles.count)
    #expect(inputs.rows.allSatisfy { $0.cells.last?.value.plainText(.english).count == 64 })
  }

  @Test func everyAssumedParameterIsRegisteredWithTheLargestStakeFirst() throws {
    let (run, document) = try Self.document()
    let register = try #require(document.table("assumption_register"))
    let names = register.rows.map { $0.cells[0].value.plainText(.english) }
    let assumed = PolicyKey.allCases.filter {
      (try? run.policy.entry(for: $0).basis) == .assumed
        && (run.screening != nil || !$0.isOfScreening) && !$0.isOfCalendar
    }
    #expect(Set(names) == Set(assumed.map(\.rawValue)))
    #expect(names.count == assumed.count)
    let stakes = register.rows.compactMap { row -> Money? in
      guard case .money(let money) = row.cells[3].value else { return nil }
      return money
    }
    #expect(stakes.count == names.count)
    #expect(stakes == stakes.sorted(by: >))
  }

  @Test func theCutoffIsDrawnBelowTheLastAwardedBidOfEachItem() throws {
    let (run, document) = try Self.document()
    let bids = try #require(document.table("bid_awards"))
    let line = try #require(bids.columns.firstIndex { $0.key == "cutoff" })
    let price = try #require(bids.columns.firstIndex { $0.key == "contract_price" })
    let isLine = bids.rows.map { !$0.cells[line].value.isEmpty }
    let divided = run.tender?.awards.count { award in
      award.awardedCount > 0 && award.awardedCount < award.bids.count
    }
    #expect(isLine.count { $0 } == divided)
    for (index, (row, next)) in zip(bids.rows, bids.rows.dropFirst()).enumerated()
    where isLine[index] {
      #expect(row.cells[0].value == next.cells[0].value)
      #expect(!row.cells[price].value.isEmpty)
      #expect(next.cells[price].value.isEmpty)
    }
  }

  /// The looks of rows follow the results, so that they move when a cell is changed.
  @Test func theLooksOfRowsAreConditional() throws {
    let (_, document) = try Self.document()
    let bids = try #require(document.table("bid_awards"))
    #expect(bids.rows.allSatisfy { $0.style == .normal })
    #expect(bids.conditionalFormats.count == 4)
  }

  @Test func everyPhraseIsThereInBothLanguages() throws {
    let (_, document) = try Self.document()
    for sheet in document.sheets {
      for phrase in [sheet.name, sheet.title, sheet.summary] + sheet.phrases {
        #expect(phrase.english.isEmpty == phrase.traditionalChinese.isEmpty, "\(phrase.english)")
      }
    }
  }

  @Test func allChecksHold() throws {
    let (run, document) = try Self.document()
    #expect(try run.checks().allSatisfy(\.holds))
    let table = try #require(document.table("run_checks"))
    #expect(table.rows.count >= 8)
    #expect(table.rows.allSatisfy { $0.cells[3].value == .integer(0) })
  }

  @Test func aCaseWithoutBidsAndOrdersHasTheSheetsOfItsStagesOnly() throws {
    let folder = try CaseFolder.read(Self.folder, tables: TableName.forReserve)
    let policy = PolicyView(folder.policy, on: folder.contents.header.pricingDate)
    let run = try CaseRun(folder.contents, policy: policy, bootstrap: nil)
    let document = try CaseReport.document(of: run, language: .traditionalChinese)
    #expect(
      document.sheets.map(\.key) == [
        "cover", "contents", "summary", "cutoff", "calendar", "reserve", "review", "methods",
        "method_prices", "class_prices", "evidence_review", "evidence", "items", "price_index",
        "assumptions", "checks", "lists",
      ])
    let summary = try #require(document.sheets.first { $0.key == "summary" })
    #expect(summary.notes.contains { $0.english.contains("bids.csv") })
    #expect(summary.notes.contains { $0.english.contains("orders.csv") })
  }
}

extension ReportDocument {
  func table(_ key: String) -> ReportTable? {
    for sheet in sheets {
      for case .table(let table) in sheet.blocks where table.key == key { return table }
    }
    return nil
  }
}

extension ReportSheet {
  fileprivate var notes: [Phrase] {
    blocks.compactMap { block in
      guard case .note(let note) = block else { return nil }
      return note.text
    }
  }

  /// Every text of the report on the sheet: headings, columns, cells.
  fileprivate var phrases: [Phrase] {
    blocks.flatMap { block -> [Phrase] in
      switch block {
      case .heading(let phrase): return [phrase]
      case .note(let note): return [note.text]
      case .facts(let list): return list.facts.map(\.label)
      case .chart(let chart): return [chart.title] + chart.series.map(\.name)
      case .contents: return []
      case .table(let table):
        let cells = table.rows.flatMap(\.cells).compactMap { cell -> Phrase? in
          guard case .phrase(let phrase) = cell.value else { return nil }
          return phrase
        }
        return table.columns.map(\.heading) + cells
      }
    }
  }
}
