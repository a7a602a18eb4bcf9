import Policy
import Pricing
import Quantities

extension BoundTable {
  /// The rows of `items`, and every item named in one, be the rest of its row right or not.
  func items(_ diagnostics: inout Diagnostics) -> (rows: [Item], names: Set<ItemID>) {
    var first = FirstPlaces<ItemID>()
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Item? in
      let id: ItemID? = row.identifier(.itemID)
      if let id {
        row.reportRepetition(id, in: &first, .itemID, "the item \(id.text.quoted)")
      }
      let category = row.required(.category, Words.categories.parse)
      let name = row.requiredText(.name)
      let brand = row.optionalText(.brand)
      let unit = row.optionalText(.unit)
      let termMonths = row.optional(.termMonths, parseMonths)
      let quantityTier = row.optionalText(.quantityTier)
      guard let id, let category, let name else { return nil }
      return Item(
        id: id, category: category, name: name, brand: brand, unit: unit, termMonths: termMonths,
        quantityTier: quantityTier, position: row.position)
    }
    return (rows, first.names)
  }
}

/// A term in whole months, up to a hundred years.
func parseMonths(_ text: String) throws(QuantityFormatError) -> Int {
  let expected = "a number of months from 1 to 1200"
  do throws(QuantityFormatError) {
    let count = try parseCount(text)
    guard count <= 1_200 else { throw QuantityFormatError("is too long", expected: expected) }
    return Int(count)
  } catch {
    throw QuantityFormatError(error.problem, expected: expected)
  }
}
