import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeDerivationTests {
  static func view() throws -> PolicyView {
    let keys: [(PolicyKey, String)] = [
      (.feeMode, "marginal"), (.feeTierBy, "amount"), (.feeBase, "net-of"),
      (.feeRounding, "half-up"), (.feeCap, "16000"),
    ]
    var entries: [PolicyKey: [PolicyBook.Entry]] = [:]
    for (key, text) in keys {
      entries[key] = [
        PolicyBook.Entry(
          value: try PolicyValue(text: text, kind: key.kind), from: nil, basis: .assumed,
          citation: Citation("about \(key.rawValue)"))
      ]
    }
    return PolicyView(PolicyBook(title: "t", file: "p.yaml", entries: entries), on: nil)
  }

  static func all(_ node: Derivation) -> [Derivation] { [node] + node.steps.flatMap(all) }

  @Test("The tree has the rows, every parameter's citation and each number of the way")
  func tree() throws {
    let view = try Self.view()
    let ledger = try Sample.ledger(
      [Sample.order(quantity: 2, cents: 80_000_000, line: 7)], policy: FeePolicy(view))
    let root = ledger.assessments[0].derivation(rule: ledger.rule, policy: view)
    let nodes = Self.all(root)
    #expect(root.sources == [Sample.row("orders.csv", 7)])
    let citations = Set(nodes.compactMap(\.rule?.citation.text))
    for key in [PolicyKey.feeMode, .feeTierBy, .feeBase, .feeRounding, .feeCap] {
      #expect(citations.contains("about \(key.rawValue)"))
    }
    #expect(nodes.flatMap(\.sources).contains(Sample.row("tiers.csv", 2)))
    #expect(nodes.flatMap(\.sources).contains(Sample.row("tiers.csv", 3)))
    let text = nodes.compactMap(\.value?.english).joined(separator: "\n")
    // 1,000,000 × 11/1011 + 600,000 × 10/1010 = 16,820.91 → 16,821 → 16,000 by the cap.
    for number in ["2 × NT$800000 = NT$1600000", "10880.316518", "5940.594059", "NT$16821"] {
      #expect(text.contains(number), "\(number)")
    }
    #expect(root.value?.english == "NT$16000")
  }

  @Test("A cancelled order's tree ends in 0, with the path and the assumption behind it")
  func cancelled() throws {
    let order = try Sample.order(
      cents: 100_000_000,
      status: .cancelled(returnedOn: nil, ruledOn: Sample.day("2026-06-15")))
    let ledger = try Sample.ledger([order])
    let root = ledger.assessments[0].derivation(rule: ledger.rule, policy: try Self.view())
    #expect(root.value?.english == "NT$0")
    let rules = Self.all(root).compactMap(\.rule)
    #expect(rules.contains(FeeStanding.path))
    #expect(rules.contains(FeeStanding.timing))
    #expect(rules.contains(DueDate.reading))
  }

  @Test("Every step is in both languages")
  func bilingual() throws {
    let ledger = try Sample.ledger([Sample.order(cents: 2_000_000_000)])
    let root = ledger.assessments[0].derivation(rule: ledger.rule, policy: try Self.view())
    for node in Self.all(root) {
      #expect(node.title.english != node.title.traditionalChinese)
      #expect(!node.title.english.isEmpty && !node.title.traditionalChinese.isEmpty)
    }
  }
}
