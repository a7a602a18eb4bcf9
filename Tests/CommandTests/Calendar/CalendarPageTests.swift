import Foundation
import Testing

/// The worked example on the page of each rule of the calendar, run as a user runs it.
@Suite struct CalendarPageTests {
  /// A page, and the events that its example lists; none for the contracts side by side.
  static let pages: [(String, [String])] = [
    (
      "CalendarStages",
      [
        "solicitation", "demand-survey", "market-inquiry", "reserve-price", "pricing-date",
        "tender",
        "contract-start", "contract-end", "award-date",
      ]
    ),
    (
      "CalendarUndertaking",
      ["award-date", "undertaking-award-date", "undertaking-day-after"]
    ),
    ("CalendarFeesDue", ["fee-due"]), ("CalendarLogRetention", ["log-retention"]),
    ("CalendarCertificates", ["certificate-expiry"]),
  ]

  private static func example(_ page: String) throws -> PageExample {
    try PageExample("Calendar/\(page)", results: "| event |")
  }

  private static func lines(of page: String) throws -> [Substring] {
    try example(page).text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The files of a page in a folder.
  private static func folder(_ page: String) throws -> TemporaryFolder {
    let files = try example(page).files
    #expect(files["case.yaml"] != nil)
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  /// The tables below the command, without their headings; a dash is an empty cell.
  private static func tables(_ lines: [Substring]) -> [[[String]]] {
    var tables: [[[String]]] = []
    var isInTable = false
    for line in lines.drop(while: { !$0.hasPrefix("$ awardsim calendar .") }) {
      guard line.hasPrefix("| ") else {
        if !line.hasPrefix("|-") { isInTable = false }
        continue
      }
      if isInTable {
        let cells = line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
        tables[tables.count - 1].append(cells.map { $0 == "–" ? "" : $0 })
      } else {
        tables.append([])
        isInTable = true
      }
    }
    return tables
  }

  private struct Output: Decodable {
    let dates: [[String: String?]]
    let overlaps: [Overlap]
    let months: [MonthRow]
  }

  private struct Overlap: Decodable {
    let caseNumber: String
    let otherCaseNumber: String
    let firstDay: String
    let lastDay: String
    let days: Int

    enum CodingKeys: String, CodingKey {
      case caseNumber = "case_no"
      case otherCaseNumber = "other_case_no"
      case firstDay = "first_day"
      case lastDay = "last_day"
      case days
    }
  }

  private struct MonthRow: Decodable {
    let month: String
    let caseNumber: String
    let days: Int
    let feesAccrued: Double?

    enum CodingKeys: String, CodingKey {
      case month, days
      case caseNumber = "case_no"
      case feesAccrued = "fees_accrued"
    }
  }

  private static func output(in folder: TemporaryFolder) throws -> Output {
    let outcome = try Program.run(["calendar", ".", "--format", "json", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Output.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: pages) func theExampleGivesWhatThePageSays(
    page: String, events: [String]
  ) throws {
    let lines = try Self.lines(of: page)
    let expected = try #require(Self.tables(lines).first)
    let columns =
      page == "CalendarCertificates"
      ? ["event", "subject", "first_day", "last_day", "standing", "remark"]
      : ["event", "first_day", "last_day", "standing", "remark"]
    let rows = try Self.output(in: try Self.folder(page)).dates.filter { row in
      events.contains((row["event"] ?? nil) ?? "")
    }
    #expect(rows.map { row in columns.map { (row[$0] ?? nil) ?? "" } } == expected)
    for row in rows {
      #expect((row["citation"] ?? nil)?.isEmpty == false)
      #expect((row["basis"] ?? nil)?.isEmpty == false)
    }
  }

  @Test func theContractsStandSideBySideAsThePageSays() throws {
    let lines = try Self.lines(of: "CalendarContracts")
    let output = try Self.output(in: try Self.folder("CalendarContracts"))
    let tables = Self.tables(lines)
    #expect(tables.count == 2)
    let overlaps = output.overlaps.map {
      [$0.caseNumber, $0.otherCaseNumber, $0.firstDay, $0.lastDay, String($0.days)]
    }
    #expect(overlaps == tables.first)
    let shown = Set((tables.last ?? []).map { $0[0] })
    let months = output.months.filter { shown.contains($0.month) }.map { row in
      [
        row.month, row.caseNumber, String(row.days),
        row.feesAccrued.map { String(format: "%.2f", $0) } ?? "",
      ]
    }
    #expect(months == tables.last)
  }

  @Test func everyEventHasAPage() throws {
    let outcome = try Program.run(["calendar", Program.shippedCase, "--format", "csv", "--quiet"])
    let overview = try Self.example("Calendar").text
    let events = Set(outcome.rows.dropFirst().map { $0[1] })
    #expect(events.count == 14)
    for event in events { #expect(overview.contains("`\(event)`"), "\(event)") }
    for (page, _) in Self.pages { #expect(overview.contains("<doc:\(page)>")) }
    #expect(overview.contains("<doc:CalendarContracts>"))
    #expect(outcome.lines.first.map { overview.contains($0.replacing(",", with: ", ")) } != nil)
  }
}
