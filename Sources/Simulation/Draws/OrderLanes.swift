import Statistics

/// The orders for one item in each lane, before it is known who is awarded.
///
/// Words of slot 0: how many orders. Of slot 1 + i: the quantity, the vendor, the cancellation and the
/// month of the i-th one.
struct OrderLanes {
  /// The stream of random words that ordering uses.
  static let stream: UInt32 = 2

  /// An order.
  struct Order: Hashable {
    /// Units ordered, more than 0.
    let quantity: Int64
    /// The word that chooses the vendor.
    let vendorWord: UInt32
    /// The month of the contract, from 0 on.
    let month: Int32
    /// The month in which the order is cancelled; −1 for an order that stands.
    let cancelledIn: Int32
  }

  /// The orders of all lanes, one lane after the other.
  private(set) var orders: [Order] = []
  /// Where each lane begins, and where the last one ends.
  private(set) var starts: [Int] = []

  /// Draws the orders for an item.
  ///
  /// - Parameters:
  ///   - model: How often and how much is ordered.
  ///   - habits: What holds for all orders.
  ///   - random: The random words of ordering.
  ///   - item: The item, by its index.
  ///   - draws: One draw a lane.
  mutating func draw(
    _ model: OrderModel, _ habits: OrderHabits, random: Luck, item: UInt32,
    draws: Range<UInt32>
  ) {
    orders.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for draw in draws {
      let count = model.count.count(for: random.block(unit: item, draw: draw, slot: 0)[0])
      for place in 0..<count {
        let words = random.block(
          unit: item, draw: draw, slot: UInt32(truncatingIfNeeded: place) + 1)
        let month = habits.month(for: words[3])
        let ruling = habits.rulingMonths(for: words[2]).map { month + $0 } ?? -1
        orders.append(
          Order(
            quantity: model.quantities.quantity(for: words[0]), vendorWord: words[1],
            month: Int32(truncatingIfNeeded: month), cancelledIn: Int32(truncatingIfNeeded: ruling))
        )
      }
      starts.append(orders.count)
    }
  }

  /// The orders of a lane.
  func range(ofLane lane: Int) -> Range<Int> { starts[lane]..<starts[lane + 1] }
}
