import Foundation
import TestSupport
import Testing

/// The command `verify` on books of `run` and `simulate`.
@Suite struct VerifyCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallCase.write(to: folder)
  }

  private func makeBook(_ options: [String] = [], command: String = "run") throws {
    let made = try Program.run(
      [command, ".", "--workbook", "book.xlsx", "--quiet", "--force"] + options, in: folder)
    #expect(made.status == 0, "\(made.errors)")
  }

  private func verify(_ book: String = "book.xlsx", _ options: [String] = []) throws
    -> Program.Outcome
  {
    try Program.run(["verify", book, "--format", "csv"] + options, in: folder)
  }

  private func edit(_ change: (inout EditedWorkbook) throws -> Void) throws {
    var book = try EditedWorkbook(path: folder.path("book.xlsx"))
    try change(&book)
    try book.write(to: folder.path("edited.xlsx"))
  }

  // MARK: Untouched

  /// The book alone is enough: the case's folder is gone.
  @Test(arguments: [
    [], ["--language", "zh-Hant"],
    ["--set", "award.cutoff_share=0.5", "--set", "award.tie=include-all"],
    ["--date", "2026-01-15"], ["--policy", "policies/p.yaml"],
  ])
  func passesABookAsItIs(_ options: [String]) throws {
    let policy = Program.packageFolder.appendingPathComponent(
      "datasets/policy/cloud-framework.yaml")
    try folder.write("policies/p.yaml", try String(contentsOf: policy, encoding: .utf8))
    try makeBook(options)
    let elsewhere = try TemporaryFolder()
    let book = elsewhere.path("renamed.xlsx")
    try FileManager.default.moveItem(atPath: folder.path("book.xlsx"), toPath: book)
    let outcome = try Program.run(["verify", "renamed.xlsx"], in: elsewhere)
    #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(
      outcome.errors.wholeMatch(
        of: /renamed.xlsx: [0-9]+ cells and [0-9]+ formulas on [0-9]+ sheets are as written\n/)
        != nil, "\(outcome.errors)")
    #expect(try elsewhere.names() == ["renamed.xlsx"])
  }

  @Test func passesABookOfASimulation() throws {
    try folder.write(
      "s.yaml", "scenarios:\n  cutoff: {set: {award.cutoff_share: [1, 0.5]}}\n")
    try folder.write("b.yaml", "orders_per_item: 3\n")
    let options = [
      "--draws", "10", "--seed", "7", "--scenarios", "s.yaml", "--behaviour", "b.yaml",
      "--sampling", "random", "--tornado", "awarded_sum", "--resample-evidence",
    ]
    try makeBook(options, command: "simulate")
    for name in ["s.yaml", "b.yaml", "items.csv"] {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    let outcome = try verify()
    #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
  }

  /// A book of a workbook as input, and one of Big5: both stand in base64.
  @Test func carriesFilesThatAreNoText() throws {
    let rows = [["item_id", "vendor_id", "unit_price"], ["VM-01", "Alder", "900"]]
    try folder.write("bids.xlsx", bytes: try TestWorkbook([.init("bids", rows: rows)]).bytes())
    try FileManager.default.removeItem(atPath: folder.path("bids.csv"))
    try makeBook()
    let outcome = try verify()
    #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output)")
    // 品 in code page 950.
    try folder.write(
      "items.csv",
      bytes: Array("item_id,category,name\nVM-01,iaas,".utf8) + [0xAB, 0x7E]
        + Array("\nDB-01,paas,x\n".utf8))
    for name in ["reserve_overrides.csv"] {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    try makeBook(["--encoding", "big5"])
    #expect(try verify().status == 0)
  }

  @Test func takesFilesOfTheCaseInPlaceOfTheBooksOwn() throws {
    try makeBook()
    #expect(try verify("book.xlsx", ["--case", "."]).status == 0)
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nVM-01,Alder,901\n")
    let other = try verify("book.xlsx", ["--case", "."])
    #expect(other.status == 65)
    #expect(other.errors.contains("./bids.csv: is not the file that book.xlsx was made of"))
    try FileManager.default.removeItem(atPath: folder.path("bids.csv"))
    #expect(try verify("book.xlsx", ["--case", "."]).status == 66)
  }

  @Test func asksForFilesThatAreTooLongToCarry() throws {
    let bids = try folder.read("bids.csv") + String(repeating: "\n", count: 200_001)
    try folder.write("bids.csv", bids)
    try makeBook()
    let alone = try verify()
    #expect(alone.status == 66)
    #expect(
      alone.errors.contains("the record does not carry bids.csv, expected --case FOLDER with it"))
    let beside = try verify("book.xlsx", ["--case", "."])
    #expect(beside.status == 0, "\(beside.errors)")
  }

  // MARK: Planted edits

  @Test(
    arguments: [
      ("1234", nil, "F6", "Reserve prices,F6,value,"),
      ("1234", "1000+234", "C6", "Reserve prices,C6,"),
      ("x", nil, "ZZ6", "Reserve prices,ZZ6,value,,x"),
    ] as [(String, String?, String, String)])
  func namesAnEditedCell(
    _ text: String, _ formula: String?, _ cell: String, _ expected: String
  ) throws {
    try makeBook()
    try edit { try $0.set(text, at: cell, of: "Reserve prices", formula: formula) }
    let outcome = try verify("edited.xlsx")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("edited.xlsx: 1 difference in "), "\(outcome.errors)")
    #expect(outcome.lines.first == "sheet,cell,what,written,found")
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.last?.hasPrefix(expected) ?? false, "\(outcome.output)")
    #expect(formula == nil || outcome.output.contains(",formula,"))
  }

  @Test func namesFormulasNamesAndSheets() throws {
    try makeBook()
    try edit { try $0.replace("SUBTOTAL(109,", with: "SUBTOTAL(9,", inSheet: "Orders and fees") }
    let formula = try verify("edited.xlsx")
    #expect(formula.status == 65)
    #expect(formula.output.contains("Orders and fees,"), "\(formula.output)")
    #expect(formula.output.contains(",formula,"))
    try edit { book in
      try book.replace(
        "name=\"Checks\"", with: "name=\"Tests\"", inPart: "xl/workbook.xml")
    }
    let sheet = try verify("edited.xlsx")
    #expect(sheet.status == 65)
    #expect(sheet.output.contains("Checks,,sheet,Checks,Tests\n"), "\(sheet.output)")
    let parts = try Spreadsheet(path: folder.path("book.xlsx")).text(ofPart: "xl/workbook.xml")
    let own = try #require(parts.firstMatch(of: /<definedName name="([a-z][^"]*)"/))
    try edit { book in
      try book.replace(
        String(own.0), with: "<definedName name=\"prize\"", inPart: "xl/workbook.xml")
    }
    let name = try verify("edited.xlsx")
    #expect(name.status == 65)
    #expect(name.output.contains(",,name,\(own.1) = "), "\(name.output)")
    #expect(name.output.contains(",,name,,prize = "))
  }

  @Test func printsJSON() throws {
    try makeBook()
    try edit { try $0.set("=1", at: "A6", of: "Reserve prices") }
    let outcome = try Program.run(["verify", "edited.xlsx", "--format", "json"], in: folder)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["as_written"] as? Bool == false)
    #expect(json["difference_count"] as? Int == 1)
    let rows = try #require(json["differences"] as? [[String: Any]])
    #expect(rows.first?["cell"] as? String == "A6")
    #expect(rows.first?["found"] as? String == "=1")
    #expect(rows.first?["what"] as? String == "value")
  }

  // MARK: The record

  @Test func namesTheFileOfABrokenRecord() throws {
    try makeBook()
    try edit {
      try $0.replace("Virtual machine", with: "Virtual machina", inPart: "xl/sharedStrings.xml")
    }
    let outcome = try verify("edited.xlsx")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains("edited.xlsx: items.csv of the record does not fit its checksum"),
      "\(outcome.errors)")
  }

  /// Another number of draws, another command, an option that writes a file.
  @Test(arguments: [
    (">run<", ">simulate<", "are as written", false),
    (">run<", ">generate<", "the record has no command", true),
    (">language<", ">output<", "the record has the setting “output”", true),
    (">language<", ">threads<", "the record has the setting “threads”", true),
    (">awardsim-record 1<", ">awardsim-record 9<", "the record has the form", true),
  ])
  func refusesAForgedRecord(_ old: String, _ new: String, _ message: String, _ isThere: Bool) throws
  {
    try makeBook()
    try edit { try $0.replace(old, with: new, inPart: "xl/sharedStrings.xml") }
    let outcome = try verify("edited.xlsx")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(message) == isThere, "\(outcome.errors)")
    #expect(try folder.names().contains("utf-8") == false)
  }

  @Test func saysThatAnotherVersionWroteIt() throws {
    try makeBook()
    try edit {
      try $0.replace(">awardsim 0.1<", with: ">awardsim 0.0<", inPart: "xl/sharedStrings.xml")
    }
    let outcome = try verify("edited.xlsx")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.errors.contains("was written by awardsim 0.0, this is awardsim 0.1"))
  }

  @Test func refusesWhatIsNoBookOfItsOwn() throws {
    try folder.write("text.xlsx", "no workbook")
    #expect(try verify("text.xlsx").status == 65)
    try folder.write(
      "other.xlsx", bytes: try TestWorkbook([.init("Sheet1", rows: [["a", "b"]])]).bytes())
    let other = try verify("other.xlsx")
    #expect(other.status == 65)
    #expect(other.errors.contains("other.xlsx: holds no record of its input"))
    let missing = try verify("none.xlsx")
    #expect(missing.status == 66)
    #expect(missing.errors == "none.xlsx: there is no such file or folder\n")
    #expect(try Program.run(["verify"], in: folder).status == 64)
  }

  // MARK: Other programs

  @Test(
    "A book that LibreOffice saved, recalculating everything, passes",
    .enabled(if: LibreOffice.isAvailable, "skipped: soffice is not installed"),
    arguments: [
      ["run", Program.shippedCase, "--language", "zh-Hant"], ["run", ".", "--language", "en"],
      ["simulate", ".", "--draws", "8", "--language", "en"],
    ])
  func passesWhatLibreOfficeSaved(_ command: [String]) throws {
    let made = try Program.run(command + ["--workbook", "book.xlsx", "--quiet"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let scratch = try ScratchFolder()
    let saved = try LibreOffice.convert(folder.path("book.xlsx"), to: "xlsx", in: scratch)
    let outcome = try verify(saved)
    #expect(outcome.status == 0, "\(outcome.errors) \(outcome.output.prefix(2_000))")
  }

  /// The committee decides in the book, a spreadsheet recalculates it, and the case takes the decision.
  @Test(
    "A decision made in a spreadsheet verifies and goes into the case",
    .enabled(if: LibreOffice.isAvailable, "skipped: soffice is not installed"))
  func takesADecisionFromASpreadsheetIntoTheCase() throws {
    try makeBook()
    // VM-01 is the first item: its bids of 950 and 1,050 are above the decided price.
    let review = try #require(
      try Spreadsheet(path: folder.path("book.xlsx")).sheets.first { $0.name == "Review" })
    let head = try #require(review.cells.first { $0.value.value == "decided price" }?.key)
    let row = (Int(head.drop { $0.isLetter }) ?? 0) + 1
    try #require(review.cells["A\(row)"]?.value == "VM-01")
    // 46057 is what a spreadsheet keeps of 2026-02-04 when it is typed.
    try edit { book in
      for (column, text) in [
        ("D", "override"), ("E", "940.5"), ("F", "too dear"), ("G", "Board"), ("H", "46057"),
      ] {
        try book.set(text, at: "\(column)\(row)", of: "Review")
      }
    }
    let scratch = try ScratchFolder()
    let saved = try LibreOffice.convert(folder.path("edited.xlsx"), to: "xlsx", in: scratch)
    let verified = try verify(saved)
    #expect(verified.status == 0, "\(verified.errors) \(verified.output)")
    #expect(verified.output.contains("Review,E\(row),entry,,940.5"))

    // What hangs on the decision is held to it: a price that is typed over is found.
    var book = try EditedWorkbook(path: saved)
    let prices = try #require(
      try Spreadsheet(path: saved).sheets.first { $0.name == "Reserve prices" })
    let (cell, price) = try #require(prices.cells.first { $0.value.value == "940.5" })
    try book.set("941", at: cell, of: "Reserve prices", formula: price.formula)
    try book.write(to: folder.path("typed.xlsx"))
    let refused = try verify("typed.xlsx")
    #expect(refused.status == 65)
    #expect(refused.output.contains("Reserve prices,\(cell),value,940.5,941"))

    let applied = try Program.run(["apply", saved, ".", "--force"], in: folder)
    #expect(applied.status == 0, "\(applied.errors)")
    let overrides = try folder.read("reserve_overrides.csv")
    #expect(overrides.contains("VM-01,940.50,too dear,Board,2026-02-04"), "\(overrides)")
    let run = try Program.run(["award", ".", "--format", "csv", "--quiet"], in: folder)
    #expect(run.output.contains("VM-01,Alder,900,1,awarded"))
    #expect(run.output.contains("VM-01,Birch,950,,above-reserve"))
  }

  @Test func showsAnExampleFirst() throws {
    for (name, example) in [
      ("verify", "awardsim verify case.xlsx"),
      ("apply", "awardsim apply case.xlsx datasets/cloud-1150202 --force"),
    ] {
      let help = try Program.run([name, "--help"])
      #expect(help.status == 0)
      #expect(help.output.hasPrefix("OVERVIEW: \(example)\n"), "\(help.output)")
    }
    #expect(try Program.run(["--help"]).output.contains("verify"))
  }
}
