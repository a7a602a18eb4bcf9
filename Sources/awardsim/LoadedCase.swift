import ArgumentParser
import Intake
import Pipeline
import Policy
import Quantities

/// A case as a command works on it: its tables, and the policy that it is computed with.
struct LoadedCase {
  var input: Case
  let policy: PolicyView
  let path: String
  /// Where its files were read from, and those that were.
  let files: InputFiles
  /// Completes a line about one of the case's files, where several cases are read.
  let naming: (String) -> String

  /// Reads a case folder, printing warnings, or every error.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - tables: The tables that the command works on.
  ///   - policyOptions: Which policy, and what wins over it.
  ///   - fileOptions: Encoding and mapping of the tables.
  ///   - warns: Whether warnings are printed.
  ///   - namesFolder: Whether lines about the files name the folder, as there are several.
  ///   - files: Where files are read from; the disk if not given.
  /// - Throws: The exit status, after every error was printed.
  init(
    _ path: String, tables: Set<TableName> = Set(TableName.ofCase), policyOptions: PolicyOptions,
    fileOptions: FileOptions, warns: Bool, namesFolder: Bool = false,
    files: InputFiles = InputFiles()
  ) throws {
    let overrides = try policyOptions.parsedOverrides()
    let day = try policyOptions.parsedDate()
    // A policy or mapping of the command line lies outside of the folder.
    let outside = [policyOptions.policy, fileOptions.map].compactMap(\.self)
    naming = { line in
      guard namesFolder, !outside.contains(where: { line.hasPrefix($0 + ":") }) else { return line }
      return "\(path)/\(line)"
    }
    let folder = try InputFailure.reporting(naming: naming) { () throws(IntakeError) in
      try CaseFolder.read(
        path, tables: tables, policyPath: policyOptions.policy, options: fileOptions.readOptions,
        files: files)
    }
    if warns {
      for line in folder.diagnostics.warningLines {
        StandardError.line("warning: \(naming(line))")
      }
    }
    self.path = path
    self.files = files
    input = folder.contents
    policy = PolicyView(
      folder.policy, on: day ?? folder.contents.header.pricingDate, overrides: overrides)
  }

  /// What to know about the prices before they are read.
  var notes: [Phrase] {
    guard input.evidence != nil, input.priceIndex == nil else { return [] }
    return [
      Phrase(
        "no price_index.csv: prices keep their level, factor 1",
        "未提供 price_index.csv：價格不調整，係數為 1")
    ]
  }

  /// The path of one of the case's tables, for messages.
  func file(of table: TableName) -> String { "\(path)/\(table.fileName)" }
}

extension PolicyOptions {
  /// The `--set` options as values; wrong ones end the program.
  func parsedOverrides() throws -> [PolicyKey: PolicyValue] {
    do {
      return try PolicySetting.overrides(overrides)
    } catch {
      throw StandardError.failure(error.lines, .wrongUsage)
    }
  }

  /// The `--date` option as a day.
  func parsedDate() throws -> Day? {
    try date.map { try CommandLineDay.parse($0, option: "--date") }
  }

  /// The policy for a command that works without a case: the newest values, unless a date is given.
  func policyWithoutCase() throws -> PolicyView {
    let overrides = try parsedOverrides()
    let day = try parsedDate()
    let book = try InputFailure.reporting { () throws(IntakeError) in
      if let policy { try PolicyFile.read(policy) } else { try PolicyFile.shipped() }
    }
    return PolicyView(book, on: day, overrides: overrides)
  }
}

/// A day that stands on the command line.
enum CommandLineDay {
  /// The first day that counts as a date, as in the tables.
  private static let firstDay = Day(year: 1990, month: 1, day: 1)

  /// Reads a day; a wrong one ends the program.
  static func parse(_ text: String, option: String) throws -> Day {
    do {
      let day = try Day(text: text)
      guard let firstDay, day >= firstDay else {
        throw refusal(
          text, option, "is before 1990", "a date such as 2026-03-31 or 115/03/31")
      }
      return day
    } catch let error as QuantityFormatError {
      throw refusal(text, option, error.problem, error.expectation)
    }
  }

  private static func refusal(
    _ text: String, _ option: String, _ problem: String, _ expectation: String
  ) -> ExitCode {
    StandardError.failure(
      ["\(option): “\(text)” \(problem), expected \(expectation)"], .wrongUsage)
  }
}
