public import Pipeline
public import Quantities

/// What moving each parameter alone does to one metric, the largest effect first.
///
/// Every move is a scenario with the luck of the baseline, so an effect is a paired difference with its
/// own standard error.
public struct Tornado: Sendable {
  /// The effect of one value.
  public struct Effect: Sendable {
    /// The value that the parameter is moved to.
    public let value: String
    /// The mean of the metric less its mean under the baseline; `nil` where no draw defines both.
    public let mean: Rational?
    /// Its standard error.
    public let standardError: Double?
  }

  /// One parameter.
  public struct Bar: Sendable {
    /// Its key.
    public let key: String
    /// The value in force.
    public let value: String
    /// The value with the lowest effect; the one in force has the effect 0.
    public let low: Effect
    /// The value with the highest effect.
    public let high: Effect
    /// How far the two lie apart.
    public let span: Rational
  }

  /// The metric.
  public let metric: Metric
  /// The draws.
  public let draws: Int
  /// The mean under the baseline; `nil` where it is defined in no draw.
  public let baseline: Rational?
  /// The bars, the longest first; equal ones in the order of the parameters.
  public let bars: [Bar]

  /// Plays every move.
  ///
  /// - Parameters:
  ///   - metric: One of `Metric.totals`.
  ///   - parameters: What is moved.
  ///   - answer: What the baseline and, after it, every move of every parameter came to.
  /// - Throws: `ArithmeticOverflow` when a difference does not fit.
  public init(
    _ metric: Metric, _ parameters: [TornadoParameter], answer: SimulationAnswer
  ) throws(ArithmeticOverflow) {
    self.metric = metric
    draws = answer.header.draws
    let place = Metric.totals.firstIndex(of: metric) ?? 0
    baseline = answer.summaries[0][place]?.mean
    var bars: [Bar] = []
    var next = 0
    for parameter in parameters where !parameter.moves.isEmpty {
      var effects: [Effect] = []
      for move in parameter.moves {
        let difference = answer.differences[next][place]
        next += 1
        effects.append(
          Effect(
            value: move.value, mean: difference?.mean, standardError: difference?.standardError))
      }
      bars.append(try Bar(parameter, effects))
    }
    self.bars = bars.enumerated().sorted { left, right in
      left.element.span != right.element.span
        ? left.element.span > right.element.span : left.offset < right.offset
    }.map(\.element)
  }

  /// The scenarios that a tornado needs: the baseline, then every move of every parameter.
  public static func scenarios(
    of parameters: [TornadoParameter], baseline: SimulationScenario
  ) -> [SimulationScenario] {
    [baseline] + parameters.flatMap { $0.moves.map(\.scenario) }
  }
}

extension Tornado.Bar {
  fileprivate init(
    _ parameter: TornadoParameter, _ effects: [Tornado.Effect]
  ) throws(ArithmeticOverflow) {
    key = parameter.key
    value = parameter.value
    // The value in force is one of the values, without an effect.
    let stay = Tornado.Effect(value: value, mean: .zero, standardError: 0)
    let sorted = ([stay] + effects).sorted { ($0.mean ?? .zero) < ($1.mean ?? .zero) }
    low = sorted[0]
    high = sorted[sorted.count - 1]
    span = try (high.mean ?? .zero) - (low.mean ?? .zero)
  }
}
