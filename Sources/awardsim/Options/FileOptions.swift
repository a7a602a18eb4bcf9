import ArgumentParser
import Intake

/// How input files are read.
struct FileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Mapping file (YAML) for tables with headings of their own.", valueName: "file"))
  var map: String?

  @Option(name: .long, help: "Encoding of the input tables: utf-8 or big5 (CP950).")
  var encoding: TextEncoding = .utf8

  /// The same for the reader.
  var readOptions: ReadOptions { ReadOptions(encoding: encoding, mappingPath: map) }
}
