import Statistics

/// What a random decision of a synthetic case is for.
///
/// Each item has a stream of its own for each purpose, so that more orders change no bid, and more
/// items change no item before them.
enum SyntheticPurpose: UInt64 {
  case item = 0
  case weights = 1
  case evidence = 2
  case oddities = 3
  case bidders = 4
  case bidPrices = 5
  case rebids = 6
  case orders = 7
  case earlierOrders = 8
  case collections = 9
  case priceIndex = 10
}

extension RandomStream {
  /// The stream of one item for one purpose; `part` tells up to sixteen of them apart.
  init(seed: UInt64, item: Int, _ purpose: SyntheticPurpose, part: Int = 0) {
    self.init(seed: seed, stream: UInt64(item) << 8 | purpose.rawValue << 4 | UInt64(part & 15))
  }

  /// Whether something happens that does so `count` times in a thousand.
  mutating func happens(perMille count: Int) -> Bool { next(below: 1_000) < count }

  /// A value of a distribution.
  mutating func value(_ table: QuantileTable) -> Int64 { table.value(at: nextWord()) }
}
