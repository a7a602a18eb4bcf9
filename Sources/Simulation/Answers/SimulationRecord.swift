public import Policy

/// The values of some draws of a run, and all that its report says beside them.
///
/// One whole number a draw, metric and scenario: whatever is computed from a record is the same
/// whichever way the draws were divided among threads and machines.
public struct SimulationRecord: Codable, Hashable, Sendable {
  /// What all parts of a run have in common.
  public struct Header: Codable, Hashable, Sendable {
    /// A parameter that differs between scenarios.
    public struct Parameter: Codable, Hashable, Sendable {
      /// Its key.
      public let key: String
      /// Its value in each scenario.
      public let values: [String]
    }

    /// A text in both languages.
    public struct Note: Codable, Hashable, Sendable {
      /// In English.
      public let en: String
      /// In Traditional Chinese.
      public let zh: String
    }

    /// The case.
    public let caseNumber: String
    /// The files that were read, each with its SHA-256.
    public let inputs: [String]
    /// The case's own language.
    public let language: String?
    /// Draws of the whole run.
    public let draws: Int
    /// The seed.
    public let seed: UInt64
    /// The names of the scenarios, the baseline first.
    public let scenarios: [String]
    /// The parameters that differ between them.
    public let parameters: [Parameter]
    /// What was calibrated and assumed.
    public let notes: [Note]
  }

  /// What all parts have in common.
  public let header: Header
  /// The first draw, counted from 0.
  public let firstDraw: Int
  /// For each scenario, for each metric, one value a draw; `nil` where it is undefined.
  public let values: [[[Int64?]]]

  /// How many draws the values are of.
  public var drawCount: Int { values.first?.first?.count ?? 0 }

  /// Creates a record from the values of each draw, in the order of the draws.
  public init(header: Header, firstDraw: Int, draws: [[[Int64?]]]) {
    self.header = header
    self.firstDraw = firstDraw
    values = header.scenarios.indices.map { scenario in
      Metric.allCases.indices.map { metric in draws.map { $0[scenario][metric] } }
    }
  }

  /// A record of given values.
  init(header: Header, firstDraw: Int, values: [[[Int64?]]]) {
    self.header = header
    self.firstDraw = firstDraw
    self.values = values
  }

  /// Whether there is one value for each metric, scenario and draw, and the draws are the run's.
  public var isWhole: Bool {
    firstDraw >= 0 && drawCount > 0 && header.draws >= drawCount
      && firstDraw <= header.draws - drawCount && values.count == header.scenarios.count
      && header.parameters.allSatisfy { $0.values.count == header.scenarios.count }
      && values.allSatisfy { metrics in
        metrics.count == Metric.allCases.count && metrics.allSatisfy { $0.count == drawCount }
      }
  }
}

extension SimulationRecord.Header {
  /// Describes a run.
  ///
  /// - Parameters:
  ///   - caseNumber: The case.
  ///   - inputs: The files that were read, each with its SHA-256.
  ///   - language: The case's own language.
  ///   - draws: Draws of the whole run.
  ///   - seed: The seed.
  ///   - scenarios: The baseline first.
  ///   - policy: What the scenarios are laid over.
  ///   - notes: What was calibrated and assumed.
  public init(
    caseNumber: String, inputs: [String], language: Language?, draws: Int, seed: UInt64,
    scenarios: [Scenario], policy: PolicyView, notes: [Phrase]
  ) {
    self.caseNumber = caseNumber
    self.inputs = inputs
    self.language = language?.rawValue
    self.draws = draws
    self.seed = seed
    self.scenarios = scenarios.map(\.name)
    let views = scenarios.map { $0.applied(to: policy) }
    parameters = PolicyKey.allCases.compactMap { key in
      let values = views.map { (try? $0.entry(for: key))?.value.text ?? "" }
      guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
      return Parameter(key: key.rawValue, values: values)
    }
    self.notes = notes.map { Note(en: $0.english, zh: $0.traditionalChinese) }
  }
}
