import Pricing
import Quantities

/// Quantities that were ordered or are asked for, by item, by category and together.
struct OrderedQuantities {
  private var quantitiesOfItem: [ItemID: [Int64]] = [:]
  private var quantitiesOfCategory: [Category: [Int64]] = [:]
  /// All of them, in input order.
  private(set) var all: [Int64] = []

  /// Gathers quantities; those of items that the case does not have are left out.
  init(_ rows: some Sequence<(itemID: ItemID, quantity: Int64)>, items: [Item]) {
    let categories = Dictionary(
      items.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    for (itemID, quantity) in rows {
      guard let category = categories[itemID] else { continue }
      quantitiesOfItem[itemID, default: []].append(quantity)
      quantitiesOfCategory[category, default: []].append(quantity)
      all.append(quantity)
    }
  }

  /// The quantities of an item; where it has none, those of its category; else all.
  func quantities(of item: Item) -> [Int64] {
    quantitiesOfItem[item.id] ?? quantitiesOfCategory[item.category] ?? all
  }
}
