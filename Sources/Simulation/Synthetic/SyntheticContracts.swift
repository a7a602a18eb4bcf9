import Pricing
import Quantities
import Statistics

/// An item together with the prices at which it can be ordered.
struct OrderSource {
  let item: SyntheticItem
  /// Its reserve price under the case's own contract.
  let reservePrice: Money?
  /// Under the case's own contract.
  let offers: [OrderOffer]
  /// Under each of the earlier contracts.
  let earlierOffers: [[OrderOffer]]
}

/// The contracts that orders are placed under: the case's own and the two before it, which overlap.
struct SyntheticContracts: Sendable {
  /// The case's own contract.
  let current: OrderContract
  /// The contracts before it, the newest first.
  let earlier: [OrderContract]

  /// One order in this many of an item is placed under each earlier contract.
  private static let earlierShare = 24

  init(_ calendar: SyntheticCalendar) {
    current = OrderContract(calendar.current, isCurrent: true)
    earlier = calendar.earlier.prefix(2).map { OrderContract($0, isCurrent: false) }
  }

  /// The orders of an item, `count` under all contracts together.
  func streams(of source: OrderSource, count: Int, seed: UInt64) -> [OrderStream] {
    let item = source.item
    var rest = count
    var streams: [OrderStream] = []
    for (place, contract) in earlier.enumerated() where !source.earlierOffers[place].isEmpty {
      let part = count / SyntheticContracts.earlierShare
      rest -= part
      let draws = RandomStream(seed: seed, item: item.index, .earlierOrders, part: place)
      streams.append(
        OrderStream(
          of: source, under: contract, from: source.earlierOffers[place], count: part,
          draws: draws))
    }
    streams.append(
      OrderStream(
        of: source, under: current, from: source.offers, count: rest,
        draws: RandomStream(seed: seed, item: item.index, .orders)))
    return streams
  }
}
