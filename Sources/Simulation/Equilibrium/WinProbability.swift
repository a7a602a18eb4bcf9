import Policy
import Quantities
import Statistics
import Tendering

/// W: the probability that an entrant is awarded, by its place among the costs of entrants.
///
/// The number of winners is that of the exact rule, `Cutoff`. An entrant with a share G of the others
/// below it is awarded when, among the n − 1 others, at most k(n) − 1 lie below: a binomial
/// probability, averaged over n.
struct WinProbability: Hashable {
  struct Term: Hashable {
    /// n, its own bid included.
    let bidCount: Int
    /// k(n).
    let winnerCount: Int
    /// The probability of n.
    let probability: ScaledReal
  }

  let terms: [Term]

  /// Below this probability a number of bids cannot change a probability near 1.
  private static let negligible = 0x1p-75

  /// Takes k(n) from the award rule for every number of bids.
  ///
  /// Only vendors who could win submit a bid here, so all bids submitted are valid ones and the two
  /// bases of the cutoff are the same.
  ///
  /// - Throws: ``EquilibriumError/arithmetic(_:)`` when a share has no exact value.
  init(_ outcomes: [EntryModel.Outcome], policy: AwardPolicy) throws(EquilibriumError) {
    var terms: [Term] = []
    for outcome in outcomes {
      do throws(ArithmeticOverflow) {
        let cutoff = try Cutoff(
          validCount: outcome.count, submittedCount: outcome.count, policy: policy)
        terms.append(
          Term(
            bidCount: outcome.count, winnerCount: cutoff.count, probability: outcome.probability))
      } catch {
        throw .arithmetic(error)
      }
    }
    self.terms = terms
  }

  /// Whether the cutoff never bites: W is 1 for every cost.
  var everyBidWins: Bool { terms.allSatisfy { $0.winnerCount == $0.bidCount } }

  /// Whether the cutoff awards nobody, whatever n.
  var nobodyWins: Bool { terms.allSatisfy { $0.winnerCount == 0 } }

  /// The mean of W over the entrants' costs: of n bids k(n) are awarded, whatever their costs.
  var mean: Double {
    terms.reduce(0) {
      $0 + $1.probability.value * Double($1.winnerCount) / Double($1.bidCount)
    }
  }

  /// The probability of being awarded.
  ///
  /// The larger of winning and losing is taken as the complement of the smaller, so that both keep
  /// their relative precision.
  ///
  /// - Parameters:
  ///   - below: The share of the others' costs below one's own.
  ///   - above: The share above.
  /// - Returns: W, from 0 to 1.
  /// - Throws: `NumericalError` when a share is outside 0...1.
  /// - Complexity: O(numbers of bids) incomplete beta functions.
  func value(below: Double, above: Double) throws(NumericalError) -> ScaledReal {
    if everyBidWins { return ScaledReal(1) }
    let losing = try losingProbability(below: below)
    return losing < 0.5 ? ScaledReal(1 - losing) : try winningProbability(above: above)
  }

  private func losingProbability(below: Double) throws(NumericalError) -> Double {
    var sum = 0.0
    for term in terms where term.winnerCount < term.bidCount {
      let weight = term.probability.value
      guard weight > WinProbability.negligible else { continue }
      let tail = try IncompleteBeta.moreThan(
        term.winnerCount - 1, of: term.bidCount - 1, success: below)
      sum += weight * tail.value
    }
    return sum
  }

  private func winningProbability(above: Double) throws(NumericalError) -> ScaledReal {
    var sum = ScaledReal.zero
    for term in terms {
      let tail = try IncompleteBeta.atMost(
        term.winnerCount - 1, of: term.bidCount - 1, failure: above)
      sum = sum + term.probability * tail
    }
    return sum
  }
}
