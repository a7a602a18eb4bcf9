import CDrawKernels
import CallOff
import Quantities
import Statistics

/// The orders for one item placed with its awarded bids under one scenario, many at a time.
struct PlacedOrders {
  /// The amounts of each lane's orders in NT$.
  private(set) var amountSums: [Int64] = []
  /// Their fees.
  private(set) var feeSums: [Int64] = []
  /// For each order the rank of the bid that has it, its amount and its fee in NT$, where orders are
  /// kept.
  private(set) var ranks: [Int32] = []
  private(set) var amounts: [Int64] = []
  private(set) var fees: [Int64] = []

  private var equalWeights: [UInt32] = []
  private var equalLanes = 0

  /// Whether the orders of an item can be placed here: every amount and every sum fits.
  ///
  /// - Parameters:
  ///   - orders: The orders.
  ///   - lots: The bids.
  ///   - fees: The fees.
  /// - Returns: Whether no number is too large.
  static func fits(
    _ orders: OrderLanes, _ lots: LotLanes, _ fees: FeeLadder
  ) -> Bool {
    guard orders.largestQuantity < Int32.max, fees.bounds.count <= AWARDSIM_TIERS
    else { return false }
    let largest = lots.highestReserve * orders.largestQuantity
    // Sums are taken times 100, in minor units.
    return largest <= fees.largestAmount
      && !largest.multipliedReportingOverflow(by: Int64(max(1, orders.mostOrders) * 1_000)).overflow
  }

  /// Places the orders of each lane.
  ///
  /// - Parameters:
  ///   - orders: The orders.
  ///   - lots: The bids, weighed.
  ///   - winners: How many of them are awarded in each lane.
  ///   - matchesLowest: Whether all contracts have the lowest price.
  ///   - fees: The fees.
  ///   - keepsOrders: Whether each order is kept, beside the sums.
  mutating func place(
    _ orders: OrderLanes, with lots: LotLanes, winners: [Int32], matchesLowest: Bool,
    _ fees: FeeLadder, keepsOrders: Bool
  ) {
    amountSums.makeRoom(lots.lanes)
    feeSums.makeRoom(lots.lanes)
    if keepsOrders {
      ranks.makeRoom(orders.quantities.count)
      amounts.makeRoom(orders.quantities.count)
      self.fees.makeRoom(orders.quantities.count)
    }
    if matchesLowest { weighEqually(lots.lanes, ranks: Int(winners.max() ?? 0)) }
    unsafe awardsim_place_orders(
      orders.quantities, orders.vendorWords, orders.starts, winners, lots.prices,
      matchesLowest ? 0 : lots.lanes, matchesLowest ? equalWeights : lots.weightSums, lots.lanes,
      fees.bounds, fees.factors, fees.constants, fees.bounds.count, fees.divisor, fees.cap,
      lots.highestReserve * orders.largestQuantity,
      &amountSums, &feeSums, keepsOrders ? 1 : 0, &ranks, &amounts, &self.fees)
  }

  /// The weights of offers at one price.
  private mutating func weighEqually(_ lanes: Int, ranks: Int) {
    guard equalWeights.count < lanes * ranks || equalLanes != lanes else { return }
    equalLanes = lanes
    equalWeights.removeAll(keepingCapacity: true)
    for rank in 1...max(1, ranks) {
      for _ in 0..<lanes { equalWeights.append(UInt32(rank * OrderHabits.largestWeight)) }
    }
  }
}
