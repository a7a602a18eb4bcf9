import ArgumentParser
import Intake
import Reporting

/// `awardsim apply`: the decisions of a workbook as recorded overrides of its case.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: """
      awardsim apply case.xlsx datasets/cloud-1150202 --force

      Takes the override decisions of a workbook's review into the case's reserve_overrides.csv.
      """,
    discussion: """
      An override needs a price above 0 with at most two decimals, a reason, a name and a date. The row \
      of an item is replaced, new ones come at the end, all others are kept byte for byte. An accepted \
      item records nothing, and takes no override away that is recorded already; delete its row for \
      that. A held item records nothing. The case has to be the one that the book was made of; only its \
      overrides may have changed, for other items. Run the case again afterwards.

      Exit status: 0 done; 65 where a cell is wrong or the case is another one; 66 where the book or a \
      file is not there; 73 where reserve_overrides.csv is there already without --force.
      """)

  @Argument(help: ArgumentHelp("Workbook with decisions.", valueName: "book.xlsx"))
  var path: String

  @Argument(help: ArgumentHelp("Folder of the case that it was made of.", valueName: "case"))
  var caseFolder: String

  @Flag(name: .long, help: "Replace reserve_overrides.csv where it is there already.")
  var force = false

  @Flag(name: .long, help: "Print what would be recorded and write nothing.")
  var dryRun = false

  @Option(name: .long, help: "Form of the result: table, csv or json.")
  var format: TableFormat = .table

  func run() throws {
    let book = try RecordedBook(path)
    let application = try DecisionApplication(book, folder: caseFolder)
    for note in application.notes { StandardError.line("note: \(note)") }
    if !dryRun { try application.write(replacing: force) }
    let text = format.text(of: application.resultTable, language: application.language)
    try ResultOutput.printText(text)
  }
}
