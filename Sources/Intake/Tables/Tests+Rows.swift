import Policy
import Quantities
import Tendering

extension BoundTable {
  /// The rows of `tests`.
  func tests(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [TestReport] {
    RowReader.rows(of: self, diagnostics: &diagnostics) { row -> TestReport? in
      let productID = row.product(known)
      let test = row.required(.test) { text throws(QuantityFormatError) in
        try bounded(text, RowReader.identifierLimit, "a name")
      }
      let kind = row.required(.kind, Words.testKinds.parse)
      let tester = row.required(.tester, Words.testers.parse)
      let reportedOn = row.day(.reportedOn)
      let edition = row.optional(.owaspEdition, parseEdition)
      let severity = row.optional(.highestSeverity, Words.severities.parse)
      let isPassed = row.optional(.passed, Words.yesOrNo.parse)
      guard let productID, let test, let kind, let tester, let reportedOn else { return nil }
      return TestReport(
        productID: productID, test: test, kind: kind, tester: tester, reportedOn: reportedOn,
        owaspEdition: edition, highestSeverity: severity, isPassed: isPassed,
        position: row.position)
    }
  }

  /// The rows of `security_items`; a product's part stands once.
  func securityItems(
    _ known: KnownNames, _ diagnostics: inout Diagnostics
  ) -> [SecurityItemEvidence] {
    var first = FirstPlaces<PartKey>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> SecurityItemEvidence? in
      let productID = row.product(known)
      let part = row.required(.part) { text throws(QuantityFormatError) in
        try parsePart(text, known: known.securityParts)
      }
      let isOffered = row.required(.offered, Words.yesOrNo.parse)
      guard let productID, let part, let isOffered else { return nil }
      row.reportRepetition(
        PartKey(productID: productID, part: part), in: &first, .part,
        "the part \(part.quoted) of the product \(productID.text.quoted)")
      return SecurityItemEvidence(
        productID: productID, part: part, isOffered: isOffered, position: row.position)
    }
  }
}

/// One part of one product.
private struct PartKey: Hashable {
  let productID: ProductID
  let part: String
}

/// The year of an edition of the OWASP Top 10.
private func parseEdition(_ text: String) throws(QuantityFormatError) -> Int {
  guard text.utf8.count == 4, let year = Int(text), (2003...2100).contains(year) else {
    throw QuantityFormatError("is not an edition", expected: "a year such as 2021")
  }
  return year
}

/// The name of a part that one of the policy's matrices has.
private func parsePart(_ text: String, known: [String]) throws(QuantityFormatError) -> String {
  guard known.isEmpty || known.contains(text) else {
    let nearest = nearestName(to: text, among: known) ?? ""
    throw QuantityFormatError(
      "is not a part of the policy's security items",
      expected: "one of its parts; the nearest is \(nearest)")
  }
  return text
}
