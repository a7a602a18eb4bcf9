import Quantities
import Tendering

extension BoundTable {
  /// The rows of `demand`; an agency asks once for an item.
  func demand(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [DemandRequest] {
    var first = FirstPlaces<DemandKey>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> DemandRequest? in
      let itemID = row.item(known)
      let agencyID: AgencyID? = row.identifier(.agencyID)
      let quantity = row.optional(.quantity, parseCount)
      guard let itemID, let agencyID else { return nil }
      row.reportRepetition(
        DemandKey(itemID: itemID, agencyID: agencyID), in: &first, .agencyID,
        "the wish of the agency \(agencyID.text.quoted) for the item \(itemID.text.quoted)")
      return DemandRequest(
        itemID: itemID, agencyID: agencyID, quantity: quantity, position: row.position)
    }
  }
}

/// One agency's wish for one item.
private struct DemandKey: Hashable {
  let itemID: ItemID
  let agencyID: AgencyID
}
