import Pipeline
import Policy
import Quantities
import Simulation
import Testing

/// What a behaviour file states takes the place of the data.
@Suite struct BehaviourTests {
  private let tender = SmallTender(
    bids: [[700, 800, 900, 950, 1_000], [900, 1_000]], orders: [[3, 90], [4, 5, 6]])

  @Test func nobodyBiddingFailsEveryItemAndLeavesTheRatioUndefined() throws {
    var stated = BehaviourSettings()
    stated.all.entry = .poisson(mean: .zero)
    let answer = try tender.answer(
      [.baseline, try .cutoff("1", name: "all")], stated: stated, draws: 30)
    #expect(answer.summary(.failedItems)?.mean == Rational(2))
    #expect(answer.summary(.awardedVendors)?.mean == .zero)
    #expect(answer.summary(.feeRevenue)?.mean == .zero)
    #expect(answer.summary(.awardToReserve) == nil)
    #expect(answer.difference(.awardToReserve, 1) == nil)
  }

  @Test func aCaseWithoutBidsHasNoBiddersWhateverIsStated() throws {
    var stated = BehaviourSettings()
    stated.all.entry = .poisson(mean: try Rate(text: "5"))
    let answer = try SmallTender(bids: [[], []], orders: [[1], [1]]).answer(
      stated: stated, draws: 20)
    #expect(answer.summary(.failedItems)?.mean == Rational(2))
  }

  @Test func statedEntryIsAPoissonNumberOfVendors() throws {
    var stated = BehaviourSettings()
    stated.all.entry = .poisson(mean: try Rate(text: "0.5"))
    let answer = try SmallTender(bids: [[700, 800, 900, 950, 1_000]], hasOrders: false).answer(
      [try .cutoff("1", name: "baseline")], stated: stated, draws: 4_000)
    // Five vendors are hardly ever too few for a mean of one half: exp(−1/2) stay without a bid.
    #expect(try #require(answer.summary(.failedItems)).agrees(with: 0.606_530_66))
  }

  @Test func statedRatiosAreUniformBetweenTheirPoints() throws {
    var stated = BehaviourSettings()
    stated.all.bidRatio = .quantiles([
      .init(share: try Share(text: "0"), ratio: try Rate(text: "0.6")),
      .init(share: try Share(text: "1"), ratio: try Rate(text: "1")),
    ])
    let answer = try SmallTender(bids: [[1_000]], hasOrders: false).answer(
      stated: stated, draws: 4_000)
    #expect(try #require(answer.summary(.awardToReserve)).agrees(with: 0.8))
  }

  @Test func fittedModelsAreNamedAndPlayed() throws {
    var stated = BehaviourSettings()
    stated.all.model = .parametric
    let many = SmallTender(
      bids: (1...12).map { lot in (0..<lot).map { 900 - 13 * Int64($0 * $0 % 17) } },
      hasOrders: false)
    let record = try many.record([.baseline], stated: stated, draws: 0..<60, of: 60)
    let notes = record.header.notes.map(\.en)
    #expect(
      notes.contains { $0.contains("number of bids for an item is") && $0.contains("(fitted)") })
    #expect(notes.contains { $0.contains("bid-to-reserve ratios are") && $0.contains("(fitted)") })
    let ratio = try #require(SimulationAnswer(record).summary(.awardToReserve))
    // All past bids lie from 0.69 to 0.9 of the reserve.
    #expect(ratio.value > 0.69 && ratio.value < 0.9)
  }

  @Test func statedCountsComeInTheirProportion() throws {
    var stated = BehaviourSettings()
    stated.all.entry = .counts([1, 0, 3])
    let answer = try SmallTender(bids: [[1_000, 1_000, 1_000]], hasOrders: false).answer(
      stated: stated, draws: 3_000)
    #expect(try #require(answer.summary(.failedItems)).agrees(with: 0.25))
    #expect(try #require(answer.summary(.awardedBids)).agrees(with: 1.5))
  }

  @Test func statedOrdersScaleCountsAndQuantities() throws {
    var stated = BehaviourSettings()
    stated.all.ordersPerItem = try Rate(text: "8")
    stated.all.sizeScale = try Rate(text: "2.5")
    stated.cancellationRate = try Share(text: "0.25")
    let tender = SmallTender(bids: [[1_000]], orders: [[10, 10]])
    let answer = try tender.answer(stated: stated, draws: 3_000)
    #expect(
      try #require(answer.summary(.orderValue)).agrees(with: 8 * 25 * 1_000 * 0.75))
  }

  @Test(arguments: ["0", "1"])
  func everyOrNoOrderCancelled(rate: String) throws {
    var stated = BehaviourSettings()
    stated.cancellationRate = try Share(text: rate)
    let answer = try tender.answer(stated: stated, draws: 30)
    let value = try #require(answer.summary(.orderValue))
    #expect((value.mean == .zero) == (rate == "1"))
  }

  @Test func notesNameEveryAssumption() throws {
    let notes = try tender.record(draws: 0..<1, of: 1).header.notes
    #expect(notes.contains { $0.en.contains("sensitivity of 10 (assumed)") })
    #expect(notes.contains { $0.en.contains("resampled from 2 past lots") })
    #expect(notes.contains { $0.en.contains("5 orders of contract 1150202") })
  }

  @Test func withoutOrdersFeesAreNotSimulatedAndItIsSaid() throws {
    var tender = tender
    tender.hasOrders = false
    let record = try tender.record(draws: 0..<5, of: 5)
    let answer = try SimulationAnswer(record)
    #expect(answer.summary(.feeRevenue) == nil)
    #expect(answer.summary(.orderValue) == nil)
    #expect(record.header.notes.contains { $0.en.hasPrefix("no orders.csv") })
  }
}
