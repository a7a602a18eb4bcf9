import Quantities
import Tendering

extension BoundTable {
  /// The rows of `vendors`, and every vendor named in one, be the rest of its row right or not.
  func vendors(_ diagnostics: inout Diagnostics) -> (rows: [VendorRecord], names: Set<VendorID>) {
    var first = FirstPlaces<VendorID>()
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> VendorRecord? in
      let id: VendorID? = row.identifier(.vendorID)
      if let id {
        row.reportRepetition(id, in: &first, .vendorID, "the vendor \(id.text.quoted)")
      }
      let role = row.optional(.role, Words.vendorRoles.parse) ?? .vendor
      let territory = row.optional(.territory, parseTerritory)
      let hasPRCCapital = row.optional(.prcCapital, Words.yesOrNo.parse)
      let isOnInvestmentList = row.optional(.investmentList, Words.yesOrNo.parse)
      let isCapable = row.optional(.capability, Words.yesOrNo.parse)
      guard let id else { return nil }
      return VendorRecord(
        id: id, role: role, territory: territory, hasPRCCapital: hasPRCCapital,
        isOnInvestmentList: isOnInvestmentList, isCapable: isCapable, position: row.position)
    }
    return (rows, first.names)
  }
}

/// The code of a territory, such as TW.
func parseTerritory(_ text: String) throws(QuantityFormatError) -> String {
  let code = text.uppercased()
  let isLetter: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  guard code.utf8.count == 2, code.utf8.allSatisfy(isLetter) else {
    throw QuantityFormatError(
      "is not the code of a territory", expected: "two letters (ISO 3166) such as TW")
  }
  return code
}

/// The codes of some territories, divided by semicolons; the word for none gives an empty list.
func parseTerritories(_ text: String) throws(QuantityFormatError) -> [String] {
  if ["none", "無"].contains(text.lowercased()) { return [] }
  let expected = "two-letter codes (ISO 3166) divided by semicolons such as TW;JP, or none"
  var codes: [String] = []
  for part in text.split(omittingEmptySubsequences: false, whereSeparator: { ";；、".contains($0) }) {
    do throws(QuantityFormatError) {
      let code = try parseTerritory(part.trimmingCharacters(in: " ", "\u{3000}"))
      if !codes.contains(code) { codes.append(code) }
    } catch {
      throw QuantityFormatError(error.problem, expected: expected)
    }
  }
  return codes
}

extension Substring {
  /// The text without some characters at its ends.
  fileprivate func trimmingCharacters(in characters: Character...) -> String {
    var rest = drop { characters.contains($0) }
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
