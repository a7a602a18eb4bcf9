public import Pipeline
import Policy
import Quantities
import Yams

/// Reads a scenario file: named sets of policy values and of behaviour, and the baseline that they are
/// compared with.
///
/// ```yaml
/// baseline:                                # optional; without it the policy as it stands
///   set: {award.tie: include-all}
/// scenarios:
///   floor:
///     set: {award.rounding: floor}
///   cutoff:                                # a list makes one scenario of each of its values
///     set:
///       award.cutoff_share: [1, 0.9, 0.8, 0.7]
///   later:
///     dates:                               # a dated value starts on another day
///       screening.certificates.privacy: {mandatory: 2026-04-01}
///   fewer:
///     behaviour: {entry_shift: -2}       # as in a behaviour file
/// ```
///
/// A scenario states what differs from the baseline, so it holds the baseline's values too. Several
/// lists make one scenario of each combination, named after its values.
public enum ScenarioFile {
  /// Scenarios that a file may come to.
  public static let limit = 200

  /// Reads the scenarios, the baseline first.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - files: Where it is read from; the disk if not given.
  /// - Returns: What it states.
  /// - Throws: ``IntakeError`` when the file is missing, cannot be read or has errors.
  public static func read(
    _ path: String, from files: InputFiles = InputFiles()
  ) throws(IntakeError) -> [SimulationScenario] {
    try scenarios(from: files.bytes(at: path, named: path), file: path)
  }

  static func scenarios(
    from bytes: [UInt8], file: String
  ) throws(IntakeError) -> [SimulationScenario] {
    var parser = ScenarioParser(yaml: YAMLReader(file: file))
    let scenarios = parser.scenarios(from: bytes)
    guard !parser.yaml.diagnostics.hasErrors else { throw .invalid(parser.yaml.diagnostics) }
    return scenarios
  }
}

/// Turns the nodes of a scenario file into scenarios, reporting whatever does not fit.
private struct ScenarioParser {
  typealias Choice = (key: PolicyKey, values: [(text: String, value: PolicyValue)])

  var yaml: YAMLReader

  mutating func scenarios(from bytes: [UInt8]) -> [SimulationScenario] {
    guard let root = yaml.root(of: bytes),
      let entries = yaml.entries(of: root, "a scenario file", known: ["baseline", "scenarios"])
    else { return [] }
    let base = entries["baseline"].map { baseline($0) } ?? .baseline
    var result = [base]
    guard let node = entries["scenarios"],
      let named = yaml.entries(of: node, "the scenarios", known: nil)
    else { return result }
    for (name, keyNode, value) in named.list {
      guard let name = checked(name, keyNode) else { continue }
      let (choices, behaviour, dates) = content(value, of: "the scenario \(name)")
      let count = choices.reduce(1) { min($0 * $1.values.count, ScenarioFile.limit + 1) }
      guard result.count + count <= ScenarioFile.limit else {
        yaml.report(
          keyNode, "the file comes to more than \(ScenarioFile.limit) scenarios", "fewer of them")
        return result
      }
      let start = Scenario(
        name: name, overrides: base.scenario.overrides,
        movedDates: base.scenario.movedDates + dates)
      result += combinations(of: choices, start).map {
        SimulationScenario($0, behaviour: base.behaviour.overridden(by: behaviour))
      }
    }
    reportRepeatedNames(result, named)
    return result
  }

  private mutating func baseline(_ node: Node) -> SimulationScenario {
    var overrides: [PolicyKey: PolicyValue] = [:]
    let (choices, behaviour, dates) = content(node, of: "the baseline")
    for choice in choices {
      guard choice.values.count == 1, let only = choice.values.first else {
        yaml.report(
          node, "the baseline has several values of \(choice.key.rawValue)", "one value")
        continue
      }
      overrides[choice.key] = only.value
    }
    return SimulationScenario(
      Scenario(name: Scenario.baselineName, overrides: overrides, movedDates: dates),
      behaviour: behaviour)
  }

  private mutating func checked(_ name: String, _ node: Node) -> String? {
    guard name != Scenario.baselineName else {
      yaml.report(node, "a scenario is named baseline", "another name; baseline has its own key")
      return nil
    }
    guard !name.allSatisfy(\.isWhitespace), name.count <= 100 else {
      yaml.report(node, "a scenario's name is empty or too long", "1 to 100 characters")
      return nil
    }
    return name
  }

