import ArgumentParser
import Foundation
import Policy
import Simulation

/// `awardsim merge`: the parts of a simulation as one result.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: """
      awardsim merge part-1.json part-2.json part-3.json --format json

      Puts together what simulate --shard wrote.
      """,
    discussion: """
      The parts may come in any order. The result is, byte for byte, that of the same simulation run \
      as a whole.
      """)

  @Argument(help: ArgumentHelp("Files that simulate --shard wrote.", valueName: "file"))
  var parts: [String]

  @OptionGroup var output: OutputOptions

  func run() throws {
    let records = try parts.map { try RecordFile.read($0) }
    let merged: SimulationRecord
    do throws(MergeProblem) {
      merged = try SimulationRecord(merging: records)
    } catch {
      throw StandardError.failure([message(error)], .inputErrors)
    }
    let language = merged.header.language.flatMap { Language(rawValue: $0) }
    let result = try ResultOutput(output, caseLanguage: language)
    try SimulationResult(merged).write(
      to: result, dimension: merged.header.labels.first?.dimension)
  }

  private func message(_ problem: MergeProblem) -> String {
    switch problem {
    case .otherRun(let part):
      "\(parts[part]):1:1: is of another run than \(parts[0]), expected parts with the same input,"
        + " seed, draws and scenarios"
    case .missing(let first, let last):
      "draws \(first) to \(last) are in no file, expected all parts of the run"
    case .repeated(let draw, let part):
      "\(parts[part]):1:1: draw \(draw) is in another file too, expected each part once"
    }
  }
}
