import Policy
import Quantities
import Testing

@Suite struct PolicyViewTests {
  @Test("A view reads the book at its day")
  func day() throws {
    let book = try PolicyBookTests.dated()
    for (day, text) in [("2005-01-01", "0.04"), ("2015-01-01", "0.05")] {
      let view = PolicyView(book, on: try Day(text: day))
      #expect(try view.entry(for: .reserveTaxRate).value.text == text)
    }
    #expect(try PolicyView(book, on: nil).entry(for: .reserveTaxRate).value.text == "0.06")
  }

  @Test("An override wins, is assumed and undated, and changes nothing else")
  func override() throws {
    let base = PolicyView(try Sample.book(), on: nil)
    let changed = base.setting(.feeMode, to: .choice("marginal"))
    let entry = try changed.entry(for: .feeMode)
    #expect(entry.value == .choice("marginal"))
    #expect(entry.basis == .assumed)
    #expect(entry.from == nil)
    #expect(try base.entry(for: .feeMode).value == .choice("slab"))
    for key in PolicyKey.allCases where key != .feeMode {
      #expect(try changed.entry(for: key) == base.entry(for: key))
    }
    let again = changed.setting(.feeMode, to: .choice("slab"))
    #expect(try again.entry(for: .feeMode).value == .choice("slab"))
  }

  @Test("An override stands even where the book has no value, or none yet")
  func overrideOfNothing() throws {
    let empty = PolicyView(PolicyBook(title: "", file: "", entries: [:]), on: nil)
    #expect(try empty.setting(.feeCap, to: .absent).entry(for: .feeCap).value == .absent)
    let early = PolicyView(try PolicyBookTests.dated(), on: try Day(text: "1990-01-01"))
    let rate = try Sample.value(.reserveTaxRate, "0.03")
    #expect(try early.setting(.reserveTaxRate, to: rate).entry(for: .reserveTaxRate).value == rate)
  }

  @Test("The rule behind a parameter is its entry's citation and basis; none without a value")
  func rule() throws {
    let view = PolicyView(try PolicyBookTests.dated(), on: try Day(text: "2015-01-01"))
    #expect(
      view.rule(for: .reserveTaxRate)
        == Derivation.Rule(Citation("reserve.tax_rate 0.05"), .law))
    #expect(view.rule(for: .feeCap) == nil)
    #expect(view.setting(.feeCap, to: .absent).rule(for: .feeCap)?.basis == .assumed)
  }
}
