import Pipeline
import Policy
import Pricing
import Quantities
import Testing

/// Items priced in their order, and put up for award at the price that stands.
@Suite("Reserve stage")
struct ReserveStageTests {
  private static func stage(overridden: Bool = false) throws -> ReserveStage {
    var input = SmallCase.empty()
    input.items = ["B", "A", "none"].map { SmallCase.item($0) }
    input.evidence = [SmallCase.quote("A", 1_000), SmallCase.quote("B", 250)]
    if overridden {
      input.reserveOverrides = [
        ReserveOverride(
          itemID: ItemID("A"), reservePrice: SmallCase.money(990), reason: "decided",
          decidedBy: "committee", decidedOn: SmallCase.pricingDate,
          position: SmallCase.position("reserve_overrides.csv", 2))
      ]
    }
    return ReserveStage(input, policy: try ReservePolicy(try SmallPolicy.view()), bootstrap: nil)
  }

  @Test("puts items up in their order, one without evidence without a price")
  func lots() throws {
    let stage = try ReserveStageTests.stage()
    #expect(stage.lots.map(\.itemID.text) == ["B", "A", "none"])
    #expect(stage.lots.map(\.reservePrice) == [SmallCase.money(250), SmallCase.money(1_000), nil])
    #expect(try stage.reserveSum() == SmallCase.money(1_250))
  }

  @Test("puts an item up at the committee's price where it decided one")
  func override() throws {
    let stage = try ReserveStageTests.stage(overridden: true)
    #expect(stage.lots.map(\.reservePrice) == [SmallCase.money(250), SmallCase.money(990), nil])
    #expect(try stage.reserveSum() == SmallCase.money(1_240))
    #expect(stage.items.map(\.computed.reservePrice)[1] == SmallCase.money(1_000))
  }

  @Test("prices nothing where there are no items")
  func nothing() throws {
    let stage = ReserveStage(
      SmallCase.empty(), policy: try ReservePolicy(try SmallPolicy.view()), bootstrap: nil)
    #expect(stage.items.isEmpty)
    #expect(try stage.reserveSum() == .zero)
  }
}
