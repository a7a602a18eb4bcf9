/// Plays draws one range after the other and adds all of them up; one thread has one.
public struct DrawPlayer {
  private var block: DrawBlock

  /// Creates a player that has played nothing.
  public init(_ plan: SimulationPlan) {
    block = DrawBlock(plan)
  }

  /// What the draws played so far add up to.
  public var tally: SimulationTally { block.result }

  /// Plays some draws.
  ///
  /// - Throws: ``SimulationProblem`` when no tier covers an order, or a number does not fit.
  /// - Complexity: O(draws · items · (bids · log² bids + scenarios · (bids + orders · bids))).
  public mutating func play(_ draws: Range<Int>) throws(SimulationProblem) {
    var next = draws.lowerBound
    while next < draws.upperBound {
      let end = min(next + SimulationPlan.blockLength, draws.upperBound)
      try block.play(UInt32(truncatingIfNeeded: next)..<UInt32(truncatingIfNeeded: end))
      next = end
    }
  }
}

extension SimulationPlan {
  /// Plays some draws on this thread alone.
  ///
  /// - Returns: What they add up to.
  /// - Throws: ``SimulationProblem`` when no tier covers an order, or a number does not fit.
  public func play(_ draws: Range<Int>) throws(SimulationProblem) -> SimulationTally {
    var player = DrawPlayer(self)
    try player.play(draws)
    return player.tally
  }
}
