import Foundation

/// The worked example of a page of the documentation: its files, commands and results.
///
/// A file is a name at the margin with its lines indented by four spaces; a command is a line that
/// begins with `$ awardsim`; the notes that it prints stand below it, its results in a table.
struct PageExample {
  /// A command of the page with the results below it.
  struct Command {
    let arguments: [String]
    var results: [[String]] = []
  }

  private(set) var files: [String: String] = [:]
  private(set) var commands: [Command] = []
  private(set) var notes: [String] = []
  let text: String

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - page: The page under the program's documentation, without `.md`.
  ///   - heading: How the heading of a table of results begins.
  /// - Throws: An error of the file system where there is no such page.
  init(_ page: String, results heading: String) throws {
    let url = Program.packageFolder.appendingPathComponent(
      "Sources/awardsim/awardsim.docc/\(page).md")
    text = try String(contentsOf: url, encoding: .utf8)
    var name: String?
    var isInResults = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.wholeMatch(of: /[a-z_]+\.(csv|yaml)/) != nil {
        name = String(line)
        files[String(line)] = ""
      } else if let current = name, line.hasPrefix("    ") {
        files[current, default: ""] += line.dropFirst(4) + "\n"
      } else {
        name = nil
      }
      if line.hasPrefix("$ awardsim ") {
        commands.append(
          Command(arguments: line.split(separator: " ").dropFirst(2).map(String.init)))
      } else if line.hasPrefix("note: ") {
        notes.append(String(line))
      }
      if line.hasPrefix(heading) {
        isInResults = !commands.isEmpty
      } else if !line.hasPrefix("| ") {
        isInResults = isInResults && line.hasPrefix("|---")
      } else if isInResults {
        let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        commands[commands.count - 1].results.append(cells)
      }
    }
  }
}

extension TemporaryFolder {
  /// Writes the header of a case.
  func writeCaseHeader() throws {
    try write(
      "case.yaml",
      """
      case_no: "1150202"
      title: an example
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31

      """)
  }

  /// Writes the files of a page's example over a small case: its header, and one item.
  func write(_ example: PageExample) throws {
    try writeCaseHeader()
    try write("items.csv", "item_id,category,name\nVM-01,iaas,Virtual machine\n")
    for (name, text) in example.files { try write(name, text) }
  }
}
