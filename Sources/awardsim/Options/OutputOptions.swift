import ArgumentParser
import Policy
import Reporting

/// How results are written.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: "Form of the result: table, csv or json.")
  var format: TableFormat = .table

  @Option(
    name: .long,
    help: ArgumentHelp("File for the result; - is standard output.", valueName: "file"))
  var output: String = "-"

  @Flag(name: .long, help: "Replace an output file that is there already.")
  var force = false

  @Option(
    name: .long,
    help: "Language of the result: en or zh-Hant; the case's own, else en, if not given.")
  var language: Language?

  @Flag(name: .long, help: "Print no warnings, notes or progress.")
  var quiet = false
}
