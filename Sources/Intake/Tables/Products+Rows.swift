import Policy
import Quantities
import Tendering

extension BoundTable {
  /// The rows of `products`, and every product named in one, be the rest of its row right or not.
  func products(
    _ known: KnownNames, _ diagnostics: inout Diagnostics
  ) -> (rows: [CloudProduct], names: Set<ProductID>) {
    var first = FirstPlaces<ProductID>()
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> CloudProduct? in
      let id: ProductID? = row.identifier(.productID)
      if let id {
        row.reportRepetition(id, in: &first, .productID, "the product \(id.text.quoted)")
      }
      let itemID = row.item(known)
      let vendorID = row.vendor(.vendorID, known)
      let manufacturerID = row.optionalVendor(.manufacturerID, known)
      let isAuthorised = row.optional(.authorised, Words.yesOrNo.parse)
      let brand = row.optionalText(.brand)
      let accessSites = row.optional(.accessSites, parseTerritories)
      let backupSites = row.optional(.backupSites, parseTerritories)
      let standbySites = row.optional(.standbySites, parseTerritories)
      let transit = row.optional(.transitTerritories, parseTerritories)
      guard let id, let itemID, let vendorID else { return nil }
      return CloudProduct(
        id: id, itemID: itemID, vendorID: vendorID, manufacturerID: manufacturerID,
        isAuthorised: isAuthorised, brand: brand, accessSites: accessSites,
        backupSites: backupSites, standbySites: standbySites, transitTerritories: transit,
        position: row.position)
    }
    return (rows, first.names)
  }

  /// The rows of `restricted_brands`.
  func restrictedBrands(_ diagnostics: inout Diagnostics) -> [RestrictedBrand] {
    RowReader.rows(of: self, diagnostics: &diagnostics) { row -> RestrictedBrand? in
      row.requiredText(.brand).map { RestrictedBrand(brand: $0, position: row.position) }
    }
  }

  /// The rows of `listings`; an item stands once on the list of a case.
  func listings(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [Listing] {
    var first = FirstPlaces<ListingKey>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Listing? in
      let itemID = row.item(known)
      let caseNumber = row.required(.caseNumber) { text throws(QuantityFormatError) in
        try CaseNumber(text: text).description
      }
      let sold = row.required(.soldQuantity, parseQuantityOrNone)
      guard let itemID, let caseNumber else { return nil }
      row.reportRepetition(
        ListingKey(itemID: itemID, caseNumber: caseNumber), in: &first, .caseNumber,
        "the item \(itemID.text.quoted) under the case \(caseNumber)")
      return sold.map {
        Listing(
          itemID: itemID, caseNumber: caseNumber, soldQuantity: $0, position: row.position)
      }
    }
  }
}

/// A whole number, 0 for nothing sold.
private func parseQuantityOrNone(_ text: String) throws(QuantityFormatError) -> Int64 {
  if text == "0" { return 0 }
  do throws(QuantityFormatError) {
    return try parseCount(text)
  } catch {
    throw QuantityFormatError(error.problem, expected: "a whole number such as 0, 12 or 1,200")
  }
}

/// One item on the list of one case.
private struct ListingKey: Hashable {
  let itemID: ItemID
  let caseNumber: String
}

extension RowReader {
  /// A vendor that is on file.
  mutating func vendor(_ column: Column, _ known: KnownNames) -> VendorID? {
    guard let vendor: VendorID = identifier(column) else { return nil }
    reportUnknown(vendor, column, known)
    return vendor
  }

  /// A vendor that is on file, or nothing.
  mutating func optionalVendor(_ column: Column, _ known: KnownNames) -> VendorID? {
    text(column) == nil ? nil : vendor(column, known)
  }

  /// Reports a vendor that the table of vendors does not have, where there is one.
  mutating func reportUnknown(_ vendor: VendorID, _ column: Column, _ known: KnownNames) {
    guard let vendors = known.vendors, !vendors.contains(vendor) else { return }
    report(
      column, "\(label(column)) \(vendor.text.quoted) is in no row of the table vendors",
      "a vendor that the table vendors lists")
  }

  /// A product that was submitted.
  mutating func product(_ known: KnownNames) -> ProductID? {
    guard let product: ProductID = identifier(.productID) else { return nil }
    if let products = known.products, !products.contains(product) {
      report(
        .productID,
        "\(label(.productID)) \(product.text.quoted) is in no row of the table products",
        "a product that the table products lists")
    }
    return product
  }
}
