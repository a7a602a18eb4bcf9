public import Quantities

/// Who wins one tender under one rule, without the judgements on each bid.
///
/// What a comparison of many rules needs: the winners of an ``ItemAward``, from a ranking that is
/// made once (``RankedTender``).
public struct TenderWinners: Hashable, Sendable {
  /// A sum of contract prices, or why it has none.
  public typealias CheckedSum = Result<Money, ArithmeticOverflow>

  /// One winner.
  public struct Winner: Hashable, Sendable {
    /// The bid's index in the tender.
    public let bidIndex: Int
    /// The price that the bid stands at: its own, or the last reduction or re-bid taken.
    public let standingPrice: Money
    /// What its contract is made at.
    public let contractPrice: Money
    /// Why it is awarded.
    public let reason: AwardReason
  }

  /// The winners, by bid index.
  public let winners: [Winner]
  /// The indices of bids in an undecided tie, ascending.
  public let pending: [Int]
  /// What the item comes to.
  public let outcome: ItemOutcome

  /// The sum of the winners' contract prices; pending bids are not in it.
  public var awardedSum: CheckedSum {
    if case .failed(.arithmetic(let error)) = outcome { return .failure(error) }
    return Result { () throws(ArithmeticOverflow) in
      try winners.lazy.map(\.contractPrice).total()
    }
  }
}

extension RankedTender {
  /// Who wins under a rule.
  ///
  /// - Parameter rule: The rule; whether prices may be reduced was settled by the ranking.
  /// - Returns: The winners that ``AwardRule/award(_:)`` gives.
  /// - Complexity: O(k log k) for k winners, beside the ties.
  public func winners(by rule: AwardRule) -> TenderWinners {
    if let failure {
      return TenderWinners(winners: [], pending: [], outcome: .failed(failure))
    }
    do throws(ArithmeticOverflow) {
      let selection = try Selection(from: self, by: rule)
      return TenderWinners(
        winners: selection.winners.sorted { $0.bidIndex < $1.bidIndex },
        pending: selection.pendingIndices, outcome: selection.outcome)
    } catch {
      return TenderWinners(winners: [], pending: [], outcome: .failed(.arithmetic(error)))
    }
  }
}
