import Statistics

/// What an awarded vendor meets in the race, at every place among the entrants and every time.
///
/// Everything is relative to the chance of being awarded at the place, so nothing underflows where that
/// chance is tiny.
struct RivalTable {
  let race: ChoiceRace
  /// The rate of each node's bid.
  let rates: [Double]
  /// The probability that the own clock has not rung.
  let silence: NodeTable
  /// The mean of `silence` over the entrants below.
  let meanSilence: NodeTable
  /// The probability that no clock of a rival has rung, given that the node is awarded.
  let survival: NodeTable
  /// The density of the rival at the cutoff over the chance of being awarded, with no clock rung: what
  /// is lost with each step up in place.
  let loss: NodeTable
  /// How much of the chance of being awarded is at numbers of bids at which the cutoff bites.
  let contestedParts: [Double]

  /// Follows the clocks of rivals who bid as given.
  ///
  /// - Parameters:
  ///   - grid: The entrants.
  ///   - win: The numbers of bids and of winners.
  ///   - bids: The bid of each node as a part of the reserve price.
  ///   - sensitivity: S.
  /// - Throws: `NumericalError`; `.overflow` where bids differ too much for S.
  /// - Complexity: O(nodes × times × numbers of winners).
  init(
    _ grid: EntrantGrid, _ win: WinProbability, bids: [Double], sensitivity: Double
  ) throws(NumericalError) {
    race = try ChoiceRace(
      sensitivity: sensitivity, bids: bids + [1], mostRivals: win.mostAwardedRivals)
    var rates: [Double] = []
    var silence: [Double] = []
    silence.reserveCapacity(bids.count * race.times.count)
    for bid in bids {
      let rate = try race.rate(of: bid)
      rates.append(rate)
      for time in race.times { silence.append(try ChoiceRace.silence(rate * time)) }
    }
    self.rates = rates
    self.silence = NodeTable(columnCount: race.times.count, values: silence)
    meanSilence = grid.meansBelow(self.silence)
    contestedParts = grid.nodes.map { $0.cutoff.contested.ratio(to: $0.cutoff.awarded) ?? 0 }

    var rivals = NodeTable(rowCount: bids.count, columnCount: race.times.count)
    for (index, node) in grid.nodes.enumerated() {
      rivals.setRow(
        index,
        to: RivalTable.powers(of: meanSilence.row(index), weights: node.cutoff.rivalCounts))
    }
    let certain = RivalTable.powers(
      of: meanSilence.row(bids.count - 1), weights: win.certainRivalCounts)
    var survival = grid.meansAboveCutoff(rivals)
    for (index, node) in grid.nodes.enumerated() {
      survival.mix(row: index, part: contestedParts[index], with: certain)
      let hazard = node.cutoff.density.ratio(to: node.cutoff.awarded) ?? 0
      rivals.setRow(index, to: rivals.row(index).map { $0 * hazard })
    }
    self.survival = survival
    loss = rivals
  }

  /// Σ weight(e) · x^e for each x, taken from 0 to 1, by Horner's scheme.
  static func powers(of row: [Double], weights: [Double]) -> [Double] {
    row.map { number in
      let x = min(max(number, 0), 1)
      var sum = 0.0
      for weight in weights.reversed() { sum = sum * x + weight }
      return sum
    }
  }
}

extension WinProbability {
  /// The probability of 0, 1, 2 … rivals where everyone is awarded.
  var certainRivalCounts: [Double] {
    var counts: [Double] = []
    for term in certainTerms {
      while counts.count < term.bidCount { counts.append(0) }
      counts[term.bidCount - 1] = term.probability.ratio(to: certain) ?? 0
    }
    return counts
  }
}
