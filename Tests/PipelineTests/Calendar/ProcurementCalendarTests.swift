import CallOff
import Policy
import Quantities
import Testing

@testable import Pipeline

/// Several contracts side by side, against a count day by day.
@Suite struct ProcurementCalendarTests {
  private static func member(
    _ input: Case, fees: CallOffStage? = nil
  ) throws -> ProcurementCalendar.Member {
    .folder(
      input, policy: try CalendarSample.policy(on: input.header.pricingDate.isoText), fees: fees)
  }

  /// Three contracts of the framework: each overlaps the next by half a year.
  private static func three() throws -> Case {
    var input = try CalendarSample.input()
    input.otherContracts = [
      try CalendarSample.contract("1140206", "2025-10-01", "2026-09-30"),
      try CalendarSample.contract("1140202", "2025-04-01", "2026-03-31"),
    ]
    return input
  }

  @Test("The days that two contracts both run, as counted on a calendar")
  func overlaps() throws {
    let calendar = try ProcurementCalendar(of: [try Self.member(try Self.three())])
    #expect(calendar.contracts.map(\.caseNumber) == ["1140202", "1140206", "1150202"])
    let pairs = calendar.overlaps.map {
      "\($0.first.caseNumber) \($0.second.caseNumber) \($0.days.lowerBound) \($0.days.upperBound)"
        + " \($0.dayCount)"
    }
    #expect(
      pairs == [
        "1140202 1140206 2025-10-01 2026-03-31 182", "1140206 1150202 2026-04-01 2026-09-30 183",
      ])
  }

  @Test("Overlaps and days by month are those of a count day by day")
  func bruteForce() throws {
    let periods = [
      ("a", "2027-12-15", "2028-03-02"), ("b", "2028-02-29", "2028-02-29"),
      ("c", "2028-03-02", "2028-06-30"), ("d", "2028-07-01", "2028-07-31"),
      ("e", "2027-12-15", "2028-08-01"),
    ]
    var input = try CalendarSample.input("own", from: "2030-01-01", to: "2030-01-31")
    input.otherContracts = try periods.map { try CalendarSample.contract($0, $1, $2) }
    let calendar = try ProcurementCalendar(of: [try Self.member(input)])
    let contracts = calendar.contracts
    let runs = { (contract: Contract, day: Day) in contract.start <= day && day <= contract.end }
    let start = try Day(text: "2027-12-01")
    let days = (0..<800).map { start + $0 }
    var expected: Set<String> = []
    for (index, first) in contracts.enumerated() {
      for second in contracts.dropFirst(index + 1) {
        let both = days.filter { runs(first, $0) && runs(second, $0) }
        if !both.isEmpty {
          expected.insert("\(first.caseNumber) \(second.caseNumber) \(both.count)")
        }
      }
    }
    let found = calendar.overlaps.map {
      "\($0.first.caseNumber) \($0.second.caseNumber) \($0.dayCount)"
    }
    #expect(Set(found) == expected)
    #expect(found.count == expected.count)
    for row in calendar.months {
      for (contract, part) in zip(contracts, row.parts) {
        #expect(part.dayCount == days.count { $0.month == row.month && runs(contract, $0) })
        #expect(part.accrued == nil)
      }
    }
    #expect(calendar.months.first?.month.isoText == "2027-12")
    #expect(calendar.months.last?.month.isoText == "2030-01")
    #expect(calendar.months.count == 26)
    #expect(!calendar.hasFees)
  }

  @Test("Each month has the fees that orders of each contract accrued in it")
  func fees() throws {
    var input = try Self.three()
    let order = { (id: String, contract: String?, day: String, units: Int64) throws -> Order in
      try Order(
        id: OrderID(id), itemID: ItemID("A"), vendorID: VendorID("V1"),
        agencyID: AgencyID("agency"),
        orderedOn: try Day(text: day), quantity: 1, unitPrice: SmallCase.money(units),
        status: .active, caseNumber: contract, position: SmallCase.position("orders.csv", 2))
    }
    input.orders = [
      try order("O1", nil, "2026-05-04", 100_000), try order("O2", "1140206", "2026-05-31", 50_000),
      try order("O3", "1140206", "2026-05-01", 7_000), try order("O4", nil, "2026-06-01", 1_000),
    ]
    // One per cent of everything.
    input.feeTiers = try SmallCase.tiers([(0, 10)])
    let stage = try #require(try CallOffStage(input, policy: FeePolicy()))
    let calendar = try ProcurementCalendar(of: [try Self.member(input, fees: stage)])
    let row = { (month: String) in
      try #require(calendar.months.first { $0.month.isoText == month })
    }
    let may = try row("2026-05")
    #expect(may.parts.map(\.accrued) == [.zero, SmallCase.money(570), SmallCase.money(1_000)])
    #expect(may.feeCount == 2)
    #expect(may.runningCount == 2)
    let june = try row("2026-06")
    #expect(june.parts.map(\.accrued) == [.zero, .zero, SmallCase.money(10)])
    #expect(june.feeCount == 1)
    #expect(calendar.hasFees)
  }

  @Test("A contract is as its own case states it; the first that lists it stands in")
  func precedence() throws {
    let own = try CalendarSample.input(
      "1140206", pricedOn: "2025-07-20", from: "2025-10-01", to: "2026-09-30")
    let listing = try Self.three()
    let both = try ProcurementCalendar(of: [try Self.member(listing), try Self.member(own)])
    #expect(both.calendars.map(\.caseNumber) == ["1150202", "1140206", "1140202"])
    #expect(both.calendars.map(\.extent) == [.cycle, .cycle, .contract])
    #expect(both.contracts.count == 3)
    // A bare number takes the period that another case lists.
    let number = ProcurementCalendar.Member.number(
      try CaseNumber(text: "1140206"), policy: try CalendarSample.policy(on: nil))
    let bare = try ProcurementCalendar(of: [number, try Self.member(listing)])
    #expect(bare.calendars[0].days(.contractEnd) == "2026-09-30/2026-09-30")
    #expect(bare.calendars[0].days(.logRetention) == "2026-10-01/2027-03-31")
    #expect(bare.calendars[0].days(.awardDate) == "-")
  }

  @Test("Other contracts have the dates of a contract alone, under the terms of their own cycle")
  func listedContracts() throws {
    var input = try CalendarSample.input()
    input.otherContracts = [try CalendarSample.contract("1120206", "2023-10-01", "2024-09-30")]
    let calendar = try ProcurementCalendar(of: [try Self.member(input)]).calendars[1]
    #expect(
      calendar.events.map(\.kind) == [.contractStart, .contractEnd, .feeDue, .logRetention])
    #expect(calendar.days(.logRetention) == "2024-10-01/2024-12-29")
  }

  @Test("Cases that contradict each other are refused")
  func problems() throws {
    let listing = try Self.member(try Self.three())
    let other = try Self.member(
      try CalendarSample.input(
        "1140206", pricedOn: "2025-07-20", from: "2025-10-01", to: "2026-08-31"))
    #expect(CalendarProblem.problems(of: [listing]).isEmpty)
    #expect(
      CalendarProblem.problems(of: [listing, listing]) == [
        .repeated(caseNumber: "1150202", first: 0, second: 1)
      ])
    let problems = CalendarProblem.problems(of: [listing, other])
    #expect(problems.count == 1)
    guard case .contradictory(.contradictory(let first, let second), 0, 1)? = problems.first else {
      Issue.record("expected a contradiction, not \(problems)")
      return
    }
    #expect(first.end.isoText == "2026-09-30")
    #expect(second.end.isoText == "2026-08-31")
  }

  @Test("What does not fit side by side is named, not dropped in silence")
  func limits() throws {
    var input = try CalendarSample.input("1150202", from: "1990-01-01", to: "9999-12-31")
    input.otherContracts = try (0..<100).map {
      try CalendarSample.contract("other \($0)", "2026-04-01", "2027-03-31")
    }
    let calendar = try ProcurementCalendar(of: [try Self.member(input)])
    #expect(calendar.contracts.count == ProcurementCalendar.contractLimit)
    #expect(calendar.months.count == 1_200)
    #expect(calendar.omissions.count == 2)
    #expect(calendar.calendars.count == 101)
    #expect(calendar.overlaps.count == 60 * 59 / 2)
  }
}
