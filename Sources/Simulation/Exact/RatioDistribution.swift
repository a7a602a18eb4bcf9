public import Statistics

/// The distribution of a bid's price over the reserve price.
public enum RatioDistribution: Hashable, Sendable {
  /// Without atoms, such as lognormal.
  case continuous(ContinuousDistribution)
  /// Ratios with their weights; above 0 in sum, no weight negative.
  case discrete([Atom])

  /// One ratio of a discrete distribution.
  public struct Atom: Hashable, Sendable {
    /// Price over reserve price.
    public let ratio: Double
    /// Its probability, up to a common factor.
    public let weight: Double

    /// Creates an atom.
    public init(ratio: Double, weight: Double) {
      self.ratio = ratio
      self.weight = weight
    }
  }

  /// The probability of a valid bid: above 0, and at most the reserve price.
  ///
  /// - Throws: `NumericalError` for parameters out of bounds.
  public func validProbability() throws(NumericalError) -> Double {
    switch self {
    case .continuous(let distribution):
      return max(0, try distribution.cumulative(1) - distribution.cumulative(0))
    case .discrete(let atoms):
      return try RatioDistribution.valid(atoms).reduce(0) { $0 + $1.weight }
        / RatioDistribution.total(atoms)
    }
  }

  /// The valid atoms, ascending.
  static func valid(_ atoms: [Atom]) -> [Atom] {
    atoms.filter { $0.ratio > 0 && $0.ratio <= 1 }.sorted { $0.ratio < $1.ratio }
  }

  /// The sum of the weights.
  static func total(_ atoms: [Atom]) throws(NumericalError) -> Double {
    let total = atoms.reduce(0) { $0 + $1.weight }
    guard total > 0, total.isFinite, atoms.allSatisfy({ $0.weight >= 0 && $0.ratio.isFinite })
    else { throw .domain }
    return total
  }
}

extension RatioDistribution {
  /// The valid ratios by their share.
  ///
  /// - Throws: `NumericalError` for parameters out of bounds.
  func pieces(validProbability valid: Double) throws(NumericalError) -> PricePieces {
    switch self {
    case .continuous(let distribution):
      let start = try distribution.cumulative(0)
      let ratio: (Double) throws(NumericalError) -> Double = { share throws(NumericalError) in
        let probability = start + valid * share
        return probability < 1 ? min(max(try distribution.quantile(probability), 0), 1) : 1
      }
      return PricePieces(pieces: [.init(from: 0, to: 1, price: .continuous(ratio))])
    case .discrete(let atoms):
      let valid = RatioDistribution.valid(atoms)
      let total = valid.reduce(0) { $0 + $1.weight }
      var below = 0.0
      return PricePieces(
        pieces: valid.map { atom in
          let from = below / total
          below += atom.weight
          return .init(from: from, to: min(below / total, 1), price: .constant(atom.ratio))
        })
    }
  }
}