  private mutating func reportRepeatedNames(
    _ scenarios: [SimulationScenario], _ named: YAMLEntries
  ) {
    var seen: Set<String> = []
    for scenario in scenarios where !seen.insert(scenario.name).inserted {
      yaml.report(
        named.node, "two scenarios come to the name \(scenario.name.quoted)", "different names")
    }
  }

  /// The policy values, the behaviour and the dates of a scenario, of which at least one is there.
  private mutating func content(
    _ node: Node, of what: String
  ) -> (choices: [Choice], behaviour: BehaviourSettings, dates: [MovedDate]) {
    guard let entries = yaml.entries(of: node, what, known: ["set", "behaviour", "dates"]) else {
      return ([], BehaviourSettings(), [])
    }
    var behaviour = BehaviourSettings()
    if let node = entries["behaviour"] {
      var parser = BehaviourParser(yaml: yaml)
      behaviour = parser.settings(node, "the behaviour of \(what)")
      yaml = parser.yaml
    } else if entries["set"] == nil, entries["dates"] == nil {
      yaml.report(
        node, "\(what) has neither set nor behaviour", "one of them, or dates, with values")
    }
    return (
      entries["set"].map { choices($0, of: what) } ?? [], behaviour,
      entries["dates"].map { movedDates($0, of: what) } ?? []
    )
  }

  /// The days that values start on: for each parameter its values, each with its first day.
  private mutating func movedDates(_ node: Node, of what: String) -> [MovedDate] {
    guard
      let keys = yaml.entries(
        of: node, "the dates of \(what)", known: PolicyKey.allCases.map(\.rawValue))
    else { return [] }
    var moves: [MovedDate] = []
    for (name, _, values) in keys.list {
      guard let key = PolicyKey(rawValue: name),
        let days = yaml.entries(of: values, "the dates of \(name)", known: nil)
      else { continue }
      for (text, keyNode, dayNode) in days.list {
        let value = yaml.value(keyNode, name) { _ throws(QuantityFormatError) in
          try PolicyValue(text: text, kind: key.kind)
        }
        let day = yaml.value(dayNode, "the first day of \(text)") {
          text throws(QuantityFormatError) in try RowReader.parseDay(text)
        }
        if let value, let day { moves.append(MovedDate(key, value, from: day)) }
      }
    }
    return moves
  }

  private mutating func choices(_ node: Node, of what: String) -> [Choice] {
    guard
      let settings = yaml.entries(
        of: node, "the values of \(what)", known: PolicyKey.allCases.map(\.rawValue))
    else { return [] }
    return settings.list.compactMap { name, _, value in
      PolicyKey(rawValue: name).map { key in (key, values(value, of: key)) }
    }
  }

  private mutating func values(
    _ node: Node, of key: PolicyKey
  ) -> [(text: String, value: PolicyValue)] {
    let nodes = yaml.list(node)
    if nodes.isEmpty { yaml.report(node, "\(key.rawValue) has an empty list", "a value") }
    var read: [(text: String, value: PolicyValue)] = []
    for node in nodes {
      let value = yaml.value(node, key.rawValue) { text throws(QuantityFormatError) in
        try PolicyValue(text: text, kind: key.kind)
      }
      guard let value else { continue }
      guard !read.contains(where: { $0.value == value }) else {
        yaml.report(node, "\(key.rawValue) has the value \(value.text) twice", "different values")
        continue
      }
      read.append((value.text, value))
    }
    return read
  }

  /// Every combination of the values, the last key changing fastest.
  private func combinations(
    of choices: [Choice], _ start: Scenario
  ) -> [Scenario] {
    choices.reduce([start]) { scenarios, choice in
      scenarios.flatMap { scenario in
        choice.values.map { text, value in
          var overrides = scenario.overrides
          overrides[choice.key] = value
          let isGrid = choice.values.count > 1
          return Scenario(
            name: isGrid ? "\(scenario.name) \(choice.key.rawValue)=\(text)" : scenario.name,
            overrides: overrides, movedDates: scenario.movedDates)
        }
      }
    }
  }
}
