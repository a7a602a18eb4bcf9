import Policy
import Quantities
import Tendering
import Testing

struct ItemAwardDerivationTests {
  /// A policy in which every parameter of the award is assumed but the share.
  private static func view() throws -> PolicyView {
    let share = PolicyBook.Entry(
      value: .share(try Share(text: "0.9")), from: Day(year: 2024, month: 4, day: 1), basis: .seed,
      citation: Citation("slide 3"))
    var entries: [PolicyKey: [PolicyBook.Entry]] = [.awardCutoffShare: [share]]
    let assumed: [(PolicyKey, PolicyValue)] = [
      (.awardRounding, .choice("half-up")), (.awardBase, .choice("valid")),
      (.awardMinimumWinners, .integer(1)), (.awardTie, .choice("rebid-then-lot")),
      (.awardLotSeed, .absent), (.awardContractPrice, .choice("own-bid")),
      (.awardPriceReduction, .choice("article-53")),
      (.awardLowPriceItem, .share(try Share(text: "0.7"))),
      (.awardLowPriceTotal, .share(try Share(text: "0.8"))),
    ]
    for (key, value) in assumed {
      entries[key] = [
        PolicyBook.Entry(
          value: value, from: nil, basis: .assumed, citation: Citation("about \(key.rawValue)"))
      ]
    }
    return PolicyView(PolicyBook(title: "test", file: "test.yaml", entries: entries), on: nil)
  }

  private func nodes(_ root: Derivation) -> [Derivation] { [root] + root.steps.flatMap(nodes) }

  private func node(_ title: String, in root: Derivation) -> Derivation? {
    nodes(root).first { $0.title.english.hasPrefix(title) }
  }

  @Test("The tree has every number with its rule, and every row")
  func tree() throws {
    let view = try ItemAwardDerivationTests.view()
    let sample = SampleTender(
      reserve: 1_000_000, prices: [600_000, 900_000, 900_000, 1_010_000, nil],
      rebids: [500_000, nil, nil])
    var policy = try AwardPolicy(view)
    policy.cutoffShare = try Share(text: "0.7")
    let root = AwardRule(policy: policy).award(sample.tender()).derivation(policy: view)

    #expect(root.value?.english == "1 awarded; 2 equal bids pending for 1")
    #expect(node("published reserve", in: root)?.value?.english == "NT$10000")
    #expect(node("valid bids", in: root)?.value?.english == "3 of 5")
    #expect(node("valid bids", in: root)?.steps.count == 2)
    #expect(node("n: base", in: root)?.value?.english == "3")
    #expect(node("share × n", in: root)?.value?.english == "0.7 × 3 = 2.1")
    #expect(node("share × n", in: root)?.rule?.basis == .seed)
    #expect(node("rounded", in: root)?.value?.english == "2")
    #expect(node("k:", in: root)?.value?.english == "2")
    #expect(node("k:", in: root)?.reason?.english == "the cutoff price is NT$9000")
    #expect(node("equal bids", in: root)?.value?.english == "2 at NT$9000 for 1")
    #expect(node("equal bids", in: root)?.rule?.basis == .assumed)
    #expect(node("re-bids without", in: root)?.value?.english == "1")
    #expect(node("low prices", in: root)?.value?.english == "1")
    #expect(node("low prices", in: root)?.rule?.citation.text.contains("Art. 58") == true)

    let bidRows = Set(nodes(root).flatMap(\.sources).filter { $0.file == "bids.csv" }.map(\.line))
    #expect(bidRows == [2, 3, 4, 5, 6])
  }

  @Test("Every phrase is in both languages, and the English one in English")
  func languages() throws {
    let view = try ItemAwardDerivationTests.view()
    let policy = try AwardPolicy(view)
    let samples = [
      SampleTender(reserve: nil, prices: [1]), SampleTender(reserve: 1, prices: []),
      SampleTender(reserve: 100, prices: [101, nil]),
      SampleTender(reserve: 100, prices: [60, 90, 90], rebids: [nil, 80, 80]),
    ]
    for sample in samples {
      let award = AwardRule(policy: policy).award(sample.tender())
      for node in nodes(award.derivation(policy: view)) {
        for phrase in [node.title, node.value, node.reason].compactMap({ $0 }) {
          #expect(!phrase.english.isEmpty && !phrase.traditionalChinese.isEmpty)
          #expect(phrase.english.unicodeScalars.allSatisfy { $0.value < 0x4E00 })
        }
      }
    }
  }

  @Test("The reduction of prices shows each round's rows")
  func reductions() throws {
    let view = try ItemAwardDerivationTests.view()
    let sample = SampleTender(reserve: 100, prices: [105, 106])
    let reduction = Reduction(
      itemID: ItemID("I"), vendorID: sample.offers[0].vendorID, round: 0,
      unitPrice: Money(minorUnits: 99), position: SourcePosition(file: "reductions.csv", line: 2))
    let root = AwardRule(policy: try AwardPolicy(view))
      .award(sample.tender(reductions: [reduction])).derivation(policy: view)
    let step = try #require(node("reduction of prices", in: root))
    #expect(step.value?.english == "within the reserve after round 0")
    #expect(step.steps.flatMap(\.sources) == [reduction.position])
    #expect(step.rule?.citation.text == "about award.price_reduction")
  }
}
