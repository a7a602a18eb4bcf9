import CallOff
import Pricing
import Quantities

/// Past orders as counts of one contract and quantities of all.
struct PastOrders {
  /// How counts lie among the items of a category.
  struct Spread {
    /// The average count.
    let mean: Double
    /// The size of the negative binomial by moments, mean² / (variance − mean); `nil` where counts
    /// are no more spread than Poisson ones.
    let size: Double?
  }

  /// Orders of each item under the contract.
  private(set) var counts: [ItemID: Int] = [:]
  /// Orders under the contract for items of the case.
  private(set) var countedOrders = 0
  /// Quantities of each item's orders, in input order.
  private(set) var quantities: [ItemID: [Int64]] = [:]
  /// Quantities by category.
  private(set) var quantitiesOfCategory: [Category: [Int64]] = [:]
  /// Quantities of all orders.
  private(set) var allQuantities: [Int64] = []
  /// The spread of counts by category.
  private(set) var spreads: [Category: Spread] = [:]
  /// Orders in each month of the contract, counted from its first one; all contracts together.
  private(set) var months: [Int: Int] = [:]
  /// Months from an order to the ruling that cancelled it, ascending.
  private(set) var rulingMonths: [Int] = []

  init(_ orders: [Order], items: [Item], contract: String, own: String, calendar: [Contract]) {
    let categories = Dictionary(
      items.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    for order in orders {
      guard let category = categories[order.itemID] else { continue }
      quantities[order.itemID, default: []].append(order.quantity)
      quantitiesOfCategory[category, default: []].append(order.quantity)
      allQuantities.append(order.quantity)
      if case .cancelled(_, let ruledOn) = order.status {
        rulingMonths.append(max(0, ruledOn.month.months(since: order.orderedOn.month)))
      }
      let number = order.caseNumber ?? own
      if let start = calendar.first(where: { $0.caseNumber == number })?.start.month {
        months[order.orderedOn.month.months(since: start), default: 0] += 1
      }
      guard order.caseNumber ?? own == contract else { continue }
      counts[order.itemID, default: 0] += 1
      countedOrders += 1
    }
    for (category, members) in Dictionary(grouping: items, by: \.category) {
      spreads[category] = Spread(of: members.map { counts[$0.id] ?? 0 })
    }
    rulingMonths.sort()
  }
}

extension PastOrders.Spread {
  fileprivate init(of counts: [Int]) {
    let number = Double(counts.count)
    // Whole numbers, so the order of the sums decides nothing.
    let sum = Double(counts.reduce(0, +))
    let squares = Double(counts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) })
    mean = counts.isEmpty ? 0 : sum / number
    let variance = counts.count > 1 ? (squares - sum * sum / number) / (number - 1) : 0
    size = variance > mean && mean > 0 ? mean * mean / (variance - mean) : nil
  }
}
