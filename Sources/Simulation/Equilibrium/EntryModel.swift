import Statistics

/// How many vendors bid for an item, as the model has it.
public enum EntryModel: Hashable, Sendable {
  /// So many vendors could bid; each does when its cost is at most the reserve price.
  case potentialVendors(Int)
  /// The probability of one bid, of two, of three and so on, whatever the costs; the sum is above 0
  /// and need not be 1.
  case bidCounts([Double])

  /// The most vendors that can be computed with.
  public static let largestCount = 1_000

  /// A number of bids with its probability.
  struct Outcome: Hashable {
    /// n, at least 1.
    let count: Int
    /// The probability, as a vendor that has entered sees it.
    let probability: ScaledReal
  }

  /// The largest number of bids.
  var mostBids: Int {
    switch self {
    case .potentialVendors(let count): count
    case .bidCounts(let probabilities): probabilities.count
    }
  }

  /// Refuses models without a vendor, or with too many.
  func check() throws(EquilibriumError) {
    switch self {
    case .potentialVendors(let count):
      guard (1...EntryModel.largestCount).contains(count) else { throw .vendorCount(count) }
    case .bidCounts(let probabilities):
      guard probabilities.count <= EntryModel.largestCount else {
        throw .vendorCount(probabilities.count)
      }
      guard probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }),
        probabilities.contains(where: { $0 > 0 })
      else { throw .bidCounts }
    }
  }

  /// The number of bids that an entrant reckons with, its own included.
  ///
  /// With potential vendors 1 + binomial. Given counts weigh by n: an entrant is more often one of
  /// many.
  ///
  /// - Parameters:
  ///   - entering: The probability of a cost of at most the reserve price.
  ///   - staying: The probability of a cost above it.
  /// - Returns: The counts that have a probability, ascending.
  /// - Throws: `NumericalError` when a probability is none.
  func outcomes(entering: Double, staying: Double) throws(NumericalError) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch self {
    case .potentialVendors(let vendorCount):
      for count in 1...max(1, vendorCount) {
        // The smaller of the two probabilities is the exact one.
        let rivals = vendorCount - 1
        let probability =
          entering <= 0.5
          ? try CountDistribution.binomial(trials: rivals, success: entering)
            .probability(of: count - 1)
          : try CountDistribution.binomial(trials: rivals, success: staying)
            .probability(of: vendorCount - count)
        outcomes.append(Outcome(count: count, probability: probability))
      }
    case .bidCounts(let probabilities):
      let mean = bidCountMean(entering: entering) * probabilities.reduce(0, +)
      for (index, probability) in probabilities.enumerated() {
        outcomes.append(
          Outcome(
            count: index + 1, probability: ScaledReal(Double(index + 1) * probability / mean)))
      }
    }
    return outcomes.filter { !$0.probability.isZero }
  }

  /// The expected number of bids.
  func bidCountMean(entering: Double) -> Double {
    switch self {
    case .potentialVendors(let count): return Double(count) * entering
    case .bidCounts(let probabilities):
      var weighted = 0.0
      for (index, probability) in probabilities.enumerated() {
        weighted += Double(index + 1) * probability
      }
      return weighted / probabilities.reduce(0, +)
    }
  }
}
