import CallOff
import Quantities

/// When past orders were placed and cancelled.
struct PastOrders {
  /// Orders in each month of their contract, counted from its first one; all contracts together.
  private(set) var months: [Int: Int] = [:]
  /// Months from an order to the ruling that cancelled it, ascending.
  private(set) var rulingMonths: [Int] = []
  /// Orders in force or cancelled; a pending return is neither yet.
  private(set) var decidedCount = 0

  /// Orders that were cancelled.
  var cancelledCount: Int { rulingMonths.count }

  init(_ orders: [Order], own: String, calendar: [Contract]) {
    for order in orders {
      switch order.status {
      case .active: decidedCount += 1
      case .cancelled(_, let ruledOn):
        decidedCount += 1
        rulingMonths.append(max(0, ruledOn.month.months(since: order.orderedOn.month)))
      case .returnPending: break
      }
      let number = order.caseNumber ?? own
      if let start = calendar.first(where: { $0.caseNumber == number })?.start.month {
        months[order.orderedOn.month.months(since: start), default: 0] += 1
      }
    }
    rulingMonths.sort()
  }
}
