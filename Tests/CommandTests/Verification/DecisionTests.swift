import ArgumentParser
import Foundation
import Intake
import Policy
import TestSupport
import Testing
import WorkbookReading

@testable import awardsim

/// Decisions in a workbook: as intended edits, and as recorded overrides.
@Suite struct DecisionTests {
  private static let decision = [
    "override", "1234.5", "too \"dear\", 過高", "Board", "2026-02-03", "see 3",
  ]
  private static let row = "VM-01,1234.50,\"too \"\"dear\"\", 過高\",Board,2026-02-03\n"

  private func lines(_ verification: BookVerification) -> [String] {
    verification.comparison.differences.map {
      "\($0.kind.rawValue) \($0.sheet)!\($0.cell?.description ?? ""): \($0.written) -> \($0.found)"
    }
  }

  // MARK: verify

  @Test(arguments: Language.allCases)
  func passesABookWithoutDecisions(_ language: Language) throws {
    let book = try StandInBook(language)
    let verification = try book.verified()
    #expect(lines(verification).isEmpty)
    #expect(verification.comparison.entries.isEmpty)
    #expect(verification.decisions.shown.isEmpty)
  }

  /// The reserve price of VM-01 is its lowest representative; that of DB-01 was decided before.
  @Test func formulasThatWereNotRecalculatedAreNamed() throws {
    let book = try StandInBook()
    try book.decide(row: 4, DecisionTests.decision)
    let verification = try book.verified()
    #expect(
      verification.comparison.entries.map { "\($0.cell?.description ?? "")" } == [
        "D4", "E4", "F4", "G4", "H4", "I4",
      ])
    #expect(
      lines(verification) == [
        "not-recalculated Prices!C4: 1234.5 -> 1000", "not-recalculated Prices!C6: 3224.5 -> 2990",
      ])
    let shown = verification.decisions.shown
    #expect(shown.map(\.itemID) == ["VM-01"])
    #expect(shown.first?.texts == DecisionTests.decision)
  }

  @Test func formulasAreHeldToTheDecidedPrices() throws {
    let book = try StandInBook()
    try book.decide(row: 4, DecisionTests.decision)
    let formula = "IF('Review'!$D$4=\"override\",'Review'!$E$4,'Review'!$C$4)"
    try book.edit { book in
      try book.set("1234.5", at: "C4", of: "Prices", formula: formula)
      try book.set("3224.5", at: "C6", of: "Prices", formula: "SUM($C$4:$C$5)")
      try book.set("decided", at: "J4", of: "Review", formula: "IF(D4=\"\",\"open\",\"decided\")")
      try book.set("1", at: "B7", of: "Review", formula: "COUNTBLANK($D$4:$D$5)")
    }
    let verification = try book.verified()
    #expect(lines(verification).isEmpty, "\(lines(verification))")
    // The text beside the entries and the count below follow what was filled in.
    #expect(
      verification.comparison.entries.suffix(2).map { "\($0.cell?.description ?? "")" }
        == ["J4", "B7"])
    try book.edit { try $0.set("1235", at: "C4", of: "Prices", formula: formula) }
    #expect(lines(try book.verified()) == ["value Prices!C4: 1234.5 -> 1235"])
  }

  /// A spreadsheet computes with a price that nobody has given a reason for yet.
  @Test func aPriceAloneMovesFormulas() throws {
    let book = try StandInBook()
    try book.decide(row: 4, ["override", "1100"])
    let verification = try book.verified()
    #expect(
      lines(verification) == [
        "not-recalculated Prices!C4: 1100 -> 1000", "not-recalculated Prices!C6: 3090 -> 2990",
      ])
    #expect(verification.decisions.items.isEmpty)
    #expect(verification.decisions.diagnostics.errorCount == 3)
  }

  @Test(
    "A spreadsheet program recalculates what a decision comes to, and the book passes",
    .enabled(if: LibreOffice.isAvailable, "skipped: soffice is not installed"),
    arguments: Language.allCases)
  func passesWhatASpreadsheetRecalculated(_ language: Language) throws {
    let book = try StandInBook(language)
    try book.decide(
      row: 4, [language == .english ? "override" : "改定"] + DecisionTests.decision.dropFirst())
    let scratch = try ScratchFolder()
    let saved = try LibreOffice.convert(book.path, to: "xlsx", in: scratch)
    try FileManager.default.removeItem(atPath: book.path)
    try FileManager.default.moveItem(atPath: saved, toPath: book.path)
    let verification = try book.verified()
    #expect(lines(verification).isEmpty, "\(lines(verification))")
    #expect(verification.decisions.items.compactMap(\.override).count == 1)
    #expect(try book.application().changes.map(\.change) == [.added])
  }

  @Test func editsBesideDecisionsAreStillNamed() throws {
    let book = try StandInBook()
    try book.decide(row: 4, ["accept"])
    try book.edit { try $0.set("1", at: "C4", of: "Review") }
    #expect(lines(try book.verified()) == ["value Review!C4: 1000 -> 1"])
  }

  // MARK: apply

  /// The round trip: filled in, applied, and in force when the case is run again.
  @Test func takesOverridesIntoTheCase() throws {
    let book = try StandInBook()
    let before = try book.folder.read("reserve_overrides.csv")
    try book.decide(row: 4, DecisionTests.decision)
    let application = try book.application()
    #expect(application.changes.map(\.change) == [.added])
    #expect(throws: ExitCode(73)) { try application.write(replacing: false) }
    #expect(try book.folder.read("reserve_overrides.csv") == before)
    try application.write(replacing: true)
    #expect(try book.folder.read("reserve_overrides.csv") == before + DecisionTests.row)
    let reserve = try Program.run(["reserve", ".", "--format", "csv", "--quiet"], in: book.folder)
    #expect(reserve.lines[1].hasPrefix("VM-01,1234.50,"), "\(reserve.output)")
    #expect(reserve.lines[1].contains("overridden"))
    // Applied again there is nothing left to do.
    let again = try book.application()
    #expect(again.changes.map(\.change) == [.unchanged])
    try again.write(replacing: false)
  }

  @Test func beginsAFileWithoutForce() throws {
    let book = try StandInBook(.traditionalChinese, without: ["reserve_overrides.csv"])
    try book.decide(row: 4, ["改定"] + DecisionTests.decision.dropFirst())
    try book.decide(row: 5, ["暫緩"])
    let application = try book.application()
    #expect(application.notes == ["DB-01 is on hold; nothing is recorded"])
    try application.write(replacing: false)
    #expect(
      try book.folder.read("reserve_overrides.csv")
        == "item_id,reserve_price,reason,decided_by,decided_on\n" + DecisionTests.row)
  }

  @Test func acceptingTakesNoOverrideAway() throws {
    let book = try StandInBook()
    try book.decide(row: 5, ["accept"])
    let application = try book.application()
    #expect(application.changes.isEmpty)
    #expect(
      application.notes == [
        "DB-01 is accepted; its override of 2026-01-18 to 1990 stays, delete its row to take it back"
      ])
    try application.write(replacing: false)
  }

  @Test func replacesTheRowOfAnItem() throws {
    let book = try StandInBook()
    try book.decide(row: 5, ["override", "1980", "again", "Board", "115/02/04"])
    let application = try book.application()
    #expect(application.changes.map(\.change) == [.replaced])
    try application.write(replacing: true)
    #expect(
      try book.folder.read("reserve_overrides.csv")
        == "item_id,reserve_price,reason,decided_by,decided_on\nDB-01,1980,again,Board,2026-02-04\n"
    )
  }

  /// Overrides of other items may have changed meanwhile; of the decided item they may not.
  @Test func overridesMayHaveChangedForOtherItems() throws {
    let book = try StandInBook()
    let head = "item_id,reserve_price,reason,decided_by,decided_on\n"
    try book.decide(row: 4, DecisionTests.decision)
    try book.folder.write("reserve_overrides.csv", head + "DB-01,5,other,Board,2026-01-19\n")
    #expect(try book.application().changes.map(\.change) == [.added])
    try book.folder.write("reserve_overrides.csv", head + "VM-01,5,other,Board,2026-01-19\n")
    #expect(throws: ExitCode(65)) { try book.application() }
  }

  @Test(arguments: ["bids.csv", "case.yaml"])
  func refusesAnotherCase(_ name: String) throws {
    let book = try StandInBook()
    try book.decide(row: 4, DecisionTests.decision)
    let text = try book.folder.read(name)
    try book.folder.write(name, text + "\n")
    #expect(throws: ExitCode(65)) { try book.application() }
    try FileManager.default.removeItem(atPath: book.folder.path(name))
    #expect(throws: ExitCode(65)) { try book.application() }
    try book.folder.write(name, text)
    try book.folder.write("rebids.csv", "item_id,vendor_id,unit_price\n")
    #expect(throws: ExitCode(65)) { try book.application() }
  }

  @Test func refusesRowsOutOfTheirPlaceAndWrongCells() throws {
    let book = try StandInBook()
    try book.decide(row: 4, ["override", "1.234"])
    #expect(throws: ExitCode(65)) { try book.application() }
    let sorted = try StandInBook()
    try sorted.decide(row: 4, DecisionTests.decision)
    try sorted.edit { book in
      try book.set("DB-01", at: "A4", of: "Review")
      try book.set("VM-01", at: "A5", of: "Review")
    }
    #expect(throws: ExitCode(65)) { try sorted.application() }
  }

  // MARK: The program

  @Test func applyPrintsWhatItIsAbout() throws {
    let folder = try TemporaryFolder()
    try SmallCase.write(to: folder)
    let made = try Program.run(
      ["run", ".", "--workbook", "book.xlsx", "--quiet"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let outcome = try Program.run(
      ["apply", "book.xlsx", ".", "--format", "csv", "--dry-run"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.lines == [
        "item_id,reserve_price,reason,decided_by,decided_on,change",
        "DB-01,1990,已調降,Board,2026-01-18,unchanged",
      ])
    #expect(try Program.run(["apply", "none.xlsx", "."], in: folder).status == 66)
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nVM-01,Alder,900\n")
    let other = try Program.run(["apply", "book.xlsx", "."], in: folder)
    #expect(other.status == 65)
    #expect(other.errors.hasPrefix("./bids.csv: is another file, expected the one that book.xlsx"))
  }

  @Test func refusesACaseInWorkbooks() throws {
    let folder = try TemporaryFolder()
    try SmallCase.write(to: folder, without: ["bids.csv"])
    let rows = [["item_id", "vendor_id", "unit_price"], ["VM-01", "Alder", "900"]]
    try folder.write("bids.xlsx", bytes: try TestWorkbook([.init("bids", rows: rows)]).bytes())
    _ = try Program.run(["run", ".", "--workbook", "book.xlsx", "--quiet"], in: folder)
    let outcome = try Program.run(["apply", "book.xlsx", "."], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains("./bids.xlsx: the case keeps its tables in workbooks"),
      "\(outcome.errors)")
  }
}
