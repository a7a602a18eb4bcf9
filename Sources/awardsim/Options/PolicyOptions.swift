import ArgumentParser

/// Which policy a command computes with.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Policy file to use in place of the case's own or the shipped one.", valueName: "file"))
  var policy: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Value that wins over the policy file, such as award.cutoff_share=0.8; repeatable.",
      valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Day that policy values are looked up at; the case's pricing date, or the newest values,"
        + " if not given.", valueName: "date"))
  var date: String?
}
