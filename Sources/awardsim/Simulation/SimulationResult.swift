import Policy
import Quantities
import Reporting
import Simulation

/// A whole run as it is printed, by `simulate` and by `merge` alike.
struct SimulationResult {
  let answer: SimulationAnswer

  init(_ record: SimulationRecord) throws {
    answer = try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      try SimulationAnswer(record)
    }
  }

  func write(to output: ResultOutput) throws {
    output.note(answer.notes)
    let language = output.language
    switch output.options.format {
    case .csv: try output.write(answer.resultTable)
    case .json: try output.write(answer.json(language).text + "\n")
    case .table:
      let parameters =
        answer.header.parameters.isEmpty
        ? "" : "\n" + TableFormat.table.text(of: answer.parameterTable, language: language)
      try output.write(
        TableFormat.table.text(of: answer.resultTable, language: language) + parameters)
    }
  }
}
