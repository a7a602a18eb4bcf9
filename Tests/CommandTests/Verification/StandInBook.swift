import ArgumentParser
import Foundation
import Intake
import Policy
import Reporting
import TestSupport
import WorkbookReading

@testable import awardsim

/// A small case in a folder with a stand-in workbook of it, whose cells can be filled in.
struct StandInBook {
  let folder: TemporaryFolder
  let language: Language
  var path: String { folder.path("book.xlsx") }

  init(_ language: Language = .english, without absent: Set<String> = []) throws {
    folder = try TemporaryFolder()
    self.language = language
    try SmallCase.write(to: folder, without: absent)
    let command = try StandInBook.command(folder.url.path, language)
    let loaded = try LoadedCase(
      folder.url.path, policyOptions: command.policy, fileOptions: command.files, warns: false,
      files: InputFiles(keptByteLimit: InputRecord.byteLimit))
    let document = try command.document(
      of: loaded, language: language, program: Awardsim.version)
    try ResultOutput.write(document, to: path, replacing: false)
  }

  private static func command(_ path: String, _ language: Language) throws -> StandInCommand {
    let parsed = try StandInCommand.parseAsRoot([path, "--language=\(language.rawValue)"])
    guard let command = parsed as? StandInCommand else {
      throw ExternalProgramFailure("the command cannot be parsed")
    }
    return command
  }

  /// The cells of the review: VM-01 stands in row 4, DB-01 in row 5, the columns D to I are entries.
  var reviewName: String { language == .english ? "Review" : "審議" }
  var pricesName: String { language == .english ? "Prices" : "底價" }

  /// Changes cells of the workbook.
  func edit(_ change: (inout EditedWorkbook) throws -> Void) throws {
    var book = try EditedWorkbook(path: path)
    try change(&book)
    try book.write(to: path)
  }

  /// Fills in the row of an item, from the decision on.
  func decide(row: Int, _ texts: [String]) throws {
    try edit { book in
      for (column, text) in zip("DEFGHI", texts) where !text.isEmpty {
        try book.set(text, at: "\(column)\(row)", of: reviewName)
      }
    }
  }

  private var command: StandInCommand {
    get throws { try StandInBook.command("<record>", language) }
  }

  func verified() throws -> BookVerification {
    let book = try RecordedBook(path)
    return try BookVerification(
      book,
      by: WorkbookReplay(
        book, files: try book.files(caseFolder: nil), command: try command))
  }

  func application() throws -> DecisionApplication {
    try DecisionApplication(
      try RecordedBook(path), folder: folder.url.path, command: try command)
  }
}
