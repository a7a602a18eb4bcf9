public import Quantities

/// A date at which accrued ≠ collected + outstanding + reversed.
public struct FeeIdentityBreach: Hashable, Sendable {
  /// The date.
  public let day: Day
  /// The order; `nil` for the total.
  public let orderID: OrderID?
  /// Accrued less collected less reversed, by the entries up to the date.
  public let expectedOutstanding: Money
  /// Outstanding, by the orders' standings.
  public let outstanding: Money
}

extension FeeLedger {
  /// Checks accrued = collected + outstanding + reversed, per order and in total, at every date.
  ///
  /// Accrued, collected and reversed are added up from the entries; outstanding comes from each
  /// order's standing and payments. Between two entries nothing changes, so the days of the entries
  /// are all dates there are.
  ///
  /// - Returns: Every breach, by date; empty when the identity holds.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  /// - Complexity: O(n) in the number of entries, where an order has a bounded number of them.
  public func checkIdentity() throws(ArithmeticOverflow) -> [FeeIdentityBreach] {
    var breaches: [FeeIdentityBreach] = []
    var expectedByOrder = [Money](repeating: .zero, count: assessments.count)
    var outstandingByOrder = expectedByOrder
    var (expected, outstanding) = (Money.zero, Money.zero)
    var start = events.startIndex
    while start < events.endIndex {
      let day = events[start].day
      let end = events[start...].firstIndex { $0.day != day } ?? events.endIndex
      for event in events[start..<end] {
        let index = event.assessmentIndex
        expectedByOrder[index] = try expectedByOrder[index] + event.change
        expected = try expected + event.change
      }
      for event in events[start..<end] {
        let index = event.assessmentIndex
        let now = try assessments[index].balance(on: day).outstanding
        outstanding = try outstanding + (try now - outstandingByOrder[index])
        outstandingByOrder[index] = now
        if now != expectedByOrder[index] {
          breaches.append(
            FeeIdentityBreach(
              day: day, orderID: event.orderID, expectedOutstanding: expectedByOrder[index],
              outstanding: now))
        }
      }
      if outstanding != expected {
        breaches.append(
          FeeIdentityBreach(
            day: day, orderID: nil, expectedOutstanding: expected, outstanding: outstanding))
      }
      start = end
    }
    return breaches
  }
}

extension FeeEvent {
  /// What the entry does to the amount outstanding.
  var change: Money {
    get throws(ArithmeticOverflow) {
      switch kind {
      case .accrual: amount
      case .collection, .reversal: try .zero - amount
      }
    }
  }
}
