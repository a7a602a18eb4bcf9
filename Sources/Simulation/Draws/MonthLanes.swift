import Quantities

/// Orders and fees by month in each lane under one scenario.
///
/// A fee accrues in the month of its order. A cancelled order accrues as well and is reversed in the
/// month of the ruling; its amount never counts. What has accrued and not been reversed falls due on
/// the day after the contract's end.
struct MonthLanes {
  private let months: SimulatedMonths
  private var laneCount = 0
  private var orderValue: [Int64] = []
  private var accrued: [Int64] = []
  private var reversed: [Int64] = []

  init(_ months: SimulatedMonths) {
    self.months = months
  }

  /// Forgets everything.
  mutating func clear(lanes: Int) {
    laneCount = lanes
    orderValue = Array(repeating: 0, count: lanes * months.count)
    accrued = orderValue
    reversed = orderValue
  }

  /// Notes an order with its fee.
  ///
  /// - Parameters:
  ///   - month: The month of the order.
  ///   - cancelledIn: The month of the ruling; −1 for an order that stands.
  ///   - value: Its amount in minor units.
  ///   - fee: Its fee in minor units.
  ///   - lane: The draw.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  mutating func order(
    month: Int32, cancelledIn: Int32, value: Int64, fee: Int64, lane: Int
  ) throws(ArithmeticOverflow) {
    let index = lane * months.count + Int(month)
    accrued[index] = try accrued[index].adding(fee)
    if cancelledIn < 0 {
      orderValue[index] = try orderValue[index].adding(value)
    } else {
      let later = lane * months.count + min(Int(cancelledIn), months.count - 1)
      reversed[later] = try reversed[later].adding(fee)
    }
  }

  /// A metric of some months in a lane; `nil` where it is not known here.
  ///
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  func value(
    of metric: Metric, months range: Range<Int>, lane: Int
  ) throws(ArithmeticOverflow) -> Int64? {
    switch metric {
    case .orderValue: try sum(orderValue, range, lane)
    case .feeAccrued: try sum(accrued, range, lane)
    case .feeReversed: try sum(reversed, range, lane)
    case .feesDue: range.contains(months.dueIndex) ? try due(lane) : 0
    default: nil
    }
  }

  private func due(_ lane: Int) throws(ArithmeticOverflow) -> Int64 {
    let contract = 0..<months.contractCount
    return try sum(accrued, contract, lane) - sum(reversed, contract, lane)
  }

  private func sum(
    _ amounts: [Int64], _ range: Range<Int>, _ lane: Int
  ) throws(ArithmeticOverflow) -> Int64 {
    var sum: Int64 = 0
    for month in range { sum = try sum.adding(amounts[lane * months.count + month]) }
    return sum
  }
}

/// The months that orders are placed in, and those after them in which a fee is reversed or falls due.
struct SimulatedMonths: Hashable, Sendable {
  /// Months after the contract's last one.
  static let after = 12
  /// Months of a contract that are counted apart; orders beyond them fall in the last one.
  ///
  /// The law has two years at most (Regulations for Inter-entity Supply Contracts, Art. 11).
  static let limit = 60

  /// The first month of the contract.
  let first: Month
  /// Months of the contract.
  let contractCount: Int
  /// The month that fees fall due in, from the first one on.
  let dueIndex: Int

  /// Takes the months of a contract.
  init(from start: Day, to end: Day) {
    let (startDate, endDate) = (start.date, end.date)
    let count = (endDate.year - startDate.year) * 12 + endDate.month - startDate.month + 1
    first = start.month
    contractCount = min(max(count, 1), SimulatedMonths.limit)
    let due = (end + 1).month
    var index = contractCount - 1
    while first + index < due, index < contractCount + SimulatedMonths.after - 1 { index += 1 }
    dueIndex = index
  }

  /// All of the months.
  var count: Int { contractCount + SimulatedMonths.after }

  /// The fiscal years, each with its months.
  var years: [(year: Int, months: Range<Int>)] {
    var years: [(year: Int, months: Range<Int>)] = []
    for index in 0..<count {
      let year = (first + index).year
      if years.last?.year == year {
        years[years.count - 1].months = years[years.count - 1].months.lowerBound..<index + 1
      } else {
        years.append((year, index..<index + 1))
      }
    }
    return years
  }
}
