import Pipeline
import Policy
import Pricing
import Quantities
import Simulation
import Testing

/// What moving one parameter does, where that can be said beforehand.
@Suite struct TornadoTests {
  /// Ten bidders, no two prices alike.
  private static let tender = SmallTender(
    bids: [(1...10).map { $0 * 50 }], hasOrders: false)

  private static func bar(_ tornado: Tornado, _ key: String) throws -> Tornado.Bar {
    try #require(tornado.bars.first { $0.key == key })
  }

  private static func tornado(_ metric: Metric) throws -> Tornado {
    let parameters = TornadoParameter.all(
      from: .baseline, policy: try .defaults(), hasOrders: false)
    let settings = SimulationSettings(seed: 5)
    let record = try tender.record(
      Tornado.scenarios(of: parameters, baseline: .baseline), draws: 0..<32, of: 32,
      settings: settings)
    return try Tornado(metric, parameters, answer: try SimulationAnswer(record))
  }

  @Test("Of ten valid bids the shares 80, 90 and 100 % award eight, nine and ten")
  func cutoffShare() throws {
    let tornado = try TornadoTests.tornado(.awardedBids)
    #expect(tornado.baseline == Rational(9))
    let bar = try TornadoTests.bar(tornado, "award.cutoff_share")
    #expect([bar.low.value, bar.value, bar.high.value] == ["0.8", "0.9", "1"])
    #expect([bar.low.mean, bar.high.mean] == [Rational(-1), Rational(1)])
    #expect(bar.low.standardError == 0)
    #expect(bar.span == Rational(2))
  }

  @Test("One bidder fewer leaves 0.9 · 9 = 8.1 winners; one more would need an eleventh vendor")
  func entry() throws {
    let bar = try TornadoTests.bar(try TornadoTests.tornado(.awardedBids), "behaviour.entry_shift")
    #expect(bar.low.value == "-1")
    #expect(bar.low.mean == Rational(-1))
    #expect(bar.high.mean == .zero)
  }

  @Test("The longest bar stands first, and every bar reaches from its lowest to its highest value")
  func order() throws {
    let bars = try TornadoTests.tornado(.awardedSum).bars
    #expect(bars.count > 5)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.span >= $1.span })
    for bar in bars {
      let (low, high) = (bar.low.mean ?? .zero, bar.high.mean ?? .zero)
      #expect(low <= .zero && high >= .zero, "\(bar.key)")
      #expect(try high - low == bar.span, "\(bar.key)")
    }
  }

  @Test("Bids that are drawn and bids of an equilibrium are moved by what they follow from")
  func models() throws {
    var behaviour = BehaviourSettings()
    behaviour.all.model = .equilibrium
    let policy = try PolicyView.defaults()
    let keys = { (behaviour: BehaviourSettings) in
      Set(
        TornadoParameter.all(
          from: SimulationScenario(.baseline, behaviour: behaviour), policy: policy,
          hasOrders: true
        ).filter { $0.key.hasPrefix("behaviour.") }.map(\.key))
    }
    let (drawn, equilibrium) = (keys(BehaviourSettings()), keys(behaviour))
    #expect(drawn.contains("behaviour.entry_shift") && !drawn.contains("behaviour.cost_scale"))
    #expect(
      equilibrium == [
        "behaviour.cost_scale", "behaviour.disqualification_rate", "behaviour.order_count_scale",
        "behaviour.size_scale", "behaviour.price_sensitivity", "behaviour.cancellation_rate",
      ])
    // Within a category of its own model both are moved.
    behaviour.all.model = nil
    behaviour.categories[.iaas] = .init()
    behaviour.categories[.iaas]?.model = .equilibrium
    #expect(keys(behaviour).isSuperset(of: drawn.union(equilibrium)))
  }
}
