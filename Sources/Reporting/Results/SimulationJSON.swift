public import Policy
import Quantities
public import Simulation

extension SimulationAnswer {
  /// The answer as `awardsim simulate --format json` prints it.
  ///
  /// Means and quantiles are exact decimals, a mean rounded to twelve digits where it does not end; a
  /// metric that is defined in no draw has null in every place.
  ///
  /// - Parameters:
  ///   - language: The language of the notes.
  ///   - tornado: What moving single parameters does, where that was asked for.
  /// - Returns: One object.
  public func json(_ language: Language, tornado: Tornado? = nil) -> JSONValue {
    let own: KeyValuePairs<String, JSONValue> = [
      "draws": .integer(header.draws),
      "seed": .integer(header.seed),
      "sampling": .string(header.sampling),
      "scenarios": .array(
        summaries.indices.map { scenario in
          .members([
            "name": .string(header.scenarios[scenario]),
            "metrics": metrics(Metric.totals, summaries[scenario]) {
              exactMean(of: $0, scenario: scenario)
            },
          ])
        }),
      "differences": .array(differencesJSON),
      "breakdowns": .object(
        breakdowns.map { JSONValue.Member($0.dimension.rawValue, json(of: $0)) }),
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
    ]
    return .object(
      own.map { JSONValue.Member($0.key, $0.value) }
        + (tornado.map { [JSONValue.Member("tornado", $0.json)] } ?? []))
  }

  private func json(of breakdown: Breakdown) -> JSONValue {
    .array(
      breakdown.summaries.indices.flatMap { scenario in
        breakdown.labels.indices.map { cell in
          .members([
            "scenario": .string(header.scenarios[scenario]),
            breakdown.dimension.columnName: .string(breakdown.labels[cell]),
            "metrics": metrics(
              breakdown.dimension.metrics, breakdown.summaries[scenario][cell]
            ) { exactMean(of: $0, breakdown.dimension, cell: cell, scenario: scenario) },
          ])
        }
      })
  }

  private func metrics(
    _ metrics: [Metric], _ summaries: [Summary?], exact: (Metric) -> ExactAnswer.Mean?
  ) -> JSONValue {
    .object(
      zip(metrics, summaries).map { metric, summary in
        let places = SimulationAnswer.percentages.enumerated().map { index, percentage in
          JSONValue.Member(
            (percentage < 10 ? "p0" : "p") + "\(percentage)", .exact(summary?.percentiles[index]))
        }
        let simulated = [
          JSONValue.Member("mean", .exact(summary?.mean)),
          JSONValue.Member("standard_error", .error(summary?.standardError)),
        ]
        guard let exact = exact(metric) else {
          return JSONValue.Member(metric.rawValue, .object(simulated + places))
        }
        return JSONValue.Member(
          metric.rawValue,
          .object(
            [
              JSONValue.Member("mean", .real(exact.value)),
              JSONValue.Member("standard_error", .integer(0)),
            ] + places + [
              JSONValue.Member("method", .string("exact")),
              JSONValue.Member("error", .real(exact.error)),
              JSONValue.Member("simulated", .object(simulated)),
            ]))
      })
  }

  private var differencesJSON: [JSONValue] {
    differences.indices.flatMap { index in
      zip(Metric.totals, differences[index]).map { metric, summary in
        let exact = exactDifference(of: metric, scenario: index + 1)
        return .members([
          "scenario": .string(header.scenarios[index + 1]),
          "baseline": .string(header.scenarios[0]), "metric": .string(metric.rawValue),
          "mean": exact.map { .real($0.value) } ?? .exact(summary?.mean),
          "standard_error": exact.map { _ in .integer(0) } ?? .error(summary?.standardError),
          "pairing_factor": .error(pairingFactor(of: metric, scenario: index + 1)),
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
    let precision = Phrase(
      "quantiles are within 0.05% of their value, those of single cells within 0.4%; means are exact",
      "分位數誤差在其值之 0.05% 以內，單一細項者 0.4% 以內；平均值為精確值")
    let agreement = largestDeviation.map { deviation in
      let hundredths = Int128((min(deviation, 1e9) * 100).rounded())
      let text = (try? Rational(hundredths, over: 100))?.decimalText() ?? ""
      return Phrase(
        "exact and simulated means lie at most \(text) standard errors apart",
        "精確平均值與模擬平均值最多相差標準誤之 \(text) 倍")
    }
    let sampling =
      header.sampling == Sampling.sobol.rawValue
      ? Phrase(
        "draws are scrambled Sobol points in 32 randomisations, between which errors are taken",
        "模擬採亂序 Sobol 點，分 32 組，誤差取自各組間之差異") : nil
    return header.notes.map { Phrase($0.en, $0.zh) }
      + (header.draws > 0 ? [precision] : []) + [sampling].compactMap { $0 }
      + (exact?.obstacles ?? []) + (agreement.map { [$0] } ?? []) + undefined
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
