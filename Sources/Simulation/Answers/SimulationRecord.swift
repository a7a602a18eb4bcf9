public import Policy

/// What some draws of a run add up to, and all that its report says beside them.
///
/// Whole numbers throughout: whatever is computed from a record is the same whichever way the draws
/// were divided among threads and machines.
public struct SimulationRecord: Codable, Hashable, Sendable {
  /// A parameter that differs between scenarios.
  public struct Parameter: Codable, Hashable, Sendable {
    /// Its key.
    public let key: String
    /// Its value in each scenario.
    public let values: [String]

    /// Creates a parameter.
    public init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  /// A text in both languages.
  public struct Note: Codable, Hashable, Sendable {
    /// In English.
    public let en: String
    /// In Traditional Chinese.
    public let zh: String

    /// Takes the texts of a phrase.
    public init(_ phrase: Phrase) {
      en = phrase.english
      zh = phrase.traditionalChinese
    }
  }

  /// The names of the cells of a dimension.
  public struct Labels: Codable, Hashable, Sendable {
    /// The dimension.
    public let dimension: Dimension
    /// One name a cell.
    public let names: [String]
  }

  /// What all parts of a run have in common.
  public struct Header: Codable, Hashable, Sendable {
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
    /// How the words of the draws were chosen.
    public let sampling: String
    /// The names of the scenarios, the baseline first.
    public let scenarios: [String]
    /// The parameters that differ between them.
    public let parameters: [Parameter]
    /// The dimensions that the answer is divided by.
    public let labels: [Labels]
    /// What was calibrated and assumed.
    public let notes: [Note]
  }

  /// What all parts have in common.
  public let header: Header
  /// The first draw, counted from 0.
  public let firstDraw: Int
  /// What the draws add up to.
  public let tally: SimulationTally

  /// Creates a record of consecutive draws.
  public init(header: Header, firstDraw: Int, tally: SimulationTally) {
    self.header = header
    self.firstDraw = firstDraw
    self.tally = tally
  }

  /// Whether the parts fit together, and the draws are the run's.
  public var isWhole: Bool {
    let counts = Dictionary(
      header.labels.map { ($0.dimension, $0.names.count) }, uniquingKeysWith: { first, _ in first })
    guard let sampling = Sampling(rawValue: header.sampling) else { return false }
    return firstDraw >= 0 && header.draws >= tally.drawCount
      && firstDraw <= header.draws - tally.drawCount && !header.scenarios.isEmpty
      && header.parameters.allSatisfy { $0.values.count == header.scenarios.count }
      && tally.isWhole(
        scenarioCount: header.scenarios.count, replicateCount: sampling.replicateCount,
        dimensions: counts)
  }
}
