import Foundation
import TestSupport
import Testing

/// `awardsim calendar` as other programs and calendar programs use it.
@Suite struct CalendarCommandTests {
  static let header = """
    case_no: "1150202"
    title: A small case
    currency: TWD
    pricing_date: 2026-01-20
    contract_start: 2026-04-01
    contract_end: 2027-03-31
    award_date: 2026-03-18

    """

  /// A name that tries to end a line, a value or a component of a calendar file.
  static let hostileName = #"""
    "Evil, Inc.; \n\\
    END:VEVENT
    \#(String(repeating: "長名稱", count: 40))"
    """#

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a/case.yaml", Self.header)
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  private func run(
    _ arguments: [String], in folder: TemporaryFolder, format: String = "csv"
  ) throws -> Program.Outcome {
    try Program.run(["calendar"] + arguments + ["--format", format], in: folder)
  }

  @Test func oneRowADate() throws {
    let outcome = try run(["a"], in: try folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.lines.first
        == "case_no,event,subject,first_day,last_day,standing,basis,remark,citation,record")
    let award = try #require(outcome.rows.first { $0[1] == "award-date" })
    #expect(award[3...6] == ["2026-03-18", "2026-03-18", "stated", "seed"])
    #expect(outcome.errors.contains("assumed"))
  }

  @Test func aBareNumberHasItsMonthsAlone() throws {
    let outcome = try run(["1160202", "--quiet"], in: try folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let known = outcome.rows.dropFirst().filter { !$0[3].isEmpty }.map { $0[1] }
    #expect(
      known == ["solicitation", "demand-survey", "market-inquiry", "reserve-price", "tender"])
    #expect(outcome.rows.dropFirst().filter { $0[3].isEmpty }.allSatisfy { $0[5] == "not-stated" })
  }

  @Test func theReadingAndTheTermsAreSet() throws {
    let outcome = try run(
      [
        "a", "--set", "calendar.undertaking.first_day=day-after", "--set",
        "calendar.log_retention=90 days",
      ], in: try folder())
    let logs = try #require(outcome.rows.first { $0[1] == "log-retention" })
    #expect(logs[3...6] == ["2027-04-01", "2027-06-29", "computed", "assumed"])
    let followed = outcome.lines.filter { $0.contains("the reading of the policy") }
    #expect(followed.map { $0.contains("undertaking-day-after") } == [true])
  }

  // MARK: Wrong input

  @Test(
    "A wrong award date is refused at its place",
    arguments: [
      ("2027-04-01", 65, "case.yaml:7:13: award_date 2027-04-01 is after contract_end 2027-03-31"),
      ("2026-02-30", 65, "case.yaml:7:13: award_date “2026-02-30” is a day that no calendar has"),
      ("soon", 65, "case.yaml:7:13: award_date “soon” is not a date"),
      ("2026-01-19", 0, "warning: case.yaml:7:13: award_date 2026-01-19 is before pricing_date"),
    ])
  func awardDate(text: String, status: Int32, line: String) throws {
    let header = Self.header.replacing("2026-03-18", with: text)
    let outcome = try run(["a"], in: try folder(["a/case.yaml": header]))
    #expect(outcome.status == status)
    #expect(outcome.errorLines.contains { $0.hasPrefix(line) }, "\(outcome.errors)")
    #expect(outcome.output.isEmpty == (status != 0))
  }

  @Test func theErrorsOfEveryCaseNameItsFolder() throws {
    let folder = try folder([
      "b/case.yaml": Self.header.replacing("1150202", with: "1150206").replacing("TWD", with: "x"),
      "a/contracts.csv": "case_no,contract_start,contract_end\n1140206,2025-10-01,2025-09-30\n",
    ])
    let outcome = try run(["a", "b", "--icalendar", "c.ics"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.contains { $0.hasPrefix("a/contracts.csv:2:3: contract_end") })
    #expect(outcome.errorLines.contains { $0.hasPrefix("b/case.yaml:3:11: currency") })
    #expect(try !folder.names().contains("c.ics"))
    #expect(try run(["a", "nowhere"], in: try self.folder()).status == 66)
  }

  @Test func casesThatContradictEachOtherAreRefused() throws {
    let other = Self.header.replacing("1150202", with: "1140206")
    let folder = try folder([
      "b/case.yaml": other, "c/case.yaml": Self.header,
      "a/contracts.csv": "case_no,contract_start,contract_end\n1140206,2025-10-01,2026-09-30\n",
    ])
    let twoPeriods = try run(["a", "b"], in: folder)
    #expect(twoPeriods.status == 65)
    #expect(twoPeriods.errors.contains("b: contract 1140206 has two periods"))
    #expect(twoPeriods.errors.contains("that of a"))
    let twice = try run(["a", "c"], in: folder)
    #expect(twice.status == 65)
    #expect(twice.errors.contains("c: is case 1150202, as a is"))
  }

  @Test(
    "Wrong usage",
    arguments: [
      [], ["a", "--icalendar", "x", "--workbook", "x"], ["a", "--output", "x", "--icalendar", "x"],
      ["a", "--set", "calendar.undertaking=14"], ["a", "--set", "calendar.log_retention=6 weeks"],
      Array(repeating: "1150202", count: 25),
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(["calendar"] + arguments, in: try folder()).status == 64)
  }

  @Test func aCalendarWithoutADateIsNoFile() throws {
    let folder = try folder()
    let outcome = try run(["1160203", "--icalendar", "x.ics"], in: folder)
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("no date is known"))
    #expect(try folder.names() == ["a"])
    try folder.write("old.ics", "old")
    #expect(try run(["a", "--icalendar", "old.ics"], in: folder).status == 73)
    #expect(try folder.read("old.ics") == "old")
    #expect(try run(["a", "--icalendar", "old.ics", "--force"], in: folder).status == 0)
    #expect(try folder.read("old.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
  }

  // MARK: The calendar file

  private func hostileFolder() throws -> TemporaryFolder {
    try folder([
      "a/certificates.csv": "holder_id,standard,valid_from,valid_until\n"
        + "\(Self.hostileName),ISO/IEC 27001,2024-01-01,2026-06-30\n"
        + "\(Self.hostileName),ISO/IEC 27001,2024-01-01,2026-06-30\n"
        + "Ash,ISO/IEC 27001,2024-01-01,2026-07-31\n",
      "a/contracts.csv": "case_no,contract_start,contract_end\n1140206,2025-10-01,2026-09-30\n",
    ])
  }

  @Test func theFileIsTheSameBytesAndItsIdentifiersDoNotChange() throws {
    let folder = try hostileFolder()
    for (name, language) in [("1.ics", "en"), ("2.ics", "en"), ("3.ics", "zh-Hant")] {
      let outcome = try run(
        ["a", "--icalendar", name, "--language", language, "--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let files = try ["1.ics", "2.ics", "3.ics"].map { try folder.read($0) }
    #expect(Array(files[0].utf8) == Array(files[1].utf8))
    let identifiers = files.map { file in
      file.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    #expect(identifiers[0] == identifiers[2])
    #expect(Set(identifiers[0]).count == identifiers[0].count)
    // Ten of the cycle, three certificates, four of the other contract; the window is a deadline.
    #expect(identifiers[0].count == 5 + 2 + 2 + 2 + 1 + 1 + 3 + 4)
    #expect(files[2].contains("保密同意書"))
    #expect(files[0].contains("DTSTAMP:20260120T000000Z\r\nDTSTART;VALUE=DATE:20270930\r\n"))
    for line in files[0].utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      #expect(line.last == 13)
      #expect(line.count <= 76)
    }
  }

  @Test(
    "Python's icalendar parses the file, and every event has what RFC 5545 requires",
    .enabled(
      if: ICalendarValidator.isAvailable, "skipped: the Python package icalendar is not installed"),
    arguments: ["en", "zh-Hant"])
  func validator(language: String) throws {
    let folder = try hostileFolder()
    try folder.write("b/case.yaml", Self.header.replacing("1150202", with: "odd; \\\\ number, 長"))
    for (cases, name) in [
      ([Program.shippedCase], "shipped.ics"), (["a"], "hostile.ics"),
      ([Program.shippedCase, "1140206", "1150206"], "three.ics"), (["b"], "odd.ics"),
    ] {
      let outcome = try run(
        cases + ["--icalendar", name, "--language", language, "--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let events = try ICalendarValidator.events(of: folder.path(name))
      let dated = outcome.output.matches(of: /,(nominal|stated|computed),(seed|law|assumed),/).count
      #expect(events.count == dated, "\(name)")
      if name == "hostile.ics" {
        let evil = events.filter { $0.contains("Evil, Inc.; \\n\\\\⏎END:VEVENT⏎長名稱") }
        #expect(evil.count == 2)
        #expect(evil.allSatisfy { $0.hasPrefix("2026-06-30 2026-07-01 ") })
      }
    }
  }

  // MARK: The workbook

  @Test(
    "LibreOffice, told to recalculate, agrees with the stored value of every formula",
    .enabled(if: LibreOffice.isAvailable, "skipped: soffice is not installed"))
  func workbook() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(
      [Program.shippedCase, "1150206", "--workbook", "c.xlsx", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let comparison = try LibreOffice.recompute(folder.path("c.xlsx"))
    // Two overlaps, and the fees of three contracts.
    #expect(comparison.formulaCount == 2 + 3)
    #expect(comparison.differences.isEmpty, "\(comparison.differences)")
    let book = try Spreadsheet(path: folder.path("c.xlsx"))
    #expect(book.sheets.map(\.name) == ["Calendar", "Contracts side by side"])
  }
}
