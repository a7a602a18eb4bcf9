public import Policy
import Pricing
public import Quantities

/// An item with its reserve price, as a `reserves` table lists it.
public struct ListedReserve: Hashable, Sendable {
  /// The item.
  public let itemID: ItemID
  /// The published reserve price; `nil` for an item that is listed and has none.
  public let reservePrice: Money?
  /// Where the item's first row stands.
  public let position: SourcePosition
}

extension BoundTable {
  /// The rows of `reserves`, and every item named in one.
  ///
  /// Rows that repeat an item with the same price count once; another price is an error.
  func reserves(_ diagnostics: inout Diagnostics) -> (rows: [ListedReserve], names: Set<ItemID>) {
    var first: [ItemID: (price: Money?, line: Int)] = [:]
    var names: Set<ItemID> = []
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> ListedReserve? in
      let itemID: ItemID? = row.identifier(.itemID)
      if let itemID { names.insert(itemID) }
      let price = row.optionalPrice(.reservePrice)
      guard let itemID, row.isSound else { return nil }
      if let earlier = first[itemID] {
        if earlier.price != price {
          row.report(
            .reservePrice,
            "\(row.label(.reservePrice)) of the item \(itemID.text.quoted) is"
              + " \(price?.decimalText ?? "empty") here and \(earlier.price?.decimalText ?? "empty")"
              + " on line \(earlier.line)", "the same reserve price in every row of an item")
        }
        return nil
      }
      first[itemID] = (price, row.position.line)
      return ListedReserve(itemID: itemID, reservePrice: price, position: row.position)
    }
    return (rows, names)
  }

  /// The rows of `reserve_overrides`.
  func reserveOverrides(
    _ known: KnownNames, _ diagnostics: inout Diagnostics
  ) -> [ReserveOverride] {
    var first = FirstPlaces<ItemID>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> ReserveOverride? in
      let itemID = row.item(known)
      if let itemID {
        row.reportRepetition(itemID, in: &first, .itemID, "the item \(itemID.text.quoted)")
      }
      let reservePrice = row.price(.reservePrice)
      let reason = row.requiredText(.reason)
      let decidedBy = row.requiredText(.decidedBy)
      let decidedOn = row.day(.decidedOn)
      guard let itemID, let reservePrice, let reason, let decidedBy, let decidedOn else {
        return nil
      }
      return ReserveOverride(
        itemID: itemID, reservePrice: reservePrice, reason: reason, decidedBy: decidedBy,
        decidedOn: decidedOn, position: row.position)
    }
  }
}
