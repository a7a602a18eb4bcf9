import CallOff
import Quantities
import Testing

@testable import Intake

/// What the rules of orders look at: read as it stands, refused where it cannot be.
@Suite struct OrderRecordRowsTests {
  private static let headings =
    "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status,returned_on,ruled_on,"
  private static let start = "O1,A,M,G,2026-05-01,1,100,"

  private static func orders(_ heading: String, _ row: String) throws -> [Order] {
    let table = try #require(bound(.orders, headings + heading + "\n" + start + row + "\n"))
    var diagnostics = Diagnostics()
    let rows = table.orders(KnownNames(), &diagnostics).rows
    #expect(!diagnostics.hasErrors)
    return rows
  }

  @Test func everyRecordIsRead() throws {
    let rows = try Self.orders(
      "superior_approved_on,data_location_checked_on,storage_abroad_approved,vendor_agreed_on,"
        + "return_reason",
      "cancelled,2026-05-10,2026-06-01,115/04/20,2026-04-30,no,2026-05-09,budget cut")
    let records = try #require(rows.first?.records)
    #expect(records.superiorApprovedOn?.isoText == "2026-04-20")
    #expect(records.dataLocationCheckedOn?.isoText == "2026-04-30")
    #expect(records.isStorageAbroadApproved == false)
    #expect(records.vendorAgreedOn?.isoText == "2026-05-09")
    #expect(records.returnReason == "budget cut")
    #expect(records.refusedReturn == nil)
  }

  @Test func aRulingOnAnOrderInForceWentAgainstItsCancellation() throws {
    let rows = try Self.orders("return_reason", "active,2026-05-10,2026-06-01,cut")
    let refused = try #require(rows.first?.records.refusedReturn)
    #expect(refused.returnedOn.isoText == "2026-05-10" && refused.ruledOn.isoText == "2026-06-01")
    #expect(rows.first?.status == .active)
  }

  @Test func whichColumnsThereAreIsKnown() throws {
    let none = try #require(bound(.orders, Self.headings + "x\n"))
    #expect(none.orderRecordColumns == [])
    let some = try #require(
      bound(.orders, Self.headings + "退件原因,superior_approved_on\n"))
    #expect(some.orderRecordColumns == [.returnReasons, .approvals])
  }

  @Test(arguments: [
    (
      "superior_approved_on", "active,,,soon",
      "orders.csv:2:11: superior_approved_on “soon” is not a date"
    ),
    (
      "vendor_agreed_on", "cancelled,2026-05-10,2026-06-01,2026-04-30",
      "orders.csv:2:11: vendor_agreed_on 2026-04-30 is before the order date 2026-05-01, expected a"
        + " day on or after the order date"
    ),
    (
      "storage_abroad_approved", "active,,,maybe",
      "orders.csv:2:11: storage_abroad_approved “maybe” is not one of the values, expected"
    ),
  ])
  func faultsAreReportedOnce(heading: String, row: String, expected: String) {
    let lines = errors(
      .orders, Self.headings + heading + "\n" + Self.start + row + "\n", KnownNames())
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.hasPrefix(expected) }, "\(lines)")
  }

  @Test func anUnknownItemOrVendorIsAnError() {
    var known = KnownNames()
    known.items = [ItemID("A")]
    known.vendors = [VendorID("M")]
    let text = Self.headings + "return_reason\nO1,B,N,G,2026-05-01,1,100,,,,\n"
    #expect(
      errors(.orders, text, known) == [
        "orders.csv:2:2: item_id “B” is in no row of the table items, expected an item that the"
          + " table items lists",
        "orders.csv:2:3: vendor_id “N” is in no row of the table vendors, expected a vendor that"
          + " the table vendors lists",
      ])
    #expect(errors(.orders, text, KnownNames()).isEmpty)
  }

  @Test(arguments: [
    ("agency_id,agency_kind\nA,ministry\n", "agencies.csv:2:2: agency_kind “ministry”"),
    ("agency_id,agency_kind\nA,school\nA,council\n", "agencies.csv:3:1: the agency “A” stands"),
    ("agency_id,agency_kind\n,school\n", "agencies.csv:2:1: "),
    ("agency,agency_kind\nA,school\n", "agencies.csv:1:1: "),
  ])
  func badAgencies(text: String, place: String) {
    let lines = errors(.agencies, text, KnownNames())
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.hasPrefix(place) }, "\(lines)")
  }

  @Test func agenciesMayBeOfNoStatedKind() throws {
    let table = try #require(bound(.agencies, "機關名稱,機關類別\nA,議會\nB,\n"))
    var diagnostics = Diagnostics()
    let rows = table.agencies(&diagnostics)
    #expect(!diagnostics.hasErrors)
    #expect(rows.map(\.kind) == [.council, nil])
  }
}
