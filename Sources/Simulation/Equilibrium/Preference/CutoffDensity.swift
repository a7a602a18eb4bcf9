import Statistics

/// How likely the cutoff lies at or above a place among the entrants' costs, and who is awarded then.
///
/// With n bids and k = k(n) < n winners an entrant is awarded when its cost is below that of the k-th
/// of its n − 1 rivals. That rival's cost has the density
///
///     p(n) · (n − 1) · binomial(n − 2, G)(k − 1)
///
/// in the share G of entrants below it, and k − 1 rivals below it are awarded too. Where k(n) = n
/// there is no such rival: everyone is awarded.
struct CutoffDensity {
  /// Σ p(n) · P(awarded) over the n at which the cutoff bites.
  let contested: ScaledReal
  /// W: the same over every n.
  let awarded: ScaledReal
  /// The density of the rival at the cutoff.
  let density: ScaledReal
  /// The probability of 0, 1, 2 … rivals below the one at the cutoff, when it is here.
  let rivalCounts: [Double]

  /// Puts a share of the entrants below and above into the probabilities.
  ///
  /// - Throws: `NumericalError` when a share is outside 0...1.
  /// - Complexity: O(numbers of bids) incomplete beta functions.
  init(_ win: WinProbability, below: Double, above: Double) throws(NumericalError) {
    var (contested, density) = (ScaledReal.zero, ScaledReal.zero)
    var counts: [ScaledReal] = []
    for term in win.contestedTerms {
      contested =
        contested + term.probability
        * (try IncompleteBeta.atMost(term.winnerCount - 1, of: term.bidCount - 1, failure: above))
      let here = try CutoffDensity.density(term, below: below, above: above)
      density = density + here
      while counts.count < term.winnerCount { counts.append(.zero) }
      counts[term.winnerCount - 1] = counts[term.winnerCount - 1] + here
    }
    self.contested = contested
    awarded = contested + win.certain
    self.density = density
    rivalCounts = counts.map { $0.ratio(to: density) ?? 0 }
  }

  private static func density(
    _ term: WinProbability.Term, below: Double, above: Double
  ) throws(NumericalError) -> ScaledReal {
    let others = term.bidCount - 2
    // The smaller of the two shares is the exact one.
    let chance =
      below <= 0.5
      ? try CountDistribution.binomial(trials: others, success: below)
        .probability(of: term.winnerCount - 1)
      : try CountDistribution.binomial(trials: others, success: above)
        .probability(of: others - (term.winnerCount - 1))
    return ScaledReal(Double(term.bidCount - 1)) * term.probability * chance
  }
}

extension WinProbability {
  /// The numbers of bids at which some but not all are awarded.
  var contestedTerms: [Term] { terms.filter { $0.winnerCount > 0 && $0.winnerCount < $0.bidCount } }

  /// The numbers of bids at which all are awarded.
  var certainTerms: [Term] { terms.filter { $0.winnerCount == $0.bidCount } }

  /// The probability that all are awarded.
  var certain: ScaledReal { certainTerms.reduce(.zero) { $0 + $1.probability } }

  /// The most rivals of an awarded vendor that are awarded with it.
  var mostAwardedRivals: Int { terms.reduce(0) { max($0, $1.winnerCount - 1) } }
}
