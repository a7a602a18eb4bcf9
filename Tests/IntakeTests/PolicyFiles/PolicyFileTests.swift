import Policy
import Quantities
import Testing

@testable import Intake

private func book(_ text: String) -> (book: PolicyBook?, errors: [String]) {
  var diagnostics = Diagnostics()
  let book = PolicyFile.book(from: Array(text.utf8), file: "p.yaml", diagnostics: &diagnostics)
  return (book, diagnostics.errorLines)
}

private let head = "title: T\nparameters:\n"
private let keys = "expected one of its keys; the nearest is "

@Test func readsValuesByDateWithTheirSources() throws {
  let text =
    head + """
        award.cutoff_share:
          description: {en: Share awarded, zh-Hant: 決標比率}
          values:
            - {value: 80%, from: 115/01/01, basis: law, citation: Some Act}
            - value: 0.9
              from: 2024-04-01
              basis: seed
              citation: "Deck, slide 3"
        fee.cap:
          values:
            - {value: none, basis: assumed, citation: No cap is public, alternatives: [500, "1,000"]}
      """
  let (read, errors) = book(text)
  #expect(errors == [])
  let policy = try #require(read)
  #expect(policy.title == "T")
  #expect(policy.file == "p.yaml")
  #expect(policy.descriptions == [.awardCutoffShare: Phrase("Share awarded", "決標比率")])
  let tenths = try [9, 8].map { try #require(Share(try Rational($0, over: 10))) }
  let days = [
    try #require(Day(year: 2024, month: 4, day: 1)),
    try #require(Day(year: 2026, month: 1, day: 1)),
  ]
  #expect(
    policy.entries == [
      .awardCutoffShare: [
        PolicyBook.Entry(
          value: .share(tenths[0]), from: days[0], basis: .seed,
          citation: Citation("Deck, slide 3")),
        PolicyBook.Entry(
          value: .share(tenths[1]), from: days[1], basis: .law, citation: Citation("Some Act")),
      ],
      .feeCap: [
        PolicyBook.Entry(
          value: .absent, from: nil, basis: .assumed, citation: Citation("No cap is public"),
          alternatives: [
            .money(Money(minorUnits: 50_000)), .money(Money(minorUnits: 100_000)),
          ])
      ],
    ])
}

/// 0.1 + 0.2 style damage would show here: the text is read digit by digit.
@Test(arguments: ["0.9", "0.1", "0.12345678901234567", "90%"])
func numbersNeverPassThroughFloatingPoint(text: String) throws {
  let (read, _) = book(
    head
      + "  award.cutoff_share:\n    values:\n      - {value: \(text), basis: assumed, citation: c}\n"
  )
  let expected = PolicyValue.share(try Share(text: text))
  #expect(try #require(read).entry(for: .awardCutoffShare, on: nil).value == expected)
}

/// One value of `fee.mode`, wrong in one way.
private func entry(_ text: String) -> String {
  head + "  fee.mode:\n    values:\n      - \(text)\n"
}

