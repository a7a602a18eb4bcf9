import ArgumentParser
import Intake
import Policy
import Reporting
import WorkbookReading

/// `awardsim verify`: whether a workbook is as it was written.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: """
      awardsim verify case.xlsx

      Computes a workbook anew from the input that it carries and lists every cell that differs.
      """,
    discussion: """
      Compares the value and the formula of every cell, the sheets and the defined names; not charts, \
      looks, widths, comments and links. Numbers agree to 15 significant digits, and a book that a \
      spreadsheet program saved passes untouched. Decisions on the review sheet are listed apart. They \
      are no difference, and formulas are then held to what the decided prices come to.

      Exit status: 0 as written; 65 with the list otherwise, or where the book has no record of its \
      input or a broken one; 66 where the book is not there.
      """)

  @Argument(
    help: ArgumentHelp(
      "Workbook that run --workbook or simulate --workbook wrote.", valueName: "book.xlsx"))
  var path: String

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "Folder to take the case's files from in place of those that the book carries.",
      valueName: "folder"))
  var caseFolder: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let progress = Progress(isShown: !output.quiet)
    let book = try RecordedBook(path)
    progress.enter("computing the workbook anew")
    let verification = try BookVerification(
      book, caseFolder: caseFolder, quiet: output.quiet)
    progress.end()
    let result = try ResultOutput(output, caseLanguage: verification.language)
    let report = VerificationReport(verification, of: book)
    if !output.quiet || !report.isAsWritten { StandardError.line(report.totals) }
    if !output.quiet {
      for note in report.notes { StandardError.line("note: \(note)") }
      for warning in report.warnings { StandardError.line("warning: \(warning)") }
    }
    try report.write(to: result)
    guard report.isAsWritten else { throw ExitCode.inputErrors }
  }
}
