import ArgumentParser
import Foundation
import Intake
import Policy
import Reporting
import Workbook

/// `awardsim template`: input workbooks to be filled in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: """
      awardsim template bids.xlsx --table bids --language zh-Hant

      Writes input workbooks with headings in both languages, lists to choose from and notes.
      """,
    discussion: """
      FILE.xlsx becomes one workbook with a sheet for each table; FOLDER a case with case.yaml and one \
      workbook for each table. Filled in, they are read as they are. A grey example row shows how a row \
      looks; it is never read.
      """)

  @Argument(
    help: ArgumentHelp(
      "Folder to make, which may not hold anything yet, or workbook to make.",
      valueName: "folder|file.xlsx"))
  var path: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Table to include; repeat it for several. All tables of a case if not given.",
      valueName: "name"))
  var table: [TableName] = []

  @Option(name: .long, help: "Language of the notes and first headings: en or zh-Hant.")
  var language: Language = .english

  @Flag(name: .long, help: "Replace a workbook that is there already.")
  var force = false

  func validate() throws {
    guard !LooseFiles.isWorkbook(path) || isFile else {
      throw ValidationError("\(path) is no file to make; expected FOLDER or FILE.xlsx")
    }
  }

  func run() throws {
    if isFile {
      try write(InputTemplate(tables, language: language), to: path, replacing: force)
    } else {
      try writeFolder()
    }
  }

  private var isFile: Bool { path.lowercased().hasSuffix(".xlsx") }

  /// The tables in their own order, each once.
  private var tables: [TableName] {
    table.isEmpty ? TableName.ofCase : TableName.allCases.filter(table.contains)
  }

  private func writeFolder() throws {
    do {
      var writer = try CaseFolderWriter(path: path)
      try writer.append(Array(CaseHeaderTemplate.text.utf8), to: CaseFolder.headerFileName)
      for table in tables {
        let bytes = try workbook(InputTemplate([table], language: language))
        try writer.append(bytes, to: table.workbookName)
      }
      try writer.commit()
    } catch let error as CaseFolderError {
      throw StandardError.failure([error.message], error.status)
    }
  }

  /// The bytes of a workbook: the library writes to files alone.
  private func workbook(_ template: InputTemplate) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("awardsim-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try write(template, to: file.path, replacing: false)
    do {
      return Array(try Data(contentsOf: file))
    } catch {
      throw StandardError.failure(
        ["\(file.path): \(error.localizedDescription)"], .inputOutputFailed)
    }
  }

  private func write(_ template: InputTemplate, to path: String, replacing: Bool) throws {
    do {
      try TemplateFile.write(template, to: path, replacing: replacing)
    } catch let error as WorkbookError {
      throw StandardError.failure(["\(path): \(error.phrase[.english])"], .outputRefused)
    } catch let error as OutputFileError {
      throw ResultOutput.failure(error)
    }
  }
}
