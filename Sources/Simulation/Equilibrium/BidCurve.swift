public import Statistics

/// The bids of an equilibrium as a function, cheap to evaluate: for tables that are made before draws.
///
/// A curve that rises like the bids, through bids at some hundred places among the entrants
/// (`MonotoneCubic`).
public struct BidCurve: Hashable, Sendable {
  private let entrants: Entrants
  private let bids: MonotoneCubic
  /// How far the curve may be from the equilibrium's bids, as it is estimated: the error of the bids
  /// it goes through, plus how far a curve through every other one of them misses the rest, in the unit
  /// of the costs.
  public let error: Double

  /// Lays a curve through bids.
  ///
  /// - Parameters:
  ///   - entrants: Who bids.
  ///   - places: Places among them, ascending from 0 to 1.
  ///   - bids: The bid at each, in the unit of the costs.
  ///   - bidError: The error of these bids.
  /// - Throws: `NumericalError.domain` where places do not ascend or a bid is no finite number.
  init(
    _ entrants: Entrants, places: [Double], bids: [Double], bidError: Double
  ) throws(NumericalError) {
    var highest = 0.0
    let rising = bids.map { bid in
      highest = max(highest, min(bid, entrants.reserve))
      return highest
    }
    self.entrants = entrants
    self.bids = try MonotoneCubic(knots: places, values: rising)
    let kept = places.indices.filter { $0.isMultiple(of: 2) || $0 == places.count - 1 }
    let coarse = try MonotoneCubic(
      knots: kept.map { places[$0] }, values: kept.map { rising[$0] })
    let miss = zip(places, rising).reduce(0) { max($0, abs(coarse.value(at: $1.0) - $1.1)) }
    error = bidError + miss
  }

  /// Lays a curve through the bids of the formula.
  init(_ entrants: Entrants, _ win: WinProbability) throws(NumericalError) {
    let count = 128
    let places = (0...count).map { Double($0) / Double(count) }
    var costs: [Double] = []
    for place in places { costs.append(try entrants.cost(atPlace: place)) }
    let bids = try Markups(entrants, win, costs: costs).bids
    try self.init(
      entrants, places: places, bids: bids.map(\.bid),
      bidError: bids.reduce(0) { max($0, $1.error) })
  }

  /// The bid of a vendor by its rank among those that bid.
  ///
  /// - Parameter share: The share of entrants with a lower cost, from 0 to 1.
  /// - Returns: The bid, in the unit of the costs.
  /// - Throws: `NumericalError.domain` for a share out of bounds.
  public func bid(atEntrantShare share: Double) throws(NumericalError) -> Double {
    guard share >= 0, share <= 1 else { throw .domain }
    return try bid(atCost: entrants.cost(atShare: share))
  }

  /// The bid of a vendor by its cost.
  ///
  /// - Parameter cost: A cost; outside those of entrants the nearest one counts.
  /// - Returns: The bid, in the unit of the costs.
  /// - Throws: `NumericalError.domain` for a cost that is no number.
  public func bid(atCost cost: Double) throws(NumericalError) -> Double {
    guard !cost.isNaN else { throw .domain }
    return bids.value(at: try entrants.place(ofCost: cost))
  }
}
