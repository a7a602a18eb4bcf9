import Policy
import Quantities
import Reporting
import Simulation

/// A whole run as it is printed, by `simulate` and by `merge` alike.
struct SimulationResult {
  let answer: SimulationAnswer
  let tornado: Tornado?

  init(
    _ record: SimulationRecord, exact: ExactAnswer? = nil, tornado: Tornado? = nil
  ) throws {
    self.tornado = tornado
    answer = try SimulationRun.reporting { () throws(ArithmeticOverflow) in
      try SimulationAnswer(record, exact: exact)
    }
  }

  /// Prints the result.
  ///
  /// - Parameters:
  ///   - output: Where to.
  ///   - dimension: What the printed answer is divided by.
  ///   - showsTornado: Whether the tornado is printed.
  /// - Throws: The exit status, where it cannot be written.
  func write(
    to output: ResultOutput, dimension: Dimension? = nil, tornado showsTornado: Bool = false
  ) throws {
    let tornado = showsTornado ? tornado : nil
    let breakdown = dimension.flatMap { answer.table(by: $0) }
    output.note(answer.notes + (tornado?.notes ?? []))
    let language = output.language
    switch output.options.format {
    case .csv: try output.write(breakdown ?? tornado?.resultTable ?? answer.resultTable)
    case .json: try output.write(answer.json(language, tornado: tornado).text + "\n")
    case .table:
      var tables = [answer.resultTable]
      if !answer.header.parameters.isEmpty { tables.append(answer.parameterTable) }
      if let breakdown { tables.append(breakdown) }
      if let tornado { tables.append(tornado.resultTable) }
      try output.write(
        tables.map { TableFormat.table.text(of: $0, language: language) }.joined(separator: "\n"))
    }
  }
}
