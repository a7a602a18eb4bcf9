import ArgumentParser
import Foundation

/// The program: one command for each question.
@main
struct Awardsim: ParsableCommand {
  /// The program with its version.
  static let version = "awardsim 0.1"

  static let configuration = CommandConfiguration(
    commandName: "awardsim",
    abstract: """
      awardsim run datasets/cloud-1150202 --workbook case.xlsx

      Prices, awards and service fees for government framework contracts, with a workbook that a \
      committee reviews.
      """,
    discussion: """
      A case is a folder with case.yaml and tables, as CSV or XLSX: items, price evidence, bids, \
      orders, fee tiers. Results go to standard output, everything else to standard error.

      Exit status: 0 done; 64 wrong usage; 65 input has errors; 66 input missing; 73 output cannot \
      be made; 74 input/output failed.
      """,
    version: version,
    subcommands: [
      RunCommand.self, CheckCommand.self, ScreenCommand.self, ReserveCommand.self,
      AwardCommand.self,
      CutoffCommand.self, FeesCommand.self, OrdersCommand.self, CalendarCommand.self,
      ExplainCommand.self,
      SimulateCommand.self,
      MergeCommand.self, CalibrateCommand.self, EquilibriumCommand.self, GenerateCommand.self,
      TemplateCommand.self, VerifyCommand.self, ApplyCommand.self,
    ])

  /// Runs the command that the arguments name.
  static func main() {
    // A reader that goes away ends the writing, not the program.
    signal(SIGPIPE, SIG_IGN)
    main(nil)
  }
}
