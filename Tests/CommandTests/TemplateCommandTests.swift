import Foundation
import TestSupport
import Testing

/// The command `template`, and its workbooks filled in.
@Suite struct TemplateCommandTests {
  private static let columns: [String: [String]] = [
    "bids": ["item_id", "vendor_id", "unit_price", "status", "submitted_at"],
    "reserves": ["item_id", "reserve_price"],
    "orders": [
      "order_id", "item_id", "vendor_id", "agency_id", "ordered_on", "quantity", "unit_price",
      "status", "case_no", "returned_on", "ruled_on",
    ],
    "fee_tiers": ["lower_bound", "rate", "note"],
  ]

  /// Puts rows below the example of a template's sheet and leaves everything else as it is.
  private func fill(_ path: String, sheet name: String, _ rows: [[String]]) throws {
    let book = try Spreadsheet(path: path)
    let index = try #require(book.sheets.firstIndex { $0.name == name })
    let part = "xl/worksheets/sheet\(index + 1).xml"
    let xml = rows.enumerated().map { offset, row in
      let number = offset + 3
      let cells = row.enumerated().map { column, text in
        TestWorkbook.cell(text, at: "\(TestWorkbook.letter(column))\(number)")
      }
      return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
    var archive = TestArchive()
    for (name, data) in book.parts.sorted(by: { $0.key < $1.key }) {
      let text = String(decoding: data, as: UTF8.self)
      archive.add(
        name,
        name == part
          ? Array(text.replacing("</sheetData>", with: xml.joined() + "</sheetData>").utf8)
          : Array(data))
    }
    try Data(try archive.bytes()).write(to: URL(filePath: path))
  }

  @Test(.enabled(if: Spreadsheet.isReadable), arguments: ["en", "zh-Hant"])
  func filledInTheyAreReadAsTheyAre(_ language: String) throws {
    let folder = try ScratchFolder()
    let path = folder.file("award.xlsx")
    let made = try Program.run([
      "template", path, "--table", "bids", "--table", "reserves", "--language", language,
    ])
    #expect(made.status == 0)
    #expect(made.output == "")
    #expect(made.errors == "")
    try fill(path, sheet: "reserves", [["A", "1000"], ["0012", "2000.5"]])
    try fill(
      path, sheet: "bids",
      [["A", "=Alder", "940", language == "en" ? "valid" : "有效"], ["A", "Birch", "950.25"]])
    let read = try Program.run([
      "award", "--bids", path, "--reserves", path, "--format", "csv", "--quiet",
    ])
    #expect(read.errors == "")
    #expect(
      read.rows.map { $0.prefix(3).joined(separator: " ") }.dropFirst() == [
        "A =Alder 940", "A Birch 950.25",
      ])
  }

  /// The same tables as CSV and as a workbook give the same bytes.
  @Test func workbooksGiveWhatFilesGive() throws {
    let bids = [
      ["item_id", "vendor_id", "unit_price"], ["A", "Alder", "940"], ["A", "Birch", "950.25"],
      ["B", "Birch", "2100"], ["A", "Cedar", "999.9"],
    ]
    let reserves = [["item_id", "reserve_price"], ["A", "1000"], ["B", "2000"]]
    let folder = try ScratchFolder()
    for (name, rows) in [("bids", bids), ("reserves", reserves)] {
      let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
      try Data(text.utf8).write(to: URL(filePath: folder.file(name + ".csv")))
      let book = try TestWorkbook([.init("Sheet1", rows: rows)]).bytes()
      try Data(book).write(to: URL(filePath: folder.file(name + ".xlsx")))
    }
    let outcomes = try [".csv", ".xlsx", ".xlsx!Sheet1"].map { ending in
      try Program.run([
        "award", "--bids", folder.file("bids" + ending), "--reserves",
        folder.file("reserves" + ending), "--format", "csv",
      ])
    }
    #expect(outcomes[0].status == 0)
    #expect(outcomes[0].lines.count == 5)
    #expect(outcomes[1].output == outcomes[0].output)
    #expect(outcomes[2].output == outcomes[0].output)
  }