/// Policies with a mark where each error has to stand, and what has to be said there.
private let wrongPolicies: [(text: String, errors: [String])] = [
  ("▸", ["the file is empty, expected YAML with keys and values"]),
  ("▸title: T\n", ["a policy has no parameters, expected the key parameters with a value"]),
  (
    "▸▸titel: T\nparameters: {}\n",
    [
      "“titel” is not a key of a policy, \(keys)title",
      "a policy has no title, expected the key title with a value",
    ]
  ),
  ("title: T\nparameters: ▸x\n", ["the policy's parameters is not a mapping, \(everyKey)"]),
  (
    head + "  ▸award.cutof_share:\n    values: []\n  ▸fee:\n    mode: x\n",
    [
      "“award.cutof_share” is not a key of the policy's parameters, \(keys)award.cutoff_share",
      "“fee” is not a key of the policy's parameters, \(keys)fee.mode",
    ]
  ),
  (
    head + "  fee.mode:\n    ▸▸value: slab\n",
    [
      "“value” is not a key of fee.mode, \(keys)values",
      "fee.mode has no values, expected the key values with a value",
    ]
  ),
  (
    head + "  fee.mode:\n    values: ▸[]\n",
    ["the values of fee.mode are not a list, expected a list of values"]
  ),
  (
    head + "  fee.mode:\n    description: ▸{en: x}\n    values:\n"
      + "      - {value: slab, basis: assumed, citation: c}\n",
    ["the description of fee.mode has no zh-Hant, expected the key zh-Hant with a value"]
  ),
  (
    entry("{value: ▸slap, basis: assumed, citation: c}"),
    ["value “slap” is not one of the values, expected slab, marginal"]
  ),
  (
    entry("{value: slab, basis: ▸guess, citation: c}"),
    ["basis “guess” is not one of the values, expected seed, law, assumed"]
  ),
  (
    entry("▸{value: slab, basis: assumed}"),
    ["a value of fee.mode has no citation, expected the key citation with a value"]
  ),
  (
    entry("{value: slab, basis: assumed, citation: ▸\"\"}"),
    ["citation is empty, expected a value"]
  ),
  (
    entry("▸{value: slab, basis: law, citation: c}"),
    ["a value of fee.mode has no from, expected the key from with a value"]
  ),
  (
    entry("{value: slab, basis: assumed, citation: c, from: ▸2024-01-01}"),
    ["a value of fee.mode is assumed and has a first date, expected no key from"]
  ),
  (
    entry("{value: slab, basis: seed, citation: c, from: ▸2024-13-01}"),
    [
      "from “2024-13-01” is a day that no calendar has,"
        + " expected a date such as 2026-03-31 or 115/03/31"
    ]
  ),
  (
    entry("{value: slab, basis: law, citation: c, from: 2024-01-01, alternatives: ▸[marginal]}"),
    ["a value with the basis law has alternatives, expected alternatives of assumed values only"]
  ),
  (
    entry("{value: slab, basis: assumed, citation: c, alternatives: [marginal, ▸x]}"),
    ["the alternative “x” is not one of the values, expected slab, marginal"]
  ),
  (
    entry("{value: slab, basis: assumed, citation: c, ▸citations: d}"),
    ["“citations” is not a key of a value of fee.mode, \(keys)citation"]
  ),
  (
    entry("{value: ▸[slab], basis: assumed, citation: c}"),
    ["value is not a single value, expected a single value"]
  ),
  (
    entry("{value: slab, basis: assumed, citation: c}")
      + "      - ▸{value: marginal, basis: assumed, citation: c}\n",
    [
      "fee.mode has a value without a first date on line 5 already,"
        + " expected one value for each first date"
    ]
  ),
  (
    entry("{value: slab, basis: assumed, citation: c}") + "  ▸fee.mode:\n    values: []\n",
    ["the key “fee.mode” stands on line 3 already, expected every key once"]
  ),
]

private let everyKey =
  "expected keys with values: " + PolicyKey.allCases.map(\.rawValue).joined(separator: ", ")

@Test(arguments: wrongPolicies) func reportsWhatIsWrongInAPolicy(text: String, errors: [String]) {
  let (policy, places) = marked(text)
  let read = book(policy)
  #expect(read.errors == zip(places, errors).map { "p.yaml:\($0): \($1)" })
  #expect(places.count == errors.count)
  #expect(read.book == nil)
}

@Test(arguments: ["title: T\n▸\tx: 1\n", "title: [T\n▸", "a: b\n▸--- x\n", "a: \"b\n▸"])
func reportsWhereTheYAMLIsBroken(text: String) throws {
  let (policy, places) = marked(text)
  let place = try #require(places.first)
  let errors = book(policy).errors
  #expect(errors.count == 1)
  #expect(errors.first?.hasPrefix("p.yaml:\(place): the YAML is broken: ") == true, "\(errors)")
}

/// Whatever the bytes of a policy, reading ends, with a book or with errors.
@Test func brokenPoliciesAreReportedAndNeverTrap() {
  var random = LinearCongruentialGenerator(state: 5)
  for _ in 0..<60 {
    var diagnostics = Diagnostics()
    let bytes = mutated(PackageResources.cloud_framework_yaml, &random)
    let book = PolicyFile.book(from: bytes, file: "p.yaml", diagnostics: &diagnostics)
    #expect((book == nil) == diagnostics.hasErrors)
  }
}

@Test func deepNestingIsAnError() {
  let text = String(repeating: "[", count: 100_000)
  #expect(book(text).errors.count == 1)
}
