import Statistics

@testable import Simulation

/// The bids and orders of one item in one draw, one word after the other: what the lanes have to come
/// to.
struct PlainLuck {
  let plan: SimulationPlan
  let item: Int
  let draw: UInt32

  private var unit: UInt32 { UInt32(item) }

  /// A bid: its vendor, its part of the reserve price, −1 where it is disqualified, and its lot.
  typealias DrawnBid = (vendor: Int, ratio: Int64, lot: UInt32)

  /// An order that is not cancelled: how much, and the word that chooses the vendor.
  typealias DrawnOrder = (quantity: Int64, vendorWord: UInt32)

  /// The bids of a model.
  func bids(_ model: BidderModel, _ table: CandidateTable, _ scores: VendorScores) -> [DrawnBid] {
    let luck = plan.biddingLuck
    let first = luck.block(unit: unit, draw: draw, slot: 0)
    func word(_ place: Int, _ kind: Int) -> UInt32 {
      luck.word(unit: unit, draw: draw, place: place, kind: kind)
    }
    let bidders: [(place: Int, candidate: Int)] =
      switch model.entry {
      case .counted(let counts):
        table.pick(counts.count(for: first[0], among: model.mostBids)) {
          word($0, BidLanes.bidderKind)
        }.enumerated().map { ($0.offset, $0.element) }
      case .byWord(let limit):
        model.candidates.indices.filter { UInt64(word($0, BidLanes.ratioKind)) < limit }
          .map { ($0, $0) }
      }
    return bidders.map { place, candidate in
      let own = word(place, BidLanes.ratioKind)
      let isDisqualified =
        UInt64(word(place, BidLanes.disqualificationKind)) < model.disqualifiedBelow
      let chosen = model.candidates[candidate]
      return (
        chosen.vendorIndex,
        isDisqualified ? -1 : ratio(of: chosen, model, own: own, item: first[1], scores),
        own.mixed >> 8
      )
    }
  }

  private func ratio(
    of candidate: BidderModel.Candidate, _ model: BidderModel, own: UInt32, item: UInt32,
    _ scores: VendorScores
  ) -> Int64 {
    guard let factors = model.factors, let normal = NormalScores.shared else {
      return model.ratios.ratio(for: model.ratioWord(of: own))
    }
    let sum =
      factors.vendorWeight * scores.score(ofVendor: candidate.vendorIndex, lane: 0)
      + factors.itemWeight * normal.score(of: item) + factors.ownWeight * normal.score(of: own)
    return model.ratios.ratio(
      for: normal.word(ofScore: candidate.level + sum / BidderModel.Factors.one))
  }

  /// The orders that stand.
  func orders(_ model: OrderModel, _ habits: OrderHabits) -> [DrawnOrder] {
    let luck = plan.orderingLuck
    func word(_ place: Int, _ kind: Int) -> UInt32 {
      luck.word(unit: unit, draw: draw, place: place, kind: kind)
    }
    let count = model.count.count(for: luck.block(unit: unit, draw: draw, slot: 0)[0])
    return (0..<count).compactMap { place in
      guard UInt64(word(place, OrderLanes.cancellationKind)) >= habits.cancelledBelow
      else { return nil }
      return (
        model.quantities.quantity(for: word(place, OrderLanes.quantityKind)),
        word(place, OrderLanes.vendorKind)
      )
    }
  }
}
