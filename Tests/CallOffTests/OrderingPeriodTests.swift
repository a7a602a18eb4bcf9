import CallOff
import Policy
import Quantities
import Testing

@Suite struct OrderingPeriodTests {
  @Test(
    "Two years end on the day before the second anniversary; 29 February has none",
    arguments: [
      ("2026-04-01", "2028-03-31"), ("2026-01-01", "2027-12-31"), ("2026-03-01", "2028-02-29"),
      ("2025-03-01", "2027-02-28"), ("2024-02-29", "2026-02-28"), ("2026-12-31", "2028-12-30"),
    ])
  func lastDay(start: String, last: String) throws {
    let start = try Sample.day(start)
    let last = try Sample.day(last)
    #expect(OrderingPeriod.lastAllowedDay(from: start) == last)
    #expect(
      !OrderingPeriod.isExceeded(by: Contract(caseNumber: "c", start: start, end: last)))
    #expect(
      OrderingPeriod.isExceeded(by: Contract(caseNumber: "c", start: start, end: last + 1)))
  }

  @Test("A contract that is longer gets a note, and its fees all the same")
  func noted() throws {
    let contract = try Contract(
      caseNumber: "c", start: Sample.day("2026-04-01"), end: Sample.day("2028-04-01"))
    let ledger = try Sample.ledger(
      [Sample.order(cents: 100_000_000)], calendar: ContractCalendar(own: contract))
    #expect(ledger.notes.contains(.orderingPeriodTooLong(contract)))
    #expect(try ledger.balance().accrued == Money(units: 10_000))
    let usual = try Sample.ledger([Sample.order(cents: 100)]).notes
    #expect(!usual.contains { if case .orderingPeriodTooLong = $0 { true } else { false } })
  }
}
