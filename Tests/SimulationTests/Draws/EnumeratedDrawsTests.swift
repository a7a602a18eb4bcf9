import Foundation
import Pipeline
import Policy
import Quantities
import Simulation
import Testing

/// Draws whose means can be counted out by hand.
@Suite struct EnumeratedDrawsTests {
  /// Every combination of bids, each equally likely, awarded by counting: the lowest `winners`.
  private func exact(prices: [Int64], bidders: Int, winners: Int) -> (sum: Double, ratio: Double) {
    var combinations: [[Int64]] = [[]]
    for _ in 0..<bidders { combinations = combinations.flatMap { c in prices.map { c + [$0] } } }
    let sums = combinations.map { Double($0.sorted().prefix(winners).reduce(0, +)) }
    let mean = sums.reduce(0, +) / Double(sums.count)
    return (mean, mean / Double(winners) / 1_000)
  }

  @Test(arguments: [("0.5", 1, 1), ("0.5", 1, 2), ("0.5", 1, 3), ("1", 2, 1), ("1", 2, 2)])
  func twoBidders(share: String, winners: Int, seed: Int) throws {
    let tender = SmallTender(bids: [[800, 1_000]], hasOrders: false)
    let answer = try tender.answer(
      [try .cutoff(share, name: "baseline")], draws: 2_000, seed: UInt64(seed))
    let exact = exact(prices: [800, 1_000], bidders: 2, winners: winners)
    #expect(try #require(answer.summary(.awardedSum)).agrees(with: exact.sum))
    #expect(try #require(answer.summary(.awardToReserve)).agrees(with: exact.ratio))
    #expect(answer.summary(.awardedVendors)?.mean == Rational(Int64(winners)))
    #expect(answer.summary(.failedItems)?.mean == .zero)
    #expect(answer.summary(.feeRevenue) == nil)
  }

  @Test(arguments: [("0.25", 1), ("0.5", 2), ("0.75", 3), ("0.9", 4)])
  func fourBidders(share: String, winners: Int) throws {
    let prices: [Int64] = [700, 850, 900, 1_000]
    let answer = try SmallTender(bids: [prices], hasOrders: false).answer(
      [try .cutoff(share, name: "baseline")], draws: 3_000)
    let exact = exact(prices: prices, bidders: 4, winners: winners)
    #expect(try #require(answer.summary(.awardedSum)).agrees(with: exact.sum))
  }

  @Test func ordersFollowTheirCountQuantityAndPrice() throws {
    // One item in its category: no spread between items, so its two orders are a Poisson mean.
    let tender = SmallTender(bids: [[800, 1_000]], orders: [[10, 10]])
    let answer = try tender.answer([try .cutoff("0.5", name: "baseline")], draws: 4_000)
    #expect(try #require(answer.summary(.orderValue)).agrees(with: 2 * 10 * 850))
    #expect(try #require(answer.summary(.feeRevenue)).agrees(with: 2 * 10 * 8.5))
  }

  @Test func cancelledOrdersComeToNothing() throws {
    let tender = SmallTender(bids: [[1_000]], orders: [[10, 10, 10, 10]], cancelled: 1)
    let answer = try tender.answer(draws: 4_000)
    #expect(try #require(answer.summary(.orderValue)).agrees(with: 4 * 10 * 1_000 * 0.75))
  }

  @Test(arguments: [0.0, 10, 100])
  func agenciesChooseByALogitInThePrice(sensitivity: Double) throws {
    // Both always win: every order goes to one of two prices, whichever are drawn.
    var stated = BehaviourSettings()
    stated.priceSensitivity = try Rate(text: "\(Int(sensitivity))")
    let answer = try SmallTender(bids: [[800, 1_000]], orders: [[1, 1]]).answer(
      [try .cutoff("1", name: "baseline")], stated: stated, draws: 6_000)
    let low = 1 / (1 + exp(-sensitivity * 0.2))
    let mixed = low * 800 + (1 - low) * 1_000
    let exact = 2 * (0.25 * 800 + 0.25 * 1_000 + 0.5 * mixed)
    #expect(try #require(answer.summary(.orderValue)).agrees(with: exact))
  }

  @Test func anOrderThatNoTierCoversIsAProblem() throws {
    let tender = SmallTender(bids: [[1_000]], orders: [[10, 10, 10]], tierBound: 1_000_000)
    #expect(throws: SimulationProblem.self) { try tender.answer(draws: 50) }
  }
}
