import Policy
import Quantities
import Statistics
import Tendering

/// How many bids are valid and how many of them win, with the probability of each pair.
struct WinnerTerms {
  /// One pair.
  struct Term {
    /// Valid bids, at least the winners.
    let validCount: Int
    /// Awarded bids, at least 1.
    let winnerCount: Int
    /// The probability.
    let probability: Double
  }

  /// Every pair with winners.
  let terms: [Term]
  /// The probability that nobody wins.
  let failureProbability: Double

  /// Takes the winners from the exact rule for every number of bids.
  ///
  /// - Parameters:
  ///   - bids: How many bids there are.
  ///   - valid: The probability that one that screening admits is valid, each on its own.
  ///   - policy: The rule.
  /// - Throws: `ArithmeticOverflow` when a share of a count has no exact representation.
  /// - Complexity: O(n²) in the most bids.
  init(
    bids: BidCounts, valid: Double, policy: AwardPolicy
  ) throws(ArithmeticOverflow) {
    let most = bids.terms.map(\.admitted).max() ?? 0
    var pairs: [[Double]] = (0...most).map { Array(repeating: 0, count: $0 + 1) }
    var failure = 0.0
    for term in bids.terms {
      let validity = BinomialTable(trials: term.admitted, success: valid).probabilities
      for (validCount, share) in validity.enumerated() where share > 0 {
        let winners = try Cutoff(
          validCount: validCount, submittedCount: term.submitted, policy: policy
        ).count
        if winners == 0 {
          failure += term.probability * share
        } else {
          pairs[validCount][winners] += term.probability * share
        }
      }
    }
    failureProbability = min(failure, 1)
    terms = pairs.enumerated().flatMap { validCount, shares in
      shares.enumerated().compactMap { winners, probability in
        probability > 0
          ? Term(validCount: validCount, winnerCount: winners, probability: probability) : nil
      }
    }
  }

  /// The expected number of winners.
  var winnerMean: Double { terms.reduce(0) { $0 + $1.probability * Double($1.winnerCount) } }

  /// What a quantity is averaged over: all winners, or the winners of each draw first.
  enum Weighting {
    /// Every winner counts once.
    case winner
    /// Every draw with winners counts once, whatever their number.
    case draw

    fileprivate func weight(of term: Term) -> Double {
      switch self {
      case .winner: term.probability
      case .draw: term.probability / Double(term.winnerCount)
      }
    }
  }

  /// The expected number of winners among the lowest share of the valid prices.
  ///
  /// - Complexity: O(terms · n).
  func winners(belowShare share: Double, _ weighting: Weighting) -> Double {
    terms.reduce(0) { sum, term in
      let below = BinomialTable(trials: term.validCount, success: share)
      return sum + weighting.weight(of: term) * below.mean(atMost: term.winnerCount)
    }
  }

  /// How densely winners lie at a share of the valid prices: the derivative of the above.
  ///
  /// A bid there wins when at most k − 1 of the v − 1 others lie below it.
  func density(atShare share: Double, _ weighting: Weighting) -> Double {
    terms.reduce(0) { sum, term in
      let others = BinomialTable(trials: term.validCount - 1, success: share)
      return sum + weighting.weight(of: term) * Double(term.validCount)
        * others.cumulative(term.winnerCount - 1)
    }
  }
}
