import CallOff
import Policy
import Quantities
import Testing

@Suite struct ContractCalendarTests {
  static func calendar(statedEnd: String? = nil) throws -> ContractCalendar {
    try ContractCalendar(
      own: Sample.contract(),
      others: [
        Contract(
          caseNumber: "1140206", start: Sample.day("2025-10-01"), end: Sample.day("2026-09-30"))
      ],
      statedEnd: statedEnd.map { try Sample.day($0) })
  }

  @Test(
    "Fees fall due on the day after the end of the order's own contract",
    arguments: [(nil, "2027-04-01"), ("1150202", "2027-04-01"), ("1140206", "2026-10-01")]
      as [(String?, String)])
  func dueOn(caseNumber: String?, due: String) throws {
    let order = try Sample.order(cents: 100, caseNumber: caseNumber)
    let ledger = try Sample.ledger([order], calendar: Self.calendar())
    #expect(ledger.assessments[0].dueOn == (try Sample.day(due)))
    #expect(ledger.notes.contains(.dueDateAssumed))
  }

  @Test("An order under a contract that is not listed has no due date, and that is flagged")
  func unknown() throws {
    let order = try Sample.order(cents: 100, caseNumber: "1130202")
    let ledger = try Sample.ledger([order], calendar: Self.calendar())
    #expect(ledger.assessments[0].dueOn == nil)
    #expect(ledger.assessments[0].flags.contains(.unknownContract(caseNumber: "1130202")))
    #expect(!ledger.notes.contains(.dueDateAssumed))
  }

  @Test("Without a case an order has no contract, unless its end is stated for the run")
  func withoutCase() throws {
    let order = try Sample.order(cents: 100)
    let none = try Sample.ledger([order], calendar: ContractCalendar(own: nil))
    #expect(none.assessments[0].dueOn == nil)
    #expect(none.assessments[0].flags.contains(.unknownContract(caseNumber: nil)))
    let stated = try Sample.ledger(
      [order], calendar: ContractCalendar(own: nil, statedEnd: Sample.day("2027-03-31")))
    #expect(stated.assessments[0].dueOn == (try Sample.day("2027-04-01")))
    #expect(stated.assessments[0].flags.contains(.contractEndStated))
  }

  @Test("A stated end serves only contracts that are not listed")
  func statedEnd() throws {
    let orders = try [
      Sample.order("O1", cents: 100, caseNumber: "1140206"),
      Sample.order("O2", cents: 100, caseNumber: "1130202"),
    ]
    let ledger = try Sample.ledger(orders, calendar: Self.calendar(statedEnd: "2026-12-31"))
    #expect(
      ledger.assessments.map(\.dueOn) == [
        try Sample.day("2026-10-01"), try Sample.day("2027-01-01"),
      ])
  }

  @Test("A contract cannot end before it starts, nor have two periods; repeating a row is fine")
  func problems() throws {
    let contract = try Sample.contract()
    let longer = Contract(caseNumber: "1150202", start: contract.start, end: contract.end + 1)
    let backwards = Contract(caseNumber: "1140206", start: contract.end, end: contract.start)
    let problems = Sample.problems {
      try ContractCalendar(own: contract, others: [longer, backwards])
    }
    #expect(
      problems.map(\.reason) == [
        .contract(.contradictory(contract, longer)), .contract(.endsBeforeStart(backwards)),
      ])
    #expect(throws: Never.self) {
      try ContractCalendar(own: contract, others: [contract, contract])
    }
  }
}
