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
  /// Places beyond the last order that the arrays have.
  static let padding = 8

  /// Whether cancelled orders and months are kept; otherwise there are only orders that stand.
  private let keepsMonths: Bool
  /// Where the orders of each lane begin, and where the last one ends.
  private(set) var starts: [Int32] = []
  /// Units ordered, more than 0.
  private(set) var quantities: [Int64] = []
  /// The largest of these, or of those cancelled.
  private(set) var largestQuantity: Int64 = 0
  /// The word of each order that chooses the vendor.
  private(set) var vendorWords: [UInt32] = []
  /// The month of the contract of each order, from 0 on, where months are kept.
  private(set) var months: [Int32] = []
  /// The month in which each order is cancelled; −1 for one that stands.
  private(set) var cancelledIn: [Int32] = []

  private var firstWords: [UInt32] = []
  private var counts: [Int32] = []
  private var groups = PlaceGroups()
  private var words = Words()

  /// What was drawn, four places of a lane after the other.
  private struct Words {
    var quantity: [UInt32] = []
    var vendor: [UInt32] = []
    var cancellation: [UInt32] = []
    var month: [UInt32] = []
    var quantities: [Int64] = []
  }

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
    counts.removeAll(keepingCapacity: true)
    for lane in lanes.draws.indices {
      counts.append(Int32(truncatingIfNeeded: model.count.count(for: firstWords[lane])))
    }
    groups.divide(counts, draws: lanes.draws)
    lanes.fill(&words.quantity, kind: OrderLanes.quantityKind, counts: counts, groups)
    lanes.fill(&words.vendor, kind: OrderLanes.vendorKind, counts: counts, groups)
    if habits.cancelledBelow > 0 {
      lanes.fill(&words.cancellation, kind: OrderLanes.cancellationKind, counts: counts, groups)
    }
    if keepsMonths {
      lanes.fill(&words.month, kind: OrderLanes.monthKind, counts: counts, groups)
    }
    let total = 4 * groups.draws.count
    model.quantities.fill(&words.quantities, words: words.quantity, count: total)
    makeRoom(total)
    if keepsMonths { keepAll(habits) } else { keepStanding(below: habits.cancelledBelow) }
  }

  /// Keeps the orders that stand.
  private mutating func keepStanding(below limit: UInt64) {
    var next = 0
    var largest: Int64 = 0
    starts.append(0)
    for lane in counts.indices {
      let first = groups.starts[lane]
      for place in first..<first + Int(counts[lane]) {
        quantities[next] = words.quantities[place]
        largest = max(largest, words.quantities[place])
        vendorWords[next] = words.vendor[place]
        // One that is cancelled gives its place to the next one.
        next += limit > 0 && UInt64(words.cancellation[place]) < limit ? 0 : 1
      }
      starts.append(Int32(truncatingIfNeeded: next))
    }
    largestQuantity = largest
  }

  /// Keeps every order with its months.
  private mutating func keepAll(_ habits: OrderHabits) {
    var next = 0
    largestQuantity = 0
    starts.append(0)
    for lane in counts.indices {
      let first = groups.starts[lane]
      for place in first..<first + Int(counts[lane]) {
        let month = habits.month(for: words.month[place])
        let ruling =
          habits.cancelledBelow > 0 ? habits.rulingMonths(for: words.cancellation[place]) : nil
        quantities[next] = words.quantities[place]
        largestQuantity = max(largestQuantity, quantities[next])
        vendorWords[next] = words.vendor[place]
        months[next] = Int32(truncatingIfNeeded: month)
        cancelledIn[next] = Int32(truncatingIfNeeded: ruling.map { month + $0 } ?? -1)
        next += 1
      }
      starts.append(Int32(truncatingIfNeeded: next))
    }
  }

  private mutating func makeRoom(_ count: Int) {
    starts.removeAll(keepingCapacity: true)
    quantities.makeRoom(count + OrderLanes.padding)
    vendorWords.makeRoom(count + OrderLanes.padding)
    guard keepsMonths else { return }
    months.makeRoom(count)
    cancelledIn.makeRoom(count)
  }

  /// The orders of a lane.
  func range(ofLane lane: Int) -> Range<Int> { Int(starts[lane])..<Int(starts[lane + 1]) }

  /// The most orders of a lane.
  var mostOrders: Int { Int(counts.max() ?? 0) }

  /// Whether an order is cancelled.
  func isCancelled(_ index: Int) -> Bool { keepsMonths && cancelledIn[index] >= 0 }
}

extension OrderModel.Quantities {
  /// The quantities that words stand for, as ``quantity(for:)`` has them.
  fileprivate func fill(_ quantities: inout [Int64], words: [UInt32], count: Int) {
    quantities.makeRoom(count)
    switch self {
    case .observed(let list) where !list.isEmpty && list.count <= UInt32.max:
      unsafe awardsim_listed_numbers(list, list.count, words, count, &quantities)
    case .tabulated(let table) where table.number(for: 0) > 0:
      table.fill(&quantities, words: words, count: count)
    default:
      for index in 0..<count { quantities[index] = quantity(for: words[index]) }
    }
  }
}
