import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Reporting
import TestSupport
import Testing

@testable import awardsim

/// `awardsim award --workbook` as a user runs it, and its two ways beside each other.
@Suite(.enabled(if: Spreadsheet.isReadable, "unzip is not installed"))
struct AwardWorkbookTests {
  static let bids = """
    item_id,vendor_id,unit_price,status
    甲,V1,90,
    甲,"=1,2",95.50,
    乙,V1,10,
    甲,V3,101,
    甲,V4,9,disqualified
    甲,V5,,disqualified
    丙,V1,70,
    丙,V2,70,
    丙,V3,10,

    """
  static let reserves = "item_id,reserve_price\n甲,100\n乙,\n丙,100\n"
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("bids.csv", Self.bids)
    try folder.write("reserves.csv", Self.reserves)
  }

  private func award(_ more: [String], shell: String? = nil) throws -> Program.Outcome {
    let words = ["award", "--bids", "bids.csv", "--reserves", "reserves.csv"] + more
    guard let shell else { return try Program.run(words, in: folder) }
    return try Program.run(words, shell: shell, in: folder)
  }

  @Test(arguments: Language.allCases)
  func `the sheet holds what csv holds, as numbers and words`(language: Language) throws {
    let options = ["--language", language.rawValue, "--set", "award.cutoff_share=0.5"]
    let outcome = try award(
      options + ["--workbook", "b.xlsx", "--format", "csv", "--output", "rows.csv"])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let book = try Spreadsheet(path: folder.path("b.xlsx"))
    let sheet = try #require(book.sheets.last)
    let rows = try folder.read("rows.csv").split(separator: "\n").dropFirst()
    #expect(rows.count == 9)
    for (index, row) in rows.enumerated() {
      let fields = AwardWorkbookTests.fields(String(row))
      for (column, letter) in zip(0..., ["A", "B", "C", "D", "E", "F", "G", "H"]) {
        let cell = sheet.cells["\(letter)\(index + 6)"]
        switch column {
        case 2, 3, 6:
          let number = fields[column].isEmpty ? nil : Double(fields[column])
          #expect(cell.flatMap { Double($0.value) } == number)
          #expect(cell?.isText != true)
        case 4: #expect(cell?.isText == true)
        default: #expect(cell?.value ?? "" == fields[column])
        }
        #expect(cell?.formula == nil)
      }
    }
    let words = rows.indices.map { sheet.cells["E\($0 + 5)"]?.value }
    #expect(words.contains(language == .english ? "pending: tied" : "同價待決"))
  }

  /// The fields of a line in which quoted ones have commas only.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test func `the first sheet says what went in, by which policy, and what came of it`() throws {
    let outcome = try award([
      "--workbook", "b.xlsx", "--set", "award.cutoff_share=0.34", "--date", "2026-03-31",
    ])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let sheet = try Spreadsheet(path: folder.path("b.xlsx")).sheets[0]
    let texts = Set(sheet.cells.values.map(\.value))
    for name in ["bids.csv", "reserves.csv"] {
      let sum = try ExternalProgram("sha256sum").run([folder.path(name)])
      #expect(texts.contains(name))
      #expect(texts.contains(String(String(decoding: sum, as: UTF8.self).prefix(64))))
    }
    #expect(texts.contains("award.cutoff_share=0.34") && texts.contains("award.lot_seed"))
    let addresses = sheet.cells.filter { $0.value.value == "disqualified" }.keys
    let address = try #require(addresses.first)
    #expect(sheet.cells[address.replacing("A", with: "B")]?.value == "2")
    #expect(texts.contains("Awards"))
  }

  @Test func `threads, pipes and options of the rows change no byte of the workbook`() throws {
    for (name, more) in [("1", ["--threads", "1"]), ("3", ["--threads", "3"])] {
      #expect(try award(["--workbook", name + ".xlsx"] + more).status == 0)
    }
    let sizes = try award([
      "--workbook", "o.xlsx", "--format", "table", "--output", "rows.txt",
    ])
    #expect(sizes.status == 0)
    let first = try Data(contentsOf: URL(filePath: folder.path("1.xlsx")))
    for name in ["3", "o"] {
      #expect(try Data(contentsOf: URL(filePath: folder.path(name + ".xlsx"))) == first)
    }
    #expect(try folder.read("rows.txt").contains("V5"))
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the way of large tables writes the same bytes`(seed: UInt64) throws {
    let tables = GeneratedBids(seed: seed)
    var paths = try AwardPaths(bids: tables.bids, reserves: tables.reserves)
    paths.language = seed.isMultiple(of: 2) ? .english : .traditionalChinese
    paths.policy.lotSeed = seed % 3 == 0 ? 7 : nil
    paths.policy.contractPrice = seed % 4 == 3 ? .matchLowest : .ownBid
    let plain = try paths.plainWorkbook()
    for (threads, length) in [(1, 262_144), (3, 64)] {
      #expect(try paths.bulkWorkbook(threads: threads, chunkLengthBytes: length) == plain)
    }
    #expect(!plain.isEmpty)
  }

  @Test func `a case is written as well`() throws {
    let options = ["award", Program.shippedCase, "--workbook", "case.xlsx"]
    #expect(try Program.run(options, in: folder).status == 0)
    let book = try Spreadsheet(path: folder.path("case.xlsx"))
    let csv = try Program.run(["award", Program.shippedCase, "--format", "csv"])
    let rows = try #require(book.sheets.last).cells.keys.filter { $0.hasPrefix("A") }
    // Title, a paragraph and headings beside the rows.
    #expect(rows.count == csv.lines.count - 1 + 3)
  }

  @Test func `files that are there, or are named twice, or have errors leave no workbook`() throws {
    try folder.write("there.xlsx", "mine")
    #expect(try award(["--workbook", "there.xlsx"]).status == 73)
    #expect(try folder.read("there.xlsx") == "mine")
    #expect(try award(["--workbook", "x.xlsx", "--output", "x.xlsx"]).status == 64)
    try folder.write("bids.csv", Self.bids + "甲,V1,0,\n")
    let wrong = try award(["--workbook", "x.xlsx"])
    #expect(wrong.status == 65 && wrong.errors.contains("bids.csv:11:"))
    #expect(try folder.names() == ["bids.csv", "reserves.csv", "there.xlsx"])
  }

  @Test func `a full disk is noticed, and leaves no workbook`() throws {
    let rows = (0..<20_000).map { "甲,N\($0),90,\n" }.joined()
    try folder.write("bids.csv", Self.bids + rows)
    // Files may have 1 MiB: enough for the workbook, not for the rows before they are compressed.
    let shell = "trap '' XFSZ; ulimit -f 2048; exec \"$@\""
    let outcome = try award(["--workbook", "x.xlsx"], shell: shell)
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("x.xlsx: writing failed"))
    #expect(try folder.names() == ["bids.csv", "reserves.csv"])
  }
}
