import CDrawKernels
import Statistics

/// The orders for one item in each lane, before it is known who is awarded.
///
/// The first word: how many orders. Of each place: the quantity, the vendor, the cancellation and the
/// month of an order.
struct OrderLanes {
  /// The stream of random words that ordering uses.
  static let stream: UInt32 = 2
  /// Kinds of words.
  static let (quantityKind, vendorKind, cancellationKind, monthKind) = (0, 1, 2, 3)
  /// Places beyond the last one that the arrays have.
  static let padding = 8

  /// Whether cancelled orders and months are kept; otherwise there are only orders that stand.
  private let keepsMonths: Bool
  /// Where the places of each lane start, multiples of four, and where the last ones end.
  var starts: [Int32] { groups.starts }
  /// Units ordered, no more than 2³¹ − 1; 0 in a place without an order.
  private(set) var quantities: [Int32] = []
  /// The largest of these.
  private(set) var largestQuantity: Int64 = 0
  /// The most orders of a lane.
  private(set) var mostOrders = 0
  /// The word of each order that chooses the vendor.
  private(set) var vendorWords: [UInt32] = []
  /// The month of the contract of each order, from 0 on, where months are kept.
  private(set) var months: [Int32] = []
  /// The month in which each order is cancelled; −1 for one that stands.
  private(set) var cancelledIn: [Int32] = []

  private var firstWords: [UInt32] = []
  private var counts: [Int32] = []
  private var groups = PlaceGroups()
  private var otherWords: [UInt32] = []
  private var monthWords: [UInt32] = []
  /// The quantities as they are, where some may be larger than ``quantities`` can be.
  private var wideQuantities: [Int64] = []

  /// Creates lanes that hold nothing yet.
  init(keepsMonths: Bool) {
    self.keepsMonths = keepsMonths
  }

  /// Draws the orders for an item.
  ///
  /// - Parameters:
  ///   - model: How often and how much is ordered.
  ///   - habits: What holds for all orders.
  ///   - lanes: The words of ordering, at the item.
  mutating func draw(_ model: OrderModel, _ habits: OrderHabits, _ lanes: inout LuckLanes) {
    lanes.fillFirst(&firstWords)
    counts.makeRoom(lanes.draws.count)
    model.count.fill(&counts, words: firstWords, count: lanes.draws.count)
    groups.divide(counts, draws: lanes.draws)
    let total = 4 * groups.count
    lanes.fill(&otherWords, kind: OrderLanes.quantityKind, counts: counts, groups)
    quantities.makeRoom(total + OrderLanes.padding)
    model.quantities.fill(&quantities, &wideQuantities, words: otherWords, count: total)
    largestQuantity = Int64(
      unsafe awardsim_end_orders(counts, starts, lanes.draws.count, &quantities))
    mostOrders = Int(counts.prefix(lanes.draws.count).max() ?? 0)
    vendorWords.makeRoom(total + OrderLanes.padding)
    lanes.fill(&vendorWords, kind: OrderLanes.vendorKind, counts: counts, groups)
    if habits.cancelledBelow > 0 {
      lanes.fill(&otherWords, kind: OrderLanes.cancellationKind, counts: counts, groups)
    }
    if keepsMonths {
      lanes.fill(&monthWords, kind: OrderLanes.monthKind, counts: counts, groups)
      fillMonths(habits, count: total)
    } else if habits.cancelledBelow > 0 {
      unsafe awardsim_mark(otherWords, 0, habits.cancelledBelow, total, 0, &quantities)
    }
  }

  /// Draws the months of every order.
  private mutating func fillMonths(_ habits: OrderHabits, count: Int) {
    months.makeRoom(count)
    cancelledIn.makeRoom(count)
    for index in 0..<count where quantities[index] > 0 {
      let month = habits.month(for: monthWords[index])
      let ruling = habits.cancelledBelow > 0 ? habits.rulingMonths(for: otherWords[index]) : nil
      months[index] = Int32(truncatingIfNeeded: month)
      cancelledIn[index] = Int32(truncatingIfNeeded: ruling.map { month + $0 } ?? -1)
    }
  }

  /// The units of the order at a place.
  func quantity(at index: Int) -> Int64 {
    quantities[index] < .max ? Int64(quantities[index]) : wideQuantities[index]
  }

  /// The places of a lane.
  func range(ofLane lane: Int) -> Range<Int> { Int(starts[lane])..<Int(starts[lane + 1]) }

  /// Whether an order is cancelled.
  func isCancelled(_ index: Int) -> Bool { keepsMonths && cancelledIn[index] >= 0 }
}

extension OrderModel.Quantities {
  /// The quantities that words stand for, as ``quantity(for:)`` has them.
  ///
  /// - Parameters:
  ///   - quantities: Room for all of them; those of 2³¹ − 1 or more count as that.
  ///   - wide: Room for them as they are, which is used where one may be so large.
  ///   - words: A word each.
  ///   - count: How many there are.
  fileprivate func fill(
    _ quantities: inout [Int32], _ wide: inout [Int64], words: [UInt32], count: Int
  ) {
    if case .tabulated(let table) = self, table.number(for: 0) > 0,
      table.fill(&quantities, words: words, count: count)
    {
      return
    }
    if case .observed(let list) = self, let largest = list.max(), largest < Int32.max,
      list.count <= UInt32.max
    {
      unsafe awardsim_listed_parts(list, list.count, words, count, &quantities)
      return
    }
    wide.makeRoom(count)
    switch self {
    case .observed(let list) where !list.isEmpty && list.count <= UInt32.max:
      unsafe awardsim_listed_numbers(list, list.count, words, count, &wide)
    case .tabulated(let table) where table.number(for: 0) > 0:
      table.fill(&wide, words: words, count: count)
    default:
      for index in 0..<count { wide[index] = quantity(for: words[index]) }
    }
    unsafe awardsim_clamp(wide, count, &quantities)
  }
}
