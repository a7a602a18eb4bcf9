import Policy
import Quantities
import Testing

@testable import Intake

/// Bad tables of screening: where and what.
@Suite struct ScreeningRowErrorTests {
  private static let certificates =
    "holder_id,standard,valid_from,valid_until,data_centre_in_scope\n"

  private static func known() throws -> KnownNames {
    var known = KnownNames()
    known.vendors = [VendorID("M")]
    known.products = [ProductID("P")]
    known.items = [ItemID("A")]
    let policy = try PolicyFile.shipped()
    known.standards = ScreeningPolicy.standards(in: policy)
    known.securityParts = policy.securityMatrices.flatMap(\.parts).map(\.name)
    return known
  }

  @Test func anUnknownStandardListsTheKnownOnes() throws {
    let lines = errors(
      .certificates, Self.certificates + "M,ISO 9001,2024-01-01,2026-12-31,yes\n",
      try Self.known())
    #expect(
      lines == [
        "certificates.csv:2:2: standard “ISO 9001” is not a standard of the policy, expected"
          + " ISO/IEC 27001, CNS 27001, ISO/IEC 27701, BS 10012, ISO/IEC 27017, CSA STAR,"
          + " ISO/IEC 27018, CNS 27701"
      ])
  }

  @Test func aCertificateDoesNotEndBeforeItStarts() throws {
    let lines = errors(
      .certificates, Self.certificates + "M,BS 10012,2026-01-02,2026-01-01,yes\n",
      try Self.known())
    #expect(
      lines == [
        "certificates.csv:2:4: valid_until 2026-01-01 is before valid_from 2026-01-02, expected a"
          + " last day that is not before the first"
      ])
    let oneDay = Self.certificates + "M,BS 10012,2026-01-02,2026-01-02,yes\n"
    #expect(errors(.certificates, oneDay, try Self.known()).isEmpty)
  }

  @Test func aBidderIsOnFile() throws {
    let lines = errors(
      .bids, "item_id,vendor_id,unit_price\nA,M,1\nA,Nobody,1\n", try Self.known())
    #expect(
      lines == [
        "bids.csv:3:2: vendor_id “Nobody” is in no row of the table vendors, expected a vendor that"
          + " the table vendors lists"
      ])
  }

  @Test(arguments: [
    (TableName.vendors, "vendor_id,territory\nM,Taiwan\n", "vendors.csv:2:2: "),
    (.vendors, "vendor_id\nM\nM\n", "vendors.csv:3:1: "),
    (.vendors, "vendor_id,role\nM,boss\n", "vendors.csv:2:2: "),
    (.products, "product_id,item_id,vendor_id\nP,A,N\n", "products.csv:2:3: "),
    (.products, "product_id,item_id,vendor_id\nP,B,M\n", "products.csv:2:2: "),
    (.products, "product_id,item_id,vendor_id,access_sites\nP,A,M,TW;\n", "products.csv:2:4: "),
    (
      .certificates, certificates + "N,BS 10012,2024-01-01,2026-12-31,yes\n",
      "certificates.csv:2:1: "
    ),
    (
      .tests, "product_id,test,kind,tester,reported_on\nQ,x,security,office,2025-01-01\n",
      "tests.csv:2:1: "
    ),
    (
      .tests, "product_id,test,kind,tester,reported_on\nP,x,other,office,2025-01-01\n",
      "tests.csv:2:3: "
    ),
    (
      .tests,
      "product_id,test,kind,tester,reported_on,owasp_edition\nP,x,security,office,2025-01-01,21\n",
      "tests.csv:2:6: "
    ),
    (.securityItems, "product_id,part,offered\nP,zero-trusts,yes\n", "security_items.csv:2:2: "),
    (
      .securityItems, "product_id,part,offered\nP,zero-trust,yes\nP,zero-trust,no\n",
      "security_items.csv:3:2: "
    ),
    (.restrictedBrands, "brand\n\"\"\n", "restricted_brands.csv:2:1: "),
    (.listings, "item_id,case_no,sold_quantity\nA,114,1\n", "listings.csv:2:2: "),
    (.listings, "item_id,case_no,sold_quantity\nA,1140202,-1\n", "listings.csv:2:3: "),
  ]) func everyErrorHasItsPlace(table: TableName, text: String, place: String) throws {
    let lines = errors(table, text, try Self.known())
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.first?.hasPrefix(place) == true, "\(lines)")
  }

  @Test(arguments: [
    ("ISO/IEC 27001", true), ("ISO 27001:2022", true), ("iso/iec 27001", true), ("ISO27001", true),
    ("ISO/IEC 270011", false), ("27001", false), ("CNS 27001", true), ("CSA Star", true),
    ("CSA STAR Level 2", true), ("CSA", false),
  ]) func namesOfStandards(name: String, isKnown: Bool) throws {
    let lines = errors(
      .certificates, Self.certificates + "M,\(name),2024-01-01,2026-12-31,yes\n",
      try Self.known())
    #expect(lines.isEmpty == isKnown, "\(lines)")
  }
}
