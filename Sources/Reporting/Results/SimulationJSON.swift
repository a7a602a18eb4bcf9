public import Policy
import Quantities
public import Simulation

extension SimulationAnswer {
  /// The answer as `awardsim simulate --format json` prints it.
  ///
  /// Means and quantiles are exact decimals, a mean rounded to twelve digits where it does not end; a
  /// metric that is defined in no draw has null in every place.
  public func json(_ language: Language) -> JSONValue {
    .members([
      "draws": .integer(header.draws),
      "seed": .integer(header.seed),
      "scenarios": .array(
        zip(header.scenarios, summaries).map { name, summaries in
          .members(["name": .string(name), "metrics": metrics(summaries)])
        }),
      "differences": .array(differencesJSON),
      "parameters": .array(
        header.parameters.map { parameter in
          .members([
            "key": .string(parameter.key),
            "values": .object(
              zip(header.scenarios, parameter.values).map { name, value in
                JSONValue.Member(name, .string(value))
              }),
          ])
        }),
      "notes": .array(notes.map { .string($0[language]) }),
    ])
  }

  private func metrics(_ summaries: [Summary?]) -> JSONValue {
    .object(
      zip(Metric.totals, summaries).map { metric, summary in
        let places = SimulationAnswer.percentages.enumerated().map { index, percentage in
          JSONValue.Member(
            (percentage < 10 ? "p0" : "p") + "\(percentage)", .exact(summary?.percentiles[index]))
        }
        return JSONValue.Member(
          metric.rawValue,
          .object(
            [
              JSONValue.Member("mean", .exact(summary?.mean)),
              JSONValue.Member("standard_error", .error(summary?.standardError)),
            ] + places))
      })
  }

  private var differencesJSON: [JSONValue] {
    zip(header.scenarios.dropFirst(), differences).flatMap { name, summaries in
      zip(Metric.totals, summaries).map { metric, summary in
        .members([
          "scenario": .string(name), "baseline": .string(header.scenarios[0]),
          "metric": .string(metric.rawValue), "mean": .exact(summary?.mean),
          "standard_error": .error(summary?.standardError),
        ])
      }
    }
  }
}

extension SimulationAnswer {
  /// What was calibrated and assumed, and where a metric is not defined in every draw.
  public var notes: [Phrase] {
    let undefined = zip(header.scenarios, summaries).flatMap { name, summaries in
      zip(Metric.totals, summaries).compactMap { metric, summary -> Phrase? in
        let draws = summary?.draws ?? 0
        guard draws < header.draws else { return nil }
        return Phrase(
          "\(name): \(metric.rawValue) is defined in \(draws) of \(header.draws) draws",
          "\(name)：\(metric.phrase.traditionalChinese)於 \(header.draws) 次模擬中有 \(draws) 次可計算")
      }
    }
    return header.notes.map { Phrase($0.en, $0.zh) } + undefined
  }
}

extension JSONValue {
  fileprivate static func exact(_ number: Rational?) -> JSONValue {
    number.map { .number($0.decimalText()) } ?? .null
  }

  fileprivate static func error(_ number: Double?) -> JSONValue {
    number.map { .real($0) } ?? .null
  }
}
