import Policy
import Quantities
import Testing

@Suite struct PolicyBookTests {
  static let key = PolicyKey.reserveTaxRate

  /// 4 % from 2000, 5 % from 2010, 6 % from 2020; listed out of order.
  static func dated() throws -> PolicyBook {
    try Sample.book(
      of: key,
      [
        Sample.entry(key, "0.05", from: "2010-01-01"),
        Sample.entry(key, "0.06", from: "2020-01-01"),
        Sample.entry(key, "0.04", from: "2000-01-01"),
      ])
  }

  @Test(
    "The entry in force is the last that has started; its first day counts",
    arguments: [
      ("2000-01-01", "0.04"), ("2009-12-31", "0.04"), ("2010-01-01", "0.05"),
      ("2019-12-31", "0.05"), ("2020-01-01", "0.06"), ("2999-01-01", "0.06"),
    ])
  func inForce(day: String, text: String) throws {
    let entry = try Self.dated().entry(for: Self.key, on: Day(text: day))
    #expect(entry.value.text == text)
    #expect(entry.basis == .law)
    #expect(entry.citation == Citation("reserve.tax_rate \(text)"))
  }

  @Test("Without a day the newest entry is in force")
  func newest() throws {
    #expect(try Self.dated().entry(for: Self.key, on: nil).value.text == "0.06")
  }

  @Test("Before the first date there is no value, and the error gives both dates and the way out")
  func beforeFirst() throws {
    let day = try Day(text: "1999-12-31")
    let expected = PolicyError.beforeFirstDate(
      Self.key, day: day, first: try Day(text: "2000-01-01"), file: "one.yaml")
    #expect(throws: expected) { try Self.dated().entry(for: Self.key, on: day) }
    for part in ["one.yaml", "reserve.tax_rate", "1999-12-31", "2000-01-01", "--set"] {
      #expect(expected.message.contains(part))
    }
  }

  @Test("A value without a date holds on every day, until a dated one starts")
  func undated() throws {
    let book = try Sample.book(
      of: Self.key,
      [Sample.entry(Self.key, "0.05", from: "2010-01-01"), Sample.entry(Self.key, "0.01")])
    #expect(try book.entry(for: Self.key, on: Day(text: "0001-01-01")).value.text == "0.01")
    #expect(try book.entry(for: Self.key, on: Day(text: "2009-12-31")).basis == .assumed)
    #expect(try book.entry(for: Self.key, on: Day(text: "2010-01-01")).value.text == "0.05")
  }

  @Test("A parameter that is not there, or has no entry, is missing", arguments: [true, false])
  func missing(hasEmptyList: Bool) throws {
    let book = PolicyBook(
      title: "t", file: "f.yaml", entries: hasEmptyList ? [.feeCap: []] : [:])
    let expected = PolicyError.missing(.feeCap, file: "f.yaml")
    for day in [nil, try Day(text: "2026-01-01")] {
      #expect(throws: expected) { try book.entry(for: .feeCap, on: day) }
    }
    #expect(expected.message.contains("fee.cap") && expected.message.contains("f.yaml"))
  }

  @Test("The order in which entries are listed does not matter")
  func permutations() throws {
    let entries = try [
      Sample.entry(Self.key, "0.01"), Sample.entry(Self.key, "0.04", from: "2000-01-01"),
      Sample.entry(Self.key, "0.05", from: "2010-01-01"),
    ]
    let books = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].map { order in
      Sample.book(of: Self.key, order.map { entries[$0] })
    }
    #expect(books.allSatisfy { $0 == books[0] })
    #expect(books[0].entries[Self.key]?.map(\.value.text) == ["0.01", "0.04", "0.05"])
  }
}
