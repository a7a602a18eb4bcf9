import Policy
import Pricing
import Quantities
import Statistics

/// One item of a synthetic case: what it is, what it is worth, what is special about it.
struct SyntheticItem: Sendable {
  /// The item's place, counted from 0.
  let index: Int
  /// The item as tables state it.
  let item: Item
  /// What is special about it.
  let story: ItemStory
  /// What a unit is worth on the pricing date, in NT$; no table shows it.
  let marketPrice: Int64
  /// How much evidence it gets relative to others.
  let evidenceWeight: Int
  /// How many bids it gets relative to others.
  let bidWeight: Int
  /// How much it is ordered relative to others.
  let demandWeight: Int

  /// The digits that name the item in the identifiers of its rows.
  var digits: String { SyntheticNames.number(index + 1, like: 1_000) }

  init(index: Int, seed: UInt64) {
    self.index = index
    story = ItemStory(item: index)
    let product = SyntheticProduct.of(item: index)
    item = Item(
      id: ItemID("CL-" + SyntheticNames.number(index + 1, like: 1_000)),
      category: product.category, name: SyntheticProduct.itemName(index), brand: product.brand,
      unit: product.unit, termMonths: product.termMonths, quantityTier: product.quantityTier,
      position: SyntheticItem.position(in: .items))
    var draws = RandomStream(seed: seed, item: index, .item)
    marketPrice = max(product.listPrice * draws.value(.marketLevel) / 1_000_000, 1)
    var weights = RandomStream(seed: seed, item: index, .weights)
    let spread = weights.next(below: 61)
    // A class of equal prices needs rows enough to be told from a small one.
    evidenceWeight = story == .constantClass ? 130 : 70 + spread
    bidWeight = 30 + weights.next(below: 140)
    demandWeight = Int(weights.value(.demandWeight))
  }

  /// Where a generated row stands: in its file; its line is not known before it is written.
  static func position(in file: SyntheticFile) -> SourcePosition {
    SourcePosition(file: file.name, line: 0)
  }
}

extension SyntheticOutput {
  /// Writes the item's row.
  mutating func write(_ item: Item) {
    self[.items].add(item.id.text)
    self[.items].add(item.category.rawValue)
    self[.items].add(item.name)
    self[.items].add(item.brand ?? "")
    self[.items].add(item.unit ?? "")
    self[.items].add(item.termMonths.map { Int64($0) })
    self[.items].add(item.quantityTier ?? "")
    self[.items].endRow()
  }

  /// Lists planted oddities.
  mutating func write(_ oddities: [PlantedOddity], of item: ItemID) {
    for oddity in oddities {
      self[.planted].add(oddity.file.resourceName)
      self[.planted].add(oddity.rowID)
      self[.planted].add(item.text)
      self[.planted].add(oddity.kind.rawValue)
      self[.planted].endRow()
    }
  }
}
