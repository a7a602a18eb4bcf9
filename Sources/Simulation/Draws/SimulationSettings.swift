/// How a simulation is played, whatever is simulated.
public struct SimulationSettings: Hashable, Sendable {
  /// The seed of all luck.
  public var seed: UInt64
  /// Whether each draw sets the reserve prices from evidence drawn anew.
  public var resamplesEvidence: Bool
  /// How the words of bidding and ordering are chosen.
  public var sampling: Sampling
  /// What the answer is divided by, beside whole draws.
  public var dimensions: Set<Dimension>

  /// Creates settings.
  public init(
    seed: UInt64, resamplesEvidence: Bool = false, sampling: Sampling = .random,
    dimensions: Set<Dimension> = []
  ) {
    self.seed = seed
    self.resamplesEvidence = resamplesEvidence
    self.sampling = sampling
    self.dimensions = dimensions
  }
}
