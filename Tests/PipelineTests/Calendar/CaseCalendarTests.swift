import CallOff
import Policy
import Quantities
import Testing

@testable import Pipeline

/// The rules of a case's calendar, against days counted by hand.
@Suite struct CaseCalendarTests {
  @Test(
    "The stages of the deck's six cases are the months of slide 3",
    arguments: [
      ("1120206", "2023-04-01/2023-04-30", "2023-07-01/2023-07-31", "2023-09-01/2023-09-30"),
      ("1130202", "2023-10-01/2023-10-31", "2024-01-01/2024-01-31", "2024-03-01/2024-03-31"),
      ("1130206", "2024-04-01/2024-04-30", "2024-07-01/2024-07-31", "2024-09-01/2024-09-30"),
      ("1140202", "2024-10-01/2024-10-31", "2025-01-01/2025-01-31", "2025-03-01/2025-03-31"),
      ("1140206", "2025-04-01/2025-04-30", "2025-07-01/2025-07-31", "2025-09-01/2025-09-30"),
      ("1150202", "2025-10-01/2025-10-31", "2026-01-01/2026-01-31", "2026-03-01/2026-03-31"),
    ])
  func stages(number: String, solicitation: String, reserve: String, tender: String) throws {
    let calendar = CaseCalendar(
      of: CalendarSubject(
        try CaseNumber(text: number), policy: try CalendarSample.policy(on: nil)))
    #expect(calendar.days(.solicitation) == solicitation)
    #expect(calendar.days(.reservePrice) == reserve)
    #expect(calendar.days(.tender) == tender)
    for event in calendar.events {
      if case .nominal = event.standing { #expect(event.rule.basis == .seed) }
    }
  }

  @Test("The survey and the inquiry of a cycle that spans the year's end")
  func middleStages() throws {
    let calendar = try CalendarSample.calendar(of: try CalendarSample.input())
    #expect(calendar.days(.demandSurvey) == "2025-11-01/2025-11-30")
    #expect(calendar.days(.marketInquiry) == "2025-12-01/2025-12-31")
  }

  @Test(
    "The undertaking is due 14 calendar days after the award, under both readings of day 1",
    arguments: [
      ("2026-03-18", "2026-03-18/2026-03-31", "2026-03-19/2026-04-01"),
      ("2026-03-31", "2026-03-31/2026-04-13", "2026-04-01/2026-04-14"),
      // Over the end of February, in a common and in a leap year.
      ("2027-02-15", "2027-02-15/2027-02-28", "2027-02-16/2027-03-01"),
      ("2028-02-15", "2028-02-15/2028-02-28", "2028-02-16/2028-02-29"),
      ("2028-02-16", "2028-02-16/2028-02-29", "2028-02-17/2028-03-01"),
      ("2026-12-25", "2026-12-25/2027-01-07", "2026-12-26/2027-01-08"),
    ])
  func undertaking(award: String, fromAward: String, fromDayAfter: String) throws {
    let input = try CalendarSample.input(awardedOn: award, from: "2026-04-01", to: "2030-03-31")
    let calendar = try CalendarSample.calendar(of: input)
    #expect(calendar.days(.awardDate) == "\(award)/\(award)")
    #expect(calendar.days(.undertakingFromAwardDate) == fromAward)
    #expect(calendar.days(.undertakingFromDayAfter) == fromDayAfter)
  }

  @Test("The policy says which reading is followed; both are assumed and cited")
  func readings() throws {
    let input = try CalendarSample.input(awardedOn: "2026-03-18")
    for (choice, kind) in [
      ("award-date", CalendarEvent.Kind.undertakingFromAwardDate),
      ("day-after", .undertakingFromDayAfter),
    ] {
      let calendar = try CalendarSample.calendar(
        of: input, [.calendarUndertakingFirstDay: choice])
      for event in calendar.all(.undertakingFromAwardDate) + calendar.all(.undertakingFromDayAfter)
      {
        let isFollowed = event.remark?.english.contains("the reading of the policy") == true
        #expect(isFollowed == (event.kind == kind))
        #expect(event.rule.basis == .assumed)
        #expect(event.rule.citation.text.hasPrefix("calendar.undertaking 14 days; "))
      }
    }
    let longer = try CalendarSample.calendar(of: input, [.calendarUndertaking: "1 month"])
    #expect(longer.days(.undertakingFromAwardDate) == "2026-03-18/2026-04-17")
  }

  @Test("A deadline on a weekend is said, and not moved")
  func weekend() throws {
    // 2026-03-28 is a Saturday, 2026-03-29 a Sunday.
    let calendar = try CalendarSample.calendar(
      of: try CalendarSample.input(awardedOn: "2026-03-15"))
    let first = try #require(calendar.all(.undertakingFromAwardDate).first)
    let second = try #require(calendar.all(.undertakingFromDayAfter).first)
    #expect(first.days?.upperBound.isoText == "2026-03-28")
    #expect(first.remark?.english.contains("Saturday") == true)
    #expect(first.remark?.traditionalChinese.contains("星期六") == true)
    #expect(second.remark?.english.contains("Sunday") == true)
    let workday = try CalendarSample.calendar(
      of: try CalendarSample.input(awardedOn: "2026-03-18"))
    #expect(!workday.events.contains { $0.remark?.english.contains("Civil Code") == true })
  }

  @Test(
    "Fees fall due on the day after the contract, logs are kept for six months or 90 days after it",
    arguments: [
      // The terms before case 1130202, then those from it on.
      ("1120206", "2024-09-30", "2024-10-01/2024-10-01", "2024-10-01/2024-12-29"),
      ("1130202", "2025-03-31", "2025-04-01/2025-04-01", "2025-04-01/2025-09-30"),
      ("1150202", "2027-03-31", "2027-04-01/2027-04-01", "2027-04-01/2027-09-30"),
      ("1150206", "2027-09-30", "2027-10-01/2027-10-01", "2027-10-01/2028-03-31"),
      // A contract rescinded at the end of August: February has no such day.
      ("1150202", "2026-08-30", "2026-08-31/2026-08-31", "2026-08-31/2027-02-28"),
      ("1150206", "2027-08-30", "2027-08-31/2027-08-31", "2027-08-31/2028-02-29"),
      ("1120206", "2024-02-28", "2024-02-29/2024-02-29", "2024-02-29/2024-05-28"),
    ])
  func afterTheContract(number: String, end: String, due: String, logs: String) throws {
    let calendar = try CalendarSample.calendar(
      of: try CalendarSample.input(number, from: "2023-10-01", to: end))
    #expect(calendar.days(.contractEnd) == "\(end)/\(end)")
    #expect(calendar.days(.feeDue) == due)
    #expect(calendar.days(.logRetention) == logs)
    #expect(calendar.all(.feeDue).first?.rule.basis == .assumed)
    #expect(calendar.all(.logRetention).first?.rule.basis == .seed)
  }

  @Test("The terms are those of the solicitation; another day that is asked for wins")
  func dateOption() throws {
    let input = try CalendarSample.input("1130202", pricedOn: "2024-01-20")
    let asked = CaseCalendar(
      of: CalendarSubject(input, policy: try CalendarSample.policy(on: "2023-05-01")))
    #expect(asked.days(.logRetention) == "2027-04-01/2027-06-29")
    #expect(try CalendarSample.calendar(of: input).days(.logRetention) == "2027-04-01/2027-09-30")
  }

  @Test("A contract that is not of one year says so")
  func contractLength() throws {
    let oneYear = try CalendarSample.calendar(of: try CalendarSample.input())
    #expect(oneYear.all(.contractEnd).first?.remark == nil)
    let short = try CalendarSample.calendar(of: try CalendarSample.input(to: "2026-12-31"))
    #expect(short.all(.contractEnd).first?.remark?.english.contains("2027-03-31") == true)
  }

  @Test("Dates are in the order of time; what is not known comes last, with the reason")
  func order() throws {
    let calendar = try CalendarSample.calendar(of: try CalendarSample.input("strange"))
    let first = calendar.events.map { $0.days?.lowerBound.daysSinceEpoch ?? .max }
    #expect(first == first.sorted())
    let unknown = calendar.events.filter { $0.days == nil }
    #expect(
      Set(unknown.map(\.kind)) == [
        .solicitation, .demandSurvey, .marketInquiry, .reservePrice, .tender, .awardDate,
        .undertakingFromAwardDate, .undertakingFromDayAfter, .certificateExpiry,
      ])
    for event in unknown {
      #expect(event.standing == .notStated)
      #expect(event.remark?.english.isEmpty == false)
      #expect(event.remark?.traditionalChinese.isEmpty == false)
    }
  }

