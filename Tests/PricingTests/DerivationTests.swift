import Policy
import Pricing
import Quantities
import Testing

@Suite struct DerivationTests {
  private func nodes(_ root: Derivation) -> [Derivation] {
    [root] + root.steps.flatMap { nodes($0) }
  }

  /// With every method and every kind of row, each node names its rule and each row its place.
  @Test(arguments: CombinationMethod.allCases)
  func everyNodeNamesItsRuleAndEveryRowItsPlace(method: CombinationMethod) throws {
    let changes: [PolicyKey: String] = [.reserveCombine: method.rawValue]
    let rows = Fixture.mixedEvidence(seed: 4, count: 40)
    let item = try Fixture.pricing(changes, bootstrap: BootstrapSettings(replicateCount: 20))
      .price(Fixture.item(), evidence: rows)
    let all = nodes(item.derivation(policy: try Fixture.view(changes)))
    #expect(all.allSatisfy { $0.rule != nil })
    #expect(all.allSatisfy { !$0.title.english.isEmpty && !$0.title.traditionalChinese.isEmpty })
    let places = Set(all.flatMap(\.sources))
    #expect(rows.allSatisfy { places.contains($0.position) })
    #expect(places.contains(item.item.position))
    let reasons = all.compactMap(\.reason)
    #expect(item.exclusions.compactMap(\.self).allSatisfy { reasons.contains($0.phrase) })
  }

  @Test func leadsFromTheReserveDownToTheStatedPrice() throws {
    let row = Fixture.row(
      Fixture.origin(.market), cents: 36_030, id: "q1", isTaxIncluded: false, termMonths: 36,
      line: 7)
    let item = try Fixture.pricing().price(Fixture.item(termMonths: 12), evidence: [row])
    let root = item.derivation(policy: try Fixture.view())
    #expect(root.value == Phrase(verbatim: "NT$126"))
    let computed = try #require(root.steps.first)
    #expect(computed.rule?.citation == Citation("citation of reserve.rounding_unit"))
    let combination = computed.steps[1]
    #expect(combination.rule?.citation == Citation("citation of reserve.combine"))
    // 360.30 × 12/36 × 1.05 = 126.105
    #expect(combination.value == Phrase(verbatim: "NT$126.105"))
    let market = combination.steps[2]
    #expect(market.value == Phrase(verbatim: "NT$126.105"))
    let used = try #require(market.steps.last)
    #expect(used.sources == [SourcePosition(file: "evidence.csv", line: 7)])
    #expect(
      used.steps.prefix(3).map(\.value) == [
        Phrase(verbatim: "NT$360.30"), Phrase(verbatim: "NT$120.1"),
        Phrase(verbatim: "NT$126.105"),
      ])
    #expect(used.steps[2].rule?.citation == Citation("citation of reserve.tax_rate"))
  }

  @Test func aDecisionStandsWithItsReasonBesideTheComputedPrice() throws {
    let override = ReserveOverride(
      itemID: ItemID("item"), reservePrice: Money(minorUnits: 9_000), reason: "議價結果",
      decidedBy: "委員會", decidedOn: Fixture.day("2026-01-20"),
      position: SourcePosition(file: "reserve_overrides.csv", line: 3))
    let item = try Fixture.pricing().price(
      Fixture.item(), evidence: [Fixture.row(.market, cents: 10_000)], override: override)
    let root = item.derivation(policy: try Fixture.view())
    #expect(root.value == Phrase(verbatim: "NT$90"))
    #expect(root.steps[0].reason?.traditionalChinese == "議價結果（委員會，115/01/20）")
    #expect(root.steps[0].sources == [override.position])
    #expect(root.steps[1].value == Phrase(verbatim: "NT$100"))
  }

  @Test func anItemWithoutAPriceSaysWhy() throws {
    let item = try Fixture.pricing().price(Fixture.item(), evidence: [])
    let root = item.derivation(policy: try Fixture.view())
    #expect(root.value == nil)
    #expect(root.reason == NoReserveReason.noEvidence.phrase)
  }
}
