import ArgumentParser
import CallOff
import Foundation
import Intake
import Pipeline
import Policy
import Quantities
import Reporting

/// `awardsim calendar`: the dates of the procurement cycle, for one case or several.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: """
      awardsim calendar datasets/cloud-1150202 --icalendar 1150202.ics

      The dates of the procurement cycle: stages, award, contract, fees due, logs, certificates.
      """,
    discussion: """
      A case is a folder, or a bare case number such as 1150202, of which only the months of the cycle \
      are known. Prints one row a date with the rule behind it; what a case does not state is reported \
      as not stated. Contracts that overlap stand side by side: those of the cases, and the others that \
      their contracts.csv lists.
      """)

  @Argument(
    help: ArgumentHelp("Folders of cases, or case numbers.", valueName: "case"))
  var paths: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Calendar file to write (iCalendar, RFC 5545), which calendar programs read.",
      valueName: "file"))
  var icalendar: String?

  @Option(name: .long, help: ArgumentHelp("Workbook to write (XLSX).", valueName: "file"))
  var workbook: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  /// The most cases that stand side by side.
  private static let caseLimit = 24

  func validate() throws {
    guard paths.count <= Self.caseLimit else {
      throw ValidationError("there are \(paths.count) cases; expected at most \(Self.caseLimit)")
    }
    let written = [output.output, icalendar, workbook].compactMap(\.self)
    guard Set(written).count == written.count else {
      throw ValidationError(
        "--output, --icalendar and --workbook name the same file; expected different files")
    }
  }

  func run() throws {
    let members = try readMembers()
    let language = members.firstHeader?.language
    let result = try ResultOutput(output, caseLanguage: language)
    for path in [icalendar, workbook].compactMap(\.self) {
      try ResultOutput.check(path, replacing: output.force)
    }
    try refuse(CalendarProblem.problems(of: members))
    let calendar = try InputFailure.reporting(overflowOf: paths[0]) {
      try ProcurementCalendar(of: members)
    }
    result.note(calendar.notes)
    // The fees stand in the months, and those only where there are several contracts.
    if calendar.contracts.count > 1, output.format != .csv || workbook != nil {
      result.note(calendar.feeNotes)
    }
    if let icalendar { try write(calendar, icalendarTo: icalendar, result.language) }
    if let workbook { try write(calendar, workbookTo: workbook, result.language) }
    switch output.format {
    case .csv: try result.write(calendar.dateTable)
    case .json: try result.write(calendar.json(result.language).text + "\n")
    case .table: try result.write(calendar.text(result.language))
    }
  }

  private func write(
    _ calendar: ProcurementCalendar, icalendarTo path: String, _ language: Language
  ) throws {
    guard let text = calendar.icalendar(language) else {
      throw StandardError.failure(
        ["\(path): not made, as no date is known; expected a case with at least one date"],
        .outputRefused)
    }
    try ResultOutput.write(text, to: path, replacing: output.force)
  }

  private func write(
    _ calendar: ProcurementCalendar, workbookTo path: String, _ language: Language
  ) throws {
    let document = CaseReport.document(
      of: calendar, language: language,
      createdOn: calendar.calendars.compactMap(\.stampDay).first ?? Day(daysSinceEpoch: 0))
    try ResultOutput.write(document, to: path, replacing: output.force)
  }
}

extension CalendarCommand {
  /// Reads every case, printing the errors of all of them.
  private func readMembers() throws -> [ProcurementCalendar.Member] {
    var members: [ProcurementCalendar.Member] = []
    var failure: (any Error)?
    for path in paths {
      do {
        members.append(try member(at: path))
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return members
  }

  private func member(at path: String) throws -> ProcurementCalendar.Member {
    if !FileManager.default.fileExists(atPath: path), let number = try? CaseNumber(text: path) {
      return .number(number, policy: try policy.policyWithoutCase())
    }
    let loaded = try LoadedCase(
      path, tables: TableName.forCalendar, policyOptions: policy, fileOptions: files,
      warns: !output.quiet, namesFolder: paths.count > 1)
    return .folder(loaded.input, policy: loaded.policy, fees: try loaded.feesWhereKnown())
  }

  private func refuse(_ problems: [CalendarProblem]) throws {
    guard !problems.isEmpty else { return }
    let lines = problems.map { problem in
      switch problem {
      case .repeated(let number, let first, let second):
        "\(paths[second]): is case \(number), as \(paths[first]) is; expected different cases"
      case .contradictory(let problem, let first, let second):
        "\(paths[second]): \(problem.phrase[.english]); the other period is that of \(paths[first])"
      }
    }
    throw StandardError.failure(lines, .inputErrors)
  }
}

extension [ProcurementCalendar.Member] {
  /// What the first case folder states.
  fileprivate var firstHeader: Case.Header? {
    lazy.compactMap { member in
      if case .folder(let input, _, _) = member { input.header } else { nil }
    }.first
  }
}

extension LoadedCase {
  /// The fees of the case's orders; `nil` where it has none, or no tiers.
  fileprivate func feesWhereKnown() throws -> CallOffStage? {
    guard input.orders != nil, input.feeTiers != nil else { return nil }
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try FeePolicy(policy)
    }
    do throws(FeeProblems) {
      return try CallOffStage(input, policy: parameters)
    } catch {
      let lines = InputFailure.lines(of: error.problems, input.inputFiles)
      throw StandardError.failure(lines.map(naming), .inputErrors)
    }
  }
}