  @Test("Of a bare number only the stages are known")
  func bareNumber() throws {
    let number = try CaseNumber(text: "1160202")
    let calendar = CaseCalendar(
      of: CalendarSubject(number, policy: try CalendarSample.policy(on: nil)))
    let known = calendar.events.filter { $0.days != nil }.map(\.kind)
    #expect(known == [.solicitation, .demandSurvey, .marketInquiry, .reservePrice, .tender])
    #expect(calendar.stampDay?.isoText == "2026-10-01")
    // A number with a sequence that the deck does not have has no date at all.
    let other = CaseCalendar(
      of: CalendarSubject(
        try CaseNumber(text: "1160203"), policy: try CalendarSample.policy(on: nil)))
    #expect(other.events.allSatisfy { $0.days == nil })
  }

  @Test("A policy without the terms leaves their dates open, and says what it lacks")
  func policyWithout() throws {
    let input = try CalendarSample.input(awardedOn: "2026-03-18")
    let empty = PolicyView(
      PolicyBook(title: "", file: "old.yaml", entries: [:]), on: input.header.pricingDate)
    let calendar = CaseCalendar(of: CalendarSubject(input, policy: empty))
    #expect(calendar.days(.undertakingFromAwardDate) == "-")
    #expect(
      calendar.all(.logRetention).first?.remark?.english
        == "the policy has no value of calendar.log_retention")
    let early = try CalendarSample.input("1110202", pricedOn: "2022-01-20", from: "2022-04-01")
    let before = try CalendarSample.calendar(of: early)
    #expect(
      before.all(.logRetention).first?.remark?.english
        == "the policy's first value of calendar.log_retention starts on 2023-04-01, after 2021-10-01"
    )
  }

  @Test("At the end of the calendar nothing is made up")
  func lastDays() throws {
    let calendar = try CalendarSample.calendar(
      of: try CalendarSample.input(awardedOn: "9999-12-31", to: "9999-12-31"))
    for kind in [
      CalendarEvent.Kind.feeDue, .logRetention, .undertakingFromAwardDate, .undertakingFromDayAfter,
    ] {
      #expect(calendar.days(kind) == "-")
    }
    #expect(calendar.days(.contractEnd) == "9999-12-31/9999-12-31")
  }
}
