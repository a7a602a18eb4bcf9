import Pipeline
import Policy
import Pricing
import Quantities
import Testing

@testable import Intake

private func scenarios(_ text: String) throws -> [Scenario] {
  try ScenarioFile.scenarios(from: Array(text.utf8), file: "s.yaml").map(\.scenario)
}

private func errors(_ text: String) -> [String] {
  do {
    _ = try ScenarioFile.scenarios(from: Array(text.utf8), file: "s.yaml")
    return []
  } catch {
    return error.lines
  }
}

@Test func scenariosKeepTheirOrderAndHoldTheBaselinesValues() throws {
  let read = try scenarios(
    """
    baseline:
      set: {award.tie: include-all}
    scenarios:
      floor: {set: {award.rounding: floor}}
      exclude: {set: {award.tie: exclude-all}}
    """)
  #expect(read.map(\.name) == ["baseline", "floor", "exclude"])
  #expect(
    read.map(\.overrides) == [
      [.awardTie: .choice("include-all")],
      [.awardTie: .choice("include-all"), .awardRounding: .choice("floor")],
      [.awardTie: .choice("exclude-all")],
    ])
}

@Test func listsMakeOneScenarioOfEachCombination() throws {
  let read = try scenarios(
    """
    scenarios:
      grid:
        set:
          award.cutoff_share: [1, 90%, 0.8]
          award.rounding: [floor, ceiling]
          award.minimum_winners: 2
    """)
  #expect(
    read.map(\.name) == [
      "baseline",
      "grid award.cutoff_share=1 award.rounding=floor",
      "grid award.cutoff_share=1 award.rounding=ceiling",
      "grid award.cutoff_share=0.9 award.rounding=floor",
      "grid award.cutoff_share=0.9 award.rounding=ceiling",
      "grid award.cutoff_share=0.8 award.rounding=floor",
      "grid award.cutoff_share=0.8 award.rounding=ceiling",
    ])
  #expect(
    read[4].overrides == [
      .awardCutoffShare: .share(try Share(text: "0.9")), .awardRounding: .choice("ceiling"),
      .awardMinimumWinners: .integer(2),
    ])
}

@Test func aScenariosBehaviourIsLaidOverTheBaselines() throws {
  let text = """
    baseline:
      behaviour: {entry_mean: 8, size_scale: 2, categories: {iaas: {entry_mean: 3}}}
    scenarios:
      one: {behaviour: {entry_shift: -1}}
      two: {set: {award.rounding: floor}, behaviour: {entry_mean: 5}}
    """
  let read = try ScenarioFile.scenarios(from: Array(text.utf8), file: "s.yaml")
  #expect(read.map(\.name) == ["baseline", "one", "two"])
  #expect(read.map { $0.behaviour.value(\.entryShift, of: .paas) } == [nil, -1, nil])
  #expect(read[1].behaviour.value(\.entry, of: .iaas)?.text == "poisson(3)")
  // What a scenario states for all takes the place of what a category had before.
  #expect(read[2].behaviour.value(\.entry, of: .iaas)?.text == "poisson(5)")
  #expect(read[2].behaviour.value(\.sizeScale, of: .iaas)?.decimalText == "2")
}

@Test func aFileWithoutScenariosHasItsBaseline() throws {
  #expect(try scenarios("baseline: {set: {fee.base: net-of}}").count == 1)
}

@Test(arguments: [
  ("▸senarios: {}", "“senarios” is not a key of a scenario file", "nearest is scenarios"),
  (
    "scenarios: {a: {set: {▸award.cutof: 1}}}", "“award.cutof” is not a key",
    "nearest is award.cutoff_share"
  ),
  ("scenarios: {a: {set: {award.cutoff_share: ▸1.5}}}", "“1.5” is outside 0 to 1", "a share"),
  ("scenarios: {a: {set: {award.cutoff_share: [1, ▸-1]}}}", "“-1”", "a share"),
  ("scenarios: {a: {set: {award.cutoff_share: ▸[]}}}", "an empty list", "a value"),
  ("scenarios: {a: {set: {award.cutoff_share: [1, ▸100%]}}}", "value 1 twice", "different values"),
  ("scenarios: {a: {set: {award.tie: ▸lot}}}", "“lot” is not one of the values", "include-all"),
  ("scenarios: {a: ▸{}}", "the scenario a has neither set nor behaviour", "one of them"),
  (
    "scenarios: {a: {behaviour: {▸entry_shft: 1}}}", "“entry_shft” is not a key",
    "nearest is entry_shift"
  ),
  ("scenarios: {a: {behaviour: {item_correlation: ▸2}}}", "“2” is outside 0 to 1", "a share"),
  ("scenarios: {▸baseline: {set: {award.tie: include-all}}}", "is named baseline", "another name"),
  (
    "baseline: ▸{set: {award.cutoff_share: [1, 0.9]}}", "several values of award.cutoff_share",
    "one value"
  ),
  ("▸scenarios: [", "the YAML is broken", "YAML"),
])
func aMistakeIsReportedWhereItStands(text: String, problem: String, expectation: String) throws {
  let (plain, places) = marked(text)
  let lines = errors(plain)
  let line = try #require(lines.first)
  #expect(line.contains(problem) && line.contains(expectation), "\(lines)")
  // Broken YAML is reported where the parser gave up.
  if !problem.contains("broken") { #expect(line.hasPrefix("s.yaml:\(places[0]): "), "\(line)") }
}

@Test func tooManyScenariosAreRefused() {
  let values = (1...15).map(String.init).joined(separator: ", ")
  let lines = errors(
    """
    scenarios:
      grid:
        set:
          award.minimum_winners: [\(values)]
          reserve.rounding_unit: [\(values)]
    """)
  #expect(
    lines == ["s.yaml:2:3: the file comes to more than 200 scenarios, expected fewer of them"])
}

@Test func aMissingScenarioFileIsMissing() {
  #expect(throws: IntakeError.self) { try ScenarioFile.read("/nowhere/s.yaml") }
}
