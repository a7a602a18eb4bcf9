import ArgumentParser
import Policy

/// How results are written.
struct OutputOptions: ParsableArguments {
  /// The form of a result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  @Option(name: .long, help: "Form of the result: table, csv or json.")
  var format: Format = .table

  @Option(
    name: .long,
    help: ArgumentHelp("File for the result; - is standard output.", valueName: "file"))
  var output: String = "-"

  @Flag(name: .long, help: "Replace an output file that is there already.")
  var force = false

  @Option(name: .long, help: "Language of the result: en or zh-Hant; the case's own if not given.")
  var language: Language?

  @Flag(name: .long, help: "Print no warnings, notes or progress.")
  var quiet = false
}

extension Language: @retroactive ExpressibleByArgument {}
