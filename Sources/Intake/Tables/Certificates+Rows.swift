import Quantities
import Tendering

extension BoundTable {
  /// The rows of `certificates`, each of a standard that the policy knows.
  func certificates(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [Certificate] {
    RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Certificate? in
      let holderID = row.vendor(.holderID, known)
      let standard = row.required(.standard) { text throws(QuantityFormatError) in
        try parseStandard(text, known: known.standards)
      }
      let productID = row.text(.productID) == nil ? nil : row.product(known)
      let validFrom = row.day(.validFrom)
      let validUntil = row.day(.validUntil)
      if let validFrom, let validUntil, validUntil < validFrom {
        row.report(
          .validUntil,
          "\(row.label(.validUntil)) \(validUntil) is before \(row.label(.validFrom)) \(validFrom)",
          "a last day that is not before the first")
      }
      let isInScope = row.optional(.dataCentreInScope, Words.yesOrNo.parse)
      guard let holderID, let standard, let validFrom, let validUntil else { return nil }
      return Certificate(
        holderID: holderID, standard: standard, productID: productID, validFrom: validFrom,
        validUntil: validUntil, isDataCentreInScope: isInScope, position: row.position)
    }
  }
}

/// The name of a standard that some rule of the policy asks for.
private func parseStandard(
  _ text: String, known: [String]
) throws(QuantityFormatError) -> String {
  let name = try bounded(text, RowReader.identifierLimit, "a name")
  guard known.isEmpty || known.contains(where: { StandardName.matches(name, $0) }) else {
    throw QuantityFormatError("is not a standard of the policy", expected: known.listed)
  }
  return name
}
