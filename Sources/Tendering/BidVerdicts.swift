import Quantities

/// The verdict on every bid of a tender, in input order, as the steps of the award fill it in.
struct BidVerdicts {
  private struct Verdict {
    var outcome: BidOutcome
    var standingPrice: Money?
    var rank: Int?
    var contractPrice: Money?
  }

  private var verdicts: [Verdict]

  /// Starts from validity and ranks; a valid bid has the outcome `otherwise` until a selection says
  /// more.
  init(of ranked: RankedTender, otherwise: BidOutcome = .notAwarded(.beyondCutoff)) {
    verdicts = ranked.validities.enumerated().map { index, validity in
      switch validity {
      case .valid(let price): Verdict(outcome: otherwise, standingPrice: price)
      case .aboveReserve(let price, let reservePrice):
        Verdict(outcome: .aboveReserve(reservePrice: reservePrice), standingPrice: price)
      case .disqualified(let reason): Verdict(outcome: .disqualified(reason))
      case .noReserve:
        Verdict(outcome: .noReserve, standingPrice: ranked.tender.bids[index].unitPrice)
      }
    }
    for entry in ranked.ranking.entries { verdicts[entry.bidIndex].rank = entry.rank }
  }

  /// Fills in who won at which price, and what became of tied bids.
  mutating func apply(_ selection: Selection) {
    for member in selection.tie?.members ?? [] {
      verdicts[member.bidIndex].standingPrice = member.price
      switch member.verdict {
      case .awarded: break
      case .notAwarded(let reason): verdicts[member.bidIndex].outcome = .notAwarded(reason)
      case .pending: verdicts[member.bidIndex].outcome = .pendingTie
      }
    }
    for winner in selection.winners {
      verdicts[winner.bidIndex].outcome = .awarded(winner.reason)
      verdicts[winner.bidIndex].contractPrice = winner.contractPrice
    }
  }

  /// The results of all bids, without a review of low prices.
  func bidAwards(of tender: Tender) -> [BidAward] {
    zip(tender.bids, verdicts).map { bid, verdict in
      BidVerdicts.bidAward(bid, verdict, review: nil)
    }
  }

  /// The results of all bids; valid ones are reviewed for a low price.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a security does not fit.
  func bidAwards(
    of tender: Tender, limits: LowPriceLimits?
  ) throws(ArithmeticOverflow) -> [BidAward] {
    var awards: [BidAward] = []
    awards.reserveCapacity(verdicts.count)
    for (bid, verdict) in zip(tender.bids, verdicts) {
      let review: LowPriceReview? =
        if let limits, verdict.rank != nil, let price = verdict.standingPrice {
          try limits.review(of: price)
        } else { nil }
      awards.append(BidVerdicts.bidAward(bid, verdict, review: review))
    }
    return awards
  }

  private static func bidAward(
    _ bid: Bid, _ verdict: Verdict, review: LowPriceReview?
  ) -> BidAward {
    BidAward(
      bid: bid, standingPrice: verdict.standingPrice, rank: verdict.rank,
      outcome: verdict.outcome, contractPrice: verdict.contractPrice, lowPriceReview: review)
  }
}
