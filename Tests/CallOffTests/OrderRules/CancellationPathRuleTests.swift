import CallOff
import Policy
import Quantities
import Testing

@Suite struct CancellationPathRuleTests {
  private static let columns: OrderRecordColumns = [.vendorAgreements, .returnReasons]

  private static func result(
    _ status: Order.Status, agreedOn: String?, reason: String?,
    columns: OrderRecordColumns = columns,
    refused: OrderRecords.RefusedReturn? = nil
  ) throws -> OrderResult? {
    let order = try OrderSample.order(status: status) { records in
      records.vendorAgreedOn = try agreedOn.map(Sample.day)
      records.returnReason = reason
      records.refusedReturn = refused
    }
    let review = try OrderSample.review([order]) { $0.columns = columns }
    return try OrderSample.finding(.ordersCancellation, in: review)?.result
  }

  @Test("A cancellation has every step: agreement, return with a reason, ruling")
  func cancelled() throws {
    let status = Order.Status.cancelled(
      returnedOn: try Sample.day("2026-05-10"), ruledOn: try Sample.day("2026-06-01"))
    #expect(try Self.result(status, agreedOn: "2026-05-09", reason: "cut") == .met)
    #expect(try Self.result(status, agreedOn: "2026-05-10", reason: "cut") == .met)
    #expect(try Self.result(status, agreedOn: "2026-05-11", reason: "cut") == .flagged)
    #expect(try Self.result(status, agreedOn: nil, reason: "cut") == .missingEvidence)
    #expect(try Self.result(status, agreedOn: "2026-05-09", reason: nil) == .missingEvidence)
    let undated = Order.Status.cancelled(returnedOn: nil, ruledOn: try Sample.day("2026-06-01"))
    #expect(try Self.result(undated, agreedOn: "2026-05-09", reason: "cut") == .missingEvidence)
  }

  @Test("What is on its way is pending, and what was ruled against stands")
  func states() throws {
    let day = try Sample.day("2026-05-10")
    let pending = Order.Status.returnPending(returnedOn: day)
    #expect(try Self.result(pending, agreedOn: "2026-05-09", reason: "cut") == .pending)
    #expect(try Self.result(pending, agreedOn: nil, reason: "cut") == .missingEvidence)
    #expect(try Self.result(.active, agreedOn: "2026-05-09", reason: nil) == .pending)
    #expect(try Self.result(.active, agreedOn: nil, reason: nil) == nil)
    let refused = OrderRecords.RefusedReturn(returnedOn: day, ruledOn: day + 9)
    #expect(
      try Self.result(.active, agreedOn: "2026-05-09", reason: "cut", refused: refused) == .met)
    #expect(
      try Self.result(.active, agreedOn: "2026-05-12", reason: "cut", refused: refused)
        == .flagged)
  }

  @Test("Without the columns of the steps nothing is asked of them")
  func withoutColumns() throws {
    let day = try Sample.day("2026-05-10")
    let cancelled = Order.Status.cancelled(returnedOn: nil, ruledOn: day)
    #expect(try Self.result(cancelled, agreedOn: nil, reason: nil, columns: []) == nil)
    let pending = Order.Status.returnPending(returnedOn: day)
    #expect(try Self.result(pending, agreedOn: nil, reason: nil, columns: []) == .pending)
  }
}
