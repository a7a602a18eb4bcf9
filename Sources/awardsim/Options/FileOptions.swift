import ArgumentParser

/// How input files are read.
struct FileOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Mapping file (YAML) for tables with headings of their own.", valueName: "file"))
  var map: String?

  @Option(
    name: .long,
    help: "Encoding of the input files: utf-8 or big5 (CP950).")
  var encoding: Encoding = .utf8

  /// An encoding that input files may have.
  enum Encoding: String, CaseIterable, ExpressibleByArgument {
    case utf8 = "utf-8"
    case big5
  }
}
