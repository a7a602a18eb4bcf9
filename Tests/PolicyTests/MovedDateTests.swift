import Policy
import Quantities
import Testing

/// Dated values that start on other days than the file says.
@Suite struct MovedDateTests {
  private static let key = PolicyKey.screeningPrivacy

  private static func value(
    on day: String, _ moves: [(value: String, from: String)]
  ) throws -> PolicyBook.Entry {
    let book = Sample.book(
      of: key,
      [
        try Sample.entry(key, "supplemented", from: "2023-04-01"),
        try Sample.entry(key, "disclosed", from: "2024-04-01"),
        try Sample.entry(key, "mandatory", from: "2025-10-01"),
      ])
    let scenario = Scenario(
      name: "moved", overrides: [:],
      movedDates: try moves.map {
        MovedDate(key, try Sample.value(key, $0.value), from: try Day(text: $0.from))
      })
    let view = scenario.applied(to: PolicyView(book, on: try Day(text: day)))
    return try view.entry(for: key)
  }

  @Test(
    "the day before and the day of each value",
    arguments: [
      ("2025-09-30", "2025-10-01", "disclosed"), ("2025-10-01", "2025-10-01", "mandatory"),
      // Later: what was in force before holds on.
      ("2025-10-01", "2026-04-01", "disclosed"), ("2026-03-31", "2026-04-01", "disclosed"),
      ("2026-04-01", "2026-04-01", "mandatory"),
      // Earlier: what started in between is gone.
      ("2023-12-31", "2024-01-01", "supplemented"), ("2024-01-01", "2024-01-01", "mandatory"),
      ("2024-04-01", "2024-01-01", "mandatory"), ("2025-12-31", "2024-01-01", "mandatory"),
    ])
  func mandatory(day: String, from: String, expected: String) throws {
    let entry = try Self.value(on: day, from == "2025-10-01" ? [] : [("mandatory", from)])
    #expect(entry.value.text == expected)
  }

  @Test("a moved value is assumed and says so; the others keep their basis")
  func basis() throws {
    let moved = try Self.value(on: "2026-04-01", [("mandatory", "2026-04-01")])
    #expect(moved.basis == .assumed)
    #expect(moved.citation.text.hasSuffix("; its first day is moved for this run"))
    #expect(try Self.value(on: "2026-03-31", [("mandatory", "2026-04-01")]).basis == .law)
  }

  @Test("a value that the parameter never had starts on its day")
  func newValue() throws {
    let moves = [("not-asked", "2026-01-01")]
    #expect(try Self.value(on: "2025-12-31", moves).value.text == "mandatory")
    #expect(try Self.value(on: "2026-01-01", moves).value.text == "not-asked")
  }
}
