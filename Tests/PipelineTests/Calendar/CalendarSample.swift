import CallOff
import Pipeline
import Policy
import Quantities
import Tendering

/// Cases of which only the dates matter.
enum CalendarSample {
  static func day(_ text: String) throws -> Day { try Day(text: text) }

  static func contract(_ number: String, _ start: String, _ end: String) throws -> Contract {
    Contract(caseNumber: number, start: try Day(text: start), end: try Day(text: end))
  }

  /// The parameters of the calendar as the deck dates them.
  static func policy(on day: String?, _ overrides: [PolicyKey: String] = [:]) throws -> PolicyView {
    let entry = { (text: String, key: PolicyKey, from: String?) in
      PolicyBook.Entry(
        value: try PolicyValue(text: text, kind: key.kind),
        from: try from.map { try Day(text: $0) },
        basis: from == nil ? .assumed : .seed, citation: Citation("\(key.rawValue) \(text)"))
    }
    let book = PolicyBook(
      title: "calendar", file: "calendar.yaml",
      entries: [
        .calendarUndertaking: [try entry("14 days", .calendarUndertaking, "2023-04-01")],
        .calendarUndertakingFirstDay: [
          try entry("award-date", .calendarUndertakingFirstDay, nil)
        ],
        .calendarLogRetention: [
          try entry("90 days", .calendarLogRetention, "2023-04-01"),
          try entry("6 months", .calendarLogRetention, "2023-10-01"),
        ],
      ])
    var view = PolicyView(book, on: try day.map { try Day(text: $0) })
    for (key, text) in overrides {
      view = view.setting(key, to: try PolicyValue(text: text, kind: key.kind))
    }
    return view
  }

  /// A case of a number, priced on a day, with a contract.
  static func input(
    _ number: String = "1150202", pricedOn: String = "2026-01-20", awardedOn: String? = nil,
    from start: String = "2026-04-01", to end: String = "2027-03-31"
  ) throws -> Case {
    Case(
      header: Case.Header(
        caseNumber: number, title: "test", currency: "TWD", pricingDate: try Day(text: pricedOn),
        contract: try contract(number, start, end),
        awardDate: try awardedOn.map { try Day(text: $0) }))
  }

  static func calendar(
    of input: Case, _ overrides: [PolicyKey: String] = [:]
  ) throws -> CaseCalendar {
    let view = try policy(on: input.header.pricingDate.isoText, overrides)
    return CaseCalendar(of: CalendarSubject(input, policy: view))
  }

  static func certificate(
    _ holder: String, _ standard: String, _ from: String, _ until: String, product: String? = nil,
    isInScope: Bool? = true, line: Int = 2
  ) throws -> Certificate {
    Certificate(
      holderID: VendorID(holder), standard: standard, productID: product.map { ProductID($0) },
      validFrom: try Day(text: from), validUntil: try Day(text: until),
      isDataCentreInScope: isInScope,
      position: SourcePosition(file: "certificates.csv", line: line))
  }
}

extension CaseCalendar {
  /// The events of a kind.
  func all(_ kind: CalendarEvent.Kind) -> [CalendarEvent] { events.filter { $0.kind == kind } }

  /// The days of the first event of a kind as `first/last`; a dash where they are not known.
  func days(_ kind: CalendarEvent.Kind) -> String {
    all(kind).first?.days.map { "\($0.lowerBound)/\($0.upperBound)" } ?? "-"
  }
}
