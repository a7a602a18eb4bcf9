import Quantities

/// The valid bids in ascending order of price, equal prices sharing a rank: 1, 2, 2, 4.
///
/// Lowest-price award: Government Procurement Act, Art. 52 I 1; bids ranked low to high: slide 3.
struct Ranking: Hashable, Sendable {
  /// One valid bid in its place.
  struct Entry: Hashable, Sendable {
    /// The bid's index in the tender.
    let bidIndex: Int
    /// The price it is ranked by.
    let price: Money
    /// 1 plus the number of valid bids that are strictly lower.
    let rank: Int
  }

  /// The valid bids, the lowest first; equal prices in input order, which decides nothing.
  let entries: [Entry]

  /// Ranks the valid ones among some bids.
  ///
  /// - Complexity: O(n log n).
  init(of validities: [BidValidity]) {
    var priced: [(price: Money, bidIndex: Int)] = []
    priced.reserveCapacity(validities.count)
    for (index, validity) in validities.enumerated() {
      if let price = validity.validPrice { priced.append((price, index)) }
    }
    priced.sort { ($0.price, $0.bidIndex) < ($1.price, $1.bidIndex) }

    var entries: [Entry] = []
    entries.reserveCapacity(priced.count)
    for (place, bid) in priced.enumerated() {
      let isEqualToLast = entries.last?.price == bid.price
      let rank = isEqualToLast ? entries[place - 1].rank : place + 1
      entries.append(Entry(bidIndex: bid.bidIndex, price: bid.price, rank: rank))
    }
    self.entries = entries
  }
}
