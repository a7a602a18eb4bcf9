import Pricing
import Quantities

/// How often each item is expected to be ordered over a contract.
struct OrderCounts {
  /// How counts lie among the items of a category.
  struct Spread {
    /// The average count.
    let mean: Double
    /// The size of the negative binomial by moments, mean² / (variance − mean); `nil` where counts
    /// are no more spread than Poisson ones.
    let size: Double?
  }

  /// All expected orders.
  private(set) var total = 0
  private var countOfItem: [ItemID: Int] = [:]
  private var spreads: [Category: Spread] = [:]

  /// Counts how often each item is named; items that the case does not have are left out.
  init(_ named: [ItemID], items: [Item]) {
    let listed = Set(items.map(\.id))
    for item in named where listed.contains(item) {
      countOfItem[item, default: 0] += 1
      total += 1
    }
    for (category, members) in Dictionary(grouping: items, by: \.category) {
      spreads[category] = Spread(of: members.map { count(of: $0.id) })
    }
  }

  /// The expected orders of an item.
  func count(of item: ItemID) -> Int { countOfItem[item] ?? 0 }

  /// The spread of counts within a category; `nil` without items.
  func spread(of category: Category) -> Spread? { spreads[category] }
}

extension OrderCounts.Spread {
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
