import Pricing
import Quantities
import Statistics

/// The reserve prices of the items under one reserve policy.
struct ReserveSet: Sendable {
  /// In minor units; 0 where an item has none.
  let prices: [Int64]
  /// How each item's evidence is resampled; empty where reserve prices stand.
  let resamplings: [ReserveResampling?]
}

/// The reserve price of one item in each lane, for each reserve policy there is.
struct ReserveLanes {
  /// The stream of random words that resampling uses.
  static let stream: UInt32 = 4

  private let sets: [ReserveSet]
  private var lanes: [[Int64]]

  init(_ sets: [ReserveSet]) {
    self.sets = sets
    lanes = sets.map { _ in [] }
  }

  /// The prices under one policy in minor units, a lane each; 0 where there is none.
  subscript(set: Int) -> [Int64] { lanes[set] }

  /// Sets the prices of an item.
  ///
  /// Where evidence is resampled, every policy sees the same rows drawn.
  ///
  /// - Throws: `ArithmeticOverflow` when a price does not fit.
  mutating func set(
    item: Int, random: Luck, draws: Range<UInt32>
  ) throws(ArithmeticOverflow) {
    for (index, set) in sets.enumerated() {
      lanes[index].removeAll(keepingCapacity: true)
      guard set.resamplings.indices.contains(item), var resampling = set.resamplings[item] else {
        lanes[index].append(contentsOf: repeatElement(set.prices[item], count: draws.count))
        continue
      }
      for draw in draws {
        let price = try resampling.reservePrice { slot in
          random.block(unit: UInt32(truncatingIfNeeded: item), draw: draw, slot: slot)
        }
        lanes[index].append(price?.minorUnits ?? 0)
      }
    }
  }
}
