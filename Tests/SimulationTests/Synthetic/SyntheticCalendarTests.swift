import Quantities
import Testing

@testable import Simulation

@Suite struct SyntheticCalendarTests {
  @Test func followsTheCycleOfCase1150202() throws {
    let calendar = try SyntheticCalendar(caseNumber: "1150202")
    #expect(calendar.pricingDate.isoText == "2026-01-20")
    #expect(calendar.current.tenderStart.isoText == "2026-03-01")
    #expect(calendar.current.contractStart.isoText == "2026-04-01")
    #expect(calendar.current.contractEnd.isoText == "2027-03-31")
    #expect(
      calendar.earlier.prefix(4).map(\.number) == ["1140206", "1140202", "1130206", "1130202"])
    #expect(
      calendar.earlier.prefix(4).map(\.awardStart.isoText) == [
        "2025-10-01", "2025-04-01", "2024-10-01", "2024-04-01",
      ])
  }

  @Test func contractsRunOneYearAndOverlapByHalf() throws {
    let calendar = try SyntheticCalendar(caseNumber: "1160206")
    let contracts = [calendar.current] + calendar.earlier
    for (later, earlier) in zip(contracts, contracts.dropFirst()) {
      #expect(earlier.contractStart < later.contractStart)
      #expect(later.contractStart <= earlier.contractEnd)
    }
    for (later, earlier) in zip(contracts, contracts.dropFirst(2)) {
      #expect(earlier.contractEnd + 1 == later.contractStart)
    }
  }

  @Test func findsTheNewestCaseBeforeADay() throws {
    let calendar = try SyntheticCalendar(caseNumber: "1150202")
    let day = try Day(text: "2023-01-20")
    #expect(calendar.newestCase(awardedBefore: day).number == "1110206")
  }

  @Test(arguments: ["1150203", "1150302", "115", "", "0990202", "x"])
  func refusesCasesWithoutDates(_ text: String) {
    #expect(throws: SyntheticCaseError.caseNumber(text)) { try SyntheticCase(caseNumber: text) }
  }

  @Test func ordersFallOnWorkingDaysInOrder() throws {
    let start = try Day(text: "2026-04-01")
    let end = try Day(text: "2027-03-31")
    let calendar = OrderCalendar(from: start, through: end)
    let count = 20_000
    let days = (0..<count).map {
      calendar.day(of: $0, outOf: count, place: UInt16(truncatingIfNeeded: $0 &* 40_503))
    }
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(days.allSatisfy { start <= $0 && $0 <= end })
    // 2026-04-04 is a Saturday.
    let saturday = try Day(text: "2026-04-04")
    #expect(days.allSatisfy { ![0, 1].contains((($0 - saturday) % 7 + 7) % 7) })
    // 31 days of weight 17 out of 3,051; no weekend moves across either end of this December.
    let december = days.count { $0.month.number == 12 }
    #expect(abs(december - count * 31 * 17 / 3_051) <= 1)
  }
}
