import CallOff
import Policy
import Quantities
import Testing

@Suite struct CollectionTests {
  static func paymentFlags(of assessment: FeeAssessment) -> [PaymentFlag] {
    assessment.flags.compactMap { flag -> PaymentFlag? in
      if case .payment(let payment) = flag { payment } else { nil }
    }
  }

  @Test("Without collection records collected is 0, and that is said; an empty table is a record")
  func noRecords() throws {
    let order = try Sample.order(cents: 100_000_000)
    let none = try Sample.ledger([order], collections: nil)
    #expect(!none.hasCollectionRecords)
    #expect(none.notes.contains(.noCollectionRecords))
    #expect(try none.balance().collected == .zero)
    let empty = try Sample.ledger([order], collections: [])
    #expect(empty.hasCollectionRecords)
    #expect(!empty.notes.contains(.noCollectionRecords))
  }

  @Test("Payments lower what is outstanding from their day on")
  func instalments() throws {
    let ledger = try Sample.ledger(
      [Sample.order(cents: 100_000_000)],
      collections: [
        Sample.payment(on: "2027-05-01", units: 6_000, line: 3),
        Sample.payment(on: "2027-04-10", units: 4_000, line: 2),
      ])
    for (day, outstanding) in [
      ("2027-04-09", 10_000), ("2027-04-10", 6_000), ("2027-04-30", 6_000), ("2027-05-01", 0),
    ] as [(String, Int64)] {
      #expect(
        try ledger.balance(on: Sample.day(day)).outstanding == Money(units: outstanding))
    }
    #expect(ledger.assessments[0].payments.map(\.position.line) == [2, 3])
    #expect(Self.paymentFlags(of: ledger.assessments[0]).isEmpty)
  }

  @Test("Over-collection is flagged and stays outstanding below 0")
  func overCollected() throws {
    let ledger = try Sample.ledger(
      [Sample.order("O1", cents: 100_000_000), Sample.order("O2", cents: 200_000_000)],
      collections: [Sample.payment("O1", on: "2027-04-10", units: 10_250)])
    #expect(
      Self.paymentFlags(of: ledger.assessments[0]) == [.overCollected(by: try Money(units: 250))])
    let balance = try ledger.balance()
    #expect(balance.refundDue == (try Money(units: 250)))
    #expect(balance.receivable == (try Money(units: 20_000)))
    #expect(balance.outstanding == (try Money(units: 19_750)))
    #expect(balance.identityHolds)
  }

  @Test("A cancelled order that was paid is owed a refund")
  func refund() throws {
    let order = try Sample.order(
      cents: 100_000_000,
      status: .cancelled(returnedOn: nil, ruledOn: Sample.day("2027-05-01")))
    let ledger = try Sample.ledger(
      [order], collections: [Sample.payment(on: "2027-04-10", units: 10_000)])
    #expect(Self.paymentFlags(of: ledger.assessments[0]) == [.refundDue(try Money(units: 10_000))])
    #expect(try ledger.balance(on: Sample.day("2027-04-30")).outstanding == .zero)
    let after = try ledger.balance()
    #expect(after.outstanding.minorUnits == -1_000_000)
    #expect(after.refundDue == (try Money(units: 10_000)))
    #expect(after.identityHolds)
    #expect(try ledger.checkIdentity().isEmpty)
  }

  @Test("A payment while the return is pending is flagged, as is one before the due date")
  func flagged() throws {
    let pending = try Sample.order(cents: 100, status: .returnPending(returnedOn: nil))
    let ledger = try Sample.ledger(
      [pending], collections: [Sample.payment(on: "2027-03-31", units: 5)])
    #expect(
      Self.paymentFlags(of: ledger.assessments[0]) == [
        .collectedWhilePending(try Money(units: 5)),
        .beforeDue(on: try Sample.day("2027-03-31"), dueOn: try Sample.day("2027-04-01")),
      ])
    #expect(try ledger.checkIdentity().isEmpty)
  }

  @Test("Payments for no order, before the order, or not above 0 are errors at their rows")
  func problems() throws {
    let problems = Sample.problems {
      try Sample.ledger(
        [Sample.order(cents: 100)],
        collections: [
          Sample.payment("O9", on: "2027-04-10", units: 1, line: 2),
          Sample.payment("O1", on: "2026-04-30", units: 1, line: 3),
          Sample.payment("O1", on: "2026-05-01", units: 1, line: 4),
          Sample.payment("O1", on: "2027-04-10", units: 0, line: 5),
        ])
    }
    #expect(
      problems.map(\.reason) == [
        .collection(.unknownOrder(OrderID("O9"))),
        .collection(
          .beforeOrder(
            OrderID("O1"), orderedOn: try Sample.day("2026-05-01"),
            collectedOn: try Sample.day("2026-04-30"))),
        .collection(.notAboveZero),
      ])
    #expect(problems.compactMap(\.position?.line) == [2, 3, 5])
    #expect(problems.map(\.column) == ["order_id", "collected_on", "amount"])
  }
}
