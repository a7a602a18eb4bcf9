import Policy
import Quantities

/// Where each name stood first, to report every row that repeats it.
struct FirstPlaces<Name: Hashable> {
  private var places: [Name: SourcePosition] = [:]

  /// The names met so far.
  var names: Set<Name> { Set(places.keys) }

  /// Notes a name.
  ///
  /// - Returns: Where it stood first, if it did.
  mutating func note(_ name: Name, at position: SourcePosition) -> SourcePosition? {
    if let first = places[name] { return first }
    places[name] = position
    return nil
  }
}

/// The names that other tables may refer to; `nil` where they are not known.
struct KnownNames {
  /// The items, and the table that lists them.
  var items: Set<ItemID>?
  var itemTable = TableName.items
  /// Vendors and manufacturers.
  var vendors: Set<VendorID>?
  /// Products that were submitted.
  var products: Set<ProductID>?
  /// Standards of certificates; empty where the policy states none.
  var standards: [String] = []
  /// Parts of the security items; empty where the policy states none.
  var securityParts: [String] = []
  /// The orders.
  var orders: Set<OrderID>?
  /// Who bid for what.
  var bids: Set<BidKey>?
}

/// One vendor's bid for one item.
struct BidKey: Hashable {
  let itemID: ItemID
  let vendorID: VendorID
}

extension RowReader {
  /// An item that is listed.
  mutating func item(_ known: KnownNames) -> ItemID? {
    guard let item: ItemID = identifier(.itemID) else { return nil }
    if let items = known.items, !items.contains(item) {
      let table = known.itemTable.rawValue
      report(
        .itemID, "\(label(.itemID)) \(item.text.quoted) is in no row of the table \(table)",
        "an item that the table \(table) lists")
    }
    return item
  }

  /// A vendor's name for an item that the table has not had before.
  ///
  /// Every repeated row is reported, with the line of the first.
  mutating func reportRepetition<Name: Hashable>(
    _ name: Name, in first: inout FirstPlaces<Name>, _ column: Column, _ what: String
  ) {
    guard let place = first.note(name, at: position) else { return }
    let noun = place.numbering == .lines ? "line" : "row"
    let line = place.file == position.file ? "\(noun) \(place.line)" : "\(place)"
    report(column, "\(what) stands on \(line) already", "one row for each")
  }
}
