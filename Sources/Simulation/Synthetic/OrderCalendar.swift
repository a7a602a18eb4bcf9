import Quantities

/// How the orders of a contract year spread over its days: working days, with a year-end peak.
///
/// The month profile is assumed: agencies' budgets end with the calendar year.
struct OrderCalendar: Sendable {
  private let start: Day
  /// For each day of the contract, the weights of the days up to it, this one included.
  private let cumulatedWeights: [Int]

  /// Weights of January to December; they add up to 100.
  private static let monthWeights = [5, 5, 10, 6, 6, 7, 7, 7, 8, 9, 13, 17]

  init(from start: Day, through end: Day) {
    self.start = start
    var sum = 0
    cumulatedWeights = (0...max(end - start, 0)).map { offset in
      sum += OrderCalendar.monthWeights[(start + offset).month.number - 1]
      return sum
    }
  }

  /// The day of the order `number` out of `count`, counted from 0; later orders are never earlier.
  ///
  /// The year is cut into `count` parts of equal weight and each order falls into its own, so that an
  /// item's orders come in order of date without being collected first.
  ///
  /// - Parameters:
  ///   - number: Less than `count`.
  ///   - count: The orders of the item under the contract.
  ///   - place: Where in its part the order falls, in 2⁻¹⁶.
  /// - Returns: A working day of the contract, but for a first day that is none.
  func day(of number: Int, outOf count: Int, place: UInt16) -> Day {
    guard let total = cumulatedWeights.last, count > 0 else { return start }
    let part = Int128(number) << 16 + Int128(place)
    let target = Int(part * Int128(total) / (Int128(count) << 16))
    var (low, high) = (0, cumulatedWeights.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulatedWeights[middle] > target { high = middle } else { low = middle + 1 }
    }
    return max(OrderCalendar.workingDay(upTo: start + low), start)
  }

  /// The Friday before a weekend day; any other day itself.
  private static func workingDay(upTo day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    switch (Int(day.daysSinceEpoch) + 4) % 7 {
    case 6: day + -1
    case 0: day + -2
    default: day
    }
  }
}
