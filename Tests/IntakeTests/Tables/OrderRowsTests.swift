import CallOff
import Policy
import Quantities
import Testing

@testable import Intake

private let headings =
  "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status,returned_on,ruled_on"

private func orderErrors(_ ending: String) -> [String] {
  errors(.orders, "\(headings)\nO1,I1,V1,A1,2026-05-10,2,10,\(ending)\n")
}

/// How a row ends, and what has to be said of it first.
private let endings: [(String, String?)] = [
  (",,", nil),
  ("active,,", nil),
  ("有效,,", nil),
  ("return-pending,,", nil),
  ("return-pending,2026-05-10,", nil),
  ("cancelled,,2026-05-10", nil),
  ("取消,2026-05-10,2026-05-10", nil),
  ("cancelled,115/05/11,115/05/12", nil),
  (
    "cancelled,2026-05-11,",
    "10: a cancelled order has no ruled_on, expected the date of the ruling"
  ),
  (
    "cancelled,,2026-05-09",
    "10: ruled_on 2026-05-09 is before the order date 2026-05-10,"
      + " expected a day on or after the order date"
  ),
  (
    "cancelled,2026-05-13,2026-05-12",
    "9: returned_on 2026-05-13 is after the ruling on 2026-05-12,"
      + " expected a day on or before the ruling"
  ),
  (
    "return-pending,2026-05-09,",
    "9: returned_on 2026-05-09 is before the order date 2026-05-10,"
      + " expected a day on or after the order date"
  ),
  (
    "return-pending,2026-05-11,2026-05-12",
    "10: an order whose return is pending has ruled_on,"
      + " expected no ruling yet, or the status cancelled"
  ),
  (
    "cancelled,x,y",
    "9: returned_on “x” is not a date, expected a date such as 2026-03-31 or 115/03/31"
  ),
  (
    "gone,,",
    "8: status “gone” is not one of the values, expected active (有效),"
      + " return-pending (退回待裁定), cancelled (已取消)"
  ),
]

@Test(arguments: endings)
func datesOfACancellationFollowOneAnother(ending: String, expected: String?) {
  #expect(orderErrors(ending).first == expected.map { "orders.csv:2:" + $0 })
}

@Test func aCancelledOrderNeedsARulingWhereTheColumnIsMissing() {
  let text = "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status\n"
  #expect(
    errors(.orders, text + "O1,I1,V1,A1,2026-05-10,2,10,cancelled\n") == [
      "orders.csv:2:8: a cancelled order has no ruled_on, expected the date of the ruling"
    ])
}

@Test func everyRepeatedOrderIsReported() {
  let row = "O1,I1,V1,A1,2026-05-10,2,10,,,"
  #expect(
    errors(.orders, [headings, row, row, row].joined(separator: "\n"))
      == [3, 4].map { line in
        "orders.csv:\(line):1: the order “O1” stands on line 2 already, expected one row for each"
      })
}

@Test func anAmountThatDoesNotFitIsAnError() {
  let row = "O1,I1,V1,A1,2026-05-10,\"9,999,999,999,999\",9999999999999.99,,,"
  #expect(
    errors(.orders, headings + "\n" + row) == [
      "orders.csv:2:6: the amount of the order, quantity × unit price, is too large,"
        + " expected an amount that fits 9223372036854775807 cents"
    ])
}

@Test func readsAnOrderWithAllItsValues() throws {
  var diagnostics = Diagnostics()
  let text = """
    訂單編號,品項編號,廠商,機關,訂購日期,數量,單價,狀態,案號,退回日期,裁定日期
    O1,I1,V1,A1,115/05/10,"1,200","NT$ 1,000.50",已取消,1150202,115/05/11,2026-05-12
    """
  let orders = try #require(bound(.orders, text)).orders(KnownNames(), &diagnostics)
  let order = try #require(orders.rows.first)
  #expect(diagnostics.errorLines == [])
  #expect(orders.names == [OrderID("O1")])
  #expect(order.itemID == ItemID("I1"))
  #expect(order.vendorID == VendorID("V1"))
  #expect(order.agencyID == AgencyID("A1"))
  #expect(order.orderedOn == Day(year: 2026, month: 5, day: 10))
  #expect(order.quantity == 1_200)
  #expect(order.unitPrice == Money(minorUnits: 100_050))
  #expect(order.amount == Money(minorUnits: 120_060_000))
  #expect(order.caseNumber == "1150202")
  let returnedOn = try #require(Day(year: 2026, month: 5, day: 11))
  #expect(order.status == .cancelled(returnedOn: returnedOn, ruledOn: returnedOn + 1))
  #expect(order.position.description == "orders.csv:2")
}

@Test func anActiveOrderWithAReturnIsAWarning() throws {
  var diagnostics = Diagnostics()
  let text = "\(headings)\nO1,I1,V1,A1,2026-05-10,2,10,active,2026-05-11,\n"
  let orders = try #require(bound(.orders, text)).orders(KnownNames(), &diagnostics)
  #expect(orders.rows.map(\.status) == [.active])
  #expect(
    diagnostics.warningLines == [
      "orders.csv:2:9: an active order has returned_on; the order counts as active,"
        + " expected the status return-pending or cancelled"
    ])
}
