import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeStatementTests {
  @Test("At the due date: a vendor's orders, fees, payments so far and what is to collect")
  func atDueDate() throws {
    let orders = try [
      Sample.order("O2", on: "2026-06-01", cents: 200_000_000),
      Sample.order("O1", on: "2026-05-01", cents: 100_000_000),
      Sample.order("O3", cents: 100_000_000, status: .returnPending(returnedOn: nil)),
      Sample.order("O4", cents: 100_000_000, vendor: "V2"),
    ]
    let ledger = try Sample.ledger(
      orders,
      collections: [
        Sample.payment("O1", on: "2027-04-01", units: 4_000),
        Sample.payment("O2", on: "2027-04-02", units: 20_000),
      ])
    let statements = try ledger.statements()
    #expect(statements.map(\.vendorID.text) == ["V1", "V2"])
    let first = statements[0]
    #expect(first.dueOn == (try Sample.day("2027-04-01")))
    #expect(first.asOf == first.dueOn)
    #expect(first.lines.map(\.assessment.order.id.text) == ["O1", "O3", "O2"])
    #expect(first.totals.balance.accrued == (try Money(units: 30_000)))
    // The payment on the due date counts; the one on the day after does not yet.
    #expect(first.totals.balance.collected == (try Money(units: 4_000)))
    #expect(first.totals.balance.receivable == (try Money(units: 26_000)))
    #expect(first.totals.returnPending.count == 1)
    let later = try ledger.statements(on: Sample.day("2027-04-02"))
    #expect(later[0].totals.balance.receivable == (try Money(units: 6_000)))
  }

  @Test("One statement a contract, by case number")
  func perContract() throws {
    let other = try Contract(
      caseNumber: "1140206", start: Sample.day("2025-10-01"), end: Sample.day("2026-09-30"))
    let orders = try [
      Sample.order("O1", cents: 100), Sample.order("O2", cents: 100, caseNumber: "1140206"),
      Sample.order("O3", cents: 100, caseNumber: "1150202"),
    ]
    let ledger = try Sample.ledger(
      orders, calendar: ContractCalendar(own: Sample.contract(), others: [other]))
    let statements = try ledger.statements()
    #expect(statements.map(\.contract.caseNumber) == ["1140206", "1150202"])
    #expect(statements.map(\.lines.count) == [1, 2])
  }

  @Test(
    "Every order is on exactly one statement, whatever its date", arguments: [12, 13] as [UInt64])
  func complete(seed: UInt64) throws {
    let ledger = try GeneratedOrders(seed: seed, count: 60).ledger()
    let statements = try ledger.statements()
    let listed = statements.flatMap { $0.lines.map(\.assessment.order.id) }
    #expect(listed.sorted() == ledger.assessments.map(\.order.id).sorted())
    #expect(try statements.map(\.totals.balance.accrued).total() == ledger.balance().accrued)
  }

  @Test("An order placed after the due date moves its statement's date")
  func lateOrder() throws {
    let ledger = try Sample.ledger([Sample.order(on: "2027-06-01", cents: 100_000_000)])
    let statement = try #require(try ledger.statements().first)
    #expect(statement.dueOn == (try Sample.day("2027-04-01")))
    #expect(statement.asOf == (try Sample.day("2027-06-01")))
    #expect(statement.totals.balance.receivable == (try Money(units: 10_000)))
    #expect(try ledger.statements(on: Sample.day("2027-04-01")).isEmpty)
  }

  @Test("Where the contract is not known, the statement has everything that is recorded")
  func unknownContract() throws {
    let ledger = try Sample.ledger(
      [Sample.order(cents: 100_000_000)],
      collections: [Sample.payment(on: "2030-01-01", units: 1)],
      calendar: ContractCalendar(own: nil))
    let statement = try #require(try ledger.statements().first)
    #expect(statement.asOf == nil)
    #expect(statement.dueOn == nil)
    #expect(statement.totals.balance.collected == (try Money(units: 1)))
  }
}