  @Test func namesCellsOfErrorsThatShowLate() throws {
    let folder = try ScratchFolder()
    let orders = [
      ["order_id", "item_id", "vendor_id", "agency_id", "ordered_on", "quantity", "unit_price"],
      ["PO-1", "A", "Alder", "G", "2026-05-04", "1", "10"],
    ]
    try Data(try TestWorkbook([.init("Orders", rows: orders)]).bytes())
      .write(to: URL(filePath: folder.file("orders.xlsx")))
    try Data("lower_bound,rate\n100,1%\n".utf8)
      .write(to: URL(filePath: folder.file("tiers.csv")))
    let outcome = try Program.run([
      "fees", "--orders", folder.file("orders.xlsx"), "--tiers", folder.file("tiers.csv"),
    ])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("orders.xlsx!Orders!G2: "), "\(outcome.errors)")
  }

  @Test func makesACaseThatIsReadAtOnce() throws {
    let folder = try ScratchFolder()
    let path = folder.file("case")
    #expect(try Program.run(["template", path]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names.count == 23)
    #expect(names.contains("case.yaml"))
    // Nobody filled the tables in: they count as absent, and that is said.
    let reserve = try Program.run(["reserve", path])
    #expect(reserve.status == 66)
    #expect(reserve.errors.contains("items.xlsx!items!A2: not filled in"))
    let again = try Program.run(["template", path])
    #expect(again.status == 73)
  }

  @Test(arguments: ["en", "zh-Hant"])
  func givesTheSameBytes(_ language: String) throws {
    let folder = try ScratchFolder()
    let files = try ["a.xlsx", "b.xlsx"].map { name in
      #expect(
        try Program.run(["template", folder.file(name), "--language", language]).status == 0)
      return try Data(contentsOf: URL(filePath: folder.file(name)))
    }
    #expect(files[0] == files[1])
    #expect(files[0].count > 10_000)
  }

  @Test(.enabled(if: Spreadsheet.isReadable))
  func offersListsAndKeepsText() throws {
    let folder = try ScratchFolder()
    #expect(try Program.run(["template", folder.file("t.xlsx")]).status == 0)
    let book = try Spreadsheet(path: folder.file("t.xlsx"))
    #expect(book.sheets.count == 23)
    #expect(book.sheets.last?.name == "notes")
    #expect(book.sheets.first?.cells["A1"]?.value == "item_id\n品項編號")
    #expect(book.sheets.first?.cells["A2"]?.value == "example: VM-01")
    let items = book.text(ofPart: "xl/worksheets/sheet1.xml")
    #expect(items.contains("<formula1>\"iaas,paas,saas-package,saas-productivity\"</formula1>"))
    #expect(items.contains("sqref=\"B2:B1048576\""))
    for (table, columns) in TemplateCommandTests.columns where table != "reserves" {
      let sheet = try #require(book.sheets.first { $0.name == table })
      let headings = columns.indices.map { column in
        sheet.cells["\(TestWorkbook.letter(column))1"]?.value
          .split(separator: "\n").first.map(String.init)
      }
      #expect(headings == columns)
    }
  }

  @Test func refusesToReplaceAndToGuess() throws {
    let folder = try ScratchFolder()
    let path = folder.file("t.xlsx")
    #expect(try Program.run(["template", path, "--table", "bids"]).status == 0)
    #expect(try Program.run(["template", path, "--table", "bids"]).status == 73)
    #expect(try Program.run(["template", path, "--table", "bids", "--force"]).status == 0)
    #expect(try Program.run(["template", path + "!bids"]).status == 64)
    #expect(try Program.run(["template", folder.file("f"), "--table", "bid"]).status == 64)
  }
}
