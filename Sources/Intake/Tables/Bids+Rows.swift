import Policy
import Quantities
import Tendering

extension BoundTable {
  /// The rows of `bids`, and who bid for what, be the rest of the row right or not.
  ///
  /// A vendor bids once for an item, whatever the status of its rows.
  func bids(
    _ known: KnownNames, _ diagnostics: inout Diagnostics
  ) -> (rows: [Bid], names: Set<BidKey>) {
    var first = FirstPlaces<BidKey>()
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Bid? in
      let key = row.bidKey(known, &first, "bid")
      if let key { row.reportUnknown(key.vendorID, .vendorID, known) }
      let status = row.optional(.status, Words.bidStatuses.parse) ?? .valid
      let unitPrice =
        status == .disqualified ? row.optionalPrice(.unitPrice) : row.price(.unitPrice)
      let submittedAt = row.optionalText(.submittedAt)
      guard let key else { return nil }
      return Bid(
        itemID: key.itemID, vendorID: key.vendorID, unitPrice: unitPrice, status: status,
        submittedAt: submittedAt, position: row.position)
    }
    return (rows, first.names)
  }

  /// The rows of `rebids`; a vendor gives one for an item that it bid for.
  func rebids(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [Rebid] {
    var first = FirstPlaces<BidKey>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Rebid? in
      let key = row.bidKey(known, &first, "re-bid")
      let unitPrice = row.price(.unitPrice)
      guard let key, let unitPrice else { return nil }
      return Rebid(
        itemID: key.itemID, vendorID: key.vendorID, unitPrice: unitPrice, position: row.position)
    }
  }

  /// The rows of `reductions`; a vendor gives one a round for an item that it bid for.
  ///
  /// Act, Art. 53: one priority reduction, here round 0, and up to three rounds among all.
  func reductions(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [Reduction] {
    // One set of names for each round, and a last one for rows whose round is not readable.
    var first = Array(repeating: FirstPlaces<BidKey>(), count: 5)
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Reduction? in
      let round = row.required(.round) { text throws(QuantityFormatError) in
        guard let round = Int(text), (0...3).contains(round) else {
          throw QuantityFormatError(
            "is not a round", expected: "0 for the priority reduction, or 1 to 3")
        }
        return round
      }
      var unread = FirstPlaces<BidKey>()
      let what = "reduction in this round"
      let key =
        if let round { row.bidKey(known, &first[round], what) } else {
          row.bidKey(known, &unread, what)
        }
      let unitPrice = row.price(.unitPrice)
      guard let key, let round, let unitPrice else { return nil }
      return Reduction(
        itemID: key.itemID, vendorID: key.vendorID, round: round, unitPrice: unitPrice,
        position: row.position)
    }
  }
}

extension RowReader {
  /// The item and the vendor of a row, which stand together once.
  ///
  /// - Parameters:
  ///   - known: The items, and the bids where the row needs one.
  ///   - first: Where each pair stood first.
  ///   - what: What the row is, for messages.
  /// - Returns: `nil` when one of them is missing.
  fileprivate mutating func bidKey(
    _ known: KnownNames, _ first: inout FirstPlaces<BidKey>, _ what: String
  ) -> BidKey? {
    let itemID = item(known)
    let vendorID: VendorID? = identifier(.vendorID)
    guard let itemID, let vendorID else { return nil }
    let key = BidKey(itemID: itemID, vendorID: vendorID)
    let names = "the vendor \(vendorID.text.quoted) for the item \(itemID.text.quoted)"
    reportRepetition(key, in: &first, .vendorID, "a \(what) of \(names)")
    if let bids = known.bids, !bids.contains(key) {
      report(.vendorID, "there is no bid of \(names)", "a vendor that bid for the item")
    }
    return key
  }
}
