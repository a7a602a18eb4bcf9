public import Policy
import Pricing
import Quantities
import Statistics

/// The means of a plan that can be had without simulation: expected awards, item by item.
///
/// Expectations add up whatever the items have in common, so sums over items are exact as well. Ratios
/// of sums, distinct vendors, orders and fees are not sums of items' expectations; they are simulated.
public struct ExactAnswer: Sendable {
  /// A mean with what is known of its error.
  public struct Mean: Hashable, Sendable {
    /// The mean, in the units of the metric.
    public let value: Double
    /// A bound of its error: of the quadrature, and of rounding prices to NT$1 where ratios are
    /// continuous.
    public let error: Double
  }

  /// What can be had exactly for whole draws.
  public static let metrics: [Metric] = [.awardedSum, .awardedBids, .failedItems]
  /// What can be had exactly for an item.
  public static let itemMetrics: [Metric] = [
    .awardedBids, .awardToReserve, .failedItems, .awardedSum,
  ]

  /// For each scenario the mean of each of ``metrics``; `nil` where it has none.
  public let totals: [[Metric: Mean]?]
  /// For each scenario, for each item, the mean of each of ``itemMetrics``; a ratio that is never
  /// defined is left out.
  public let items: [[[Metric: Mean]]?]
  /// Why scenarios have no exact means, by name.
  public let obstacles: [Phrase]

  /// Computes the means of a plan.
  ///
  /// - Throws: ``SimulationProblem`` when a number does not fit.
  /// - Complexity: One expectation for each item, model, reserve price and rule.
  public init(_ plan: SimulationPlan) throws(SimulationProblem) {
    var totals: [[Metric: Mean]?] = []
    var items: [[[Metric: Mean]]?] = []
    var obstacles: [Phrase] = []
    for scenario in plan.scenarios.indices {
      if let obstacle = ExactAnswer.obstacle(plan, scenario) {
        let name = plan.scenarios[scenario].name
        obstacles.append(
          Phrase(
            "\(name): no exact means, since \(obstacle.phrase.english)",
            "\(name)：無法精確計算平均值（\(obstacle.phrase.traditionalChinese)）"))
        totals.append(nil)
        items.append(nil)
        continue
      }
      let own = try ExactAnswer.items(plan, scenario)
      items.append(own)
      totals.append(ExactAnswer.sums(of: own))
    }
    self.totals = totals
    self.items = items
    self.obstacles = obstacles
  }

  private static func obstacle(
    _ plan: SimulationPlan, _ scenario: Int
  ) -> ItemExpectation.Obstacle? {
    for index in plan.items.indices {
      guard let group = plan.group(ofItem: index, scenario: scenario) else { continue }
      let obstacle = ItemExpectation.obstacle(
        plan.bidders[group.bidder], plan.scenarios[scenario].award,
        resamples: plan.settings.resamplesEvidence)
      if let obstacle { return obstacle }
    }
    return nil
  }

  private static func items(
    _ plan: SimulationPlan, _ scenario: Int
  ) throws(SimulationProblem) -> [[Metric: Mean]] {
    let policy = plan.scenarios[scenario].award
    let counts = try bidCounts(plan, scenario)
    let results = plan.items.indices.map { $0 }.concurrentMap {
      index -> Result<[Metric: Mean], AwardExpectation.Problem> in
      guard let group = plan.group(ofItem: index, scenario: scenario) else {
        return .success(plan.isRefused(item: index, scenario: scenario) ? absent : failed)
      }
      let reserve = plan.reserveSets[group.reserve].prices[index]
      let anchor = plan.reserveSets[group.anchor].prices[index]
      guard reserve > 0, anchor > 0, let bids = counts[Bidding(group)] else {
        return .success(failed)
      }
      return Result { () throws(AwardExpectation.Problem) in
        means(
          of: try ItemExpectation(
            plan.bidders[group.bidder], bids: bids, reserve: reserve, anchor: anchor,
            policy: policy),
          reserve: Double(reserve))
      }
    }
    var items: [[Metric: Mean]] = []
    for result in results {
      do throws(AwardExpectation.Problem) {
        items.append(try result.get())
      } catch {
        throw .expectation(error, scenario: plan.scenarios[scenario].name)
      }
    }
    return items
  }

  /// Who bids for an item, and whose bids screening refuses.
  private struct Bidding: Hashable {
    let bidder: Int
    let barred: [Int32]

    init(_ group: SimulationPlan.Group) {
      (bidder, barred) = (group.bidder, group.barred)
    }
  }

  /// The numbers of bids, once for all items that have the same.
  private static func bidCounts(
    _ plan: SimulationPlan, _ scenario: Int
  ) throws(SimulationProblem) -> [Bidding: BidCounts] {
    var counts: [Bidding: BidCounts] = [:]
    for index in plan.items.indices {
      guard let group = plan.group(ofItem: index, scenario: scenario) else { continue }
      let bidding = Bidding(group)
      guard counts[bidding] == nil else { continue }
      do throws(NumericalError) {
        counts[bidding] = try BidCounts(plan.bidders[group.bidder], barred: group.barred)
      } catch {
        throw .expectation(.numerical(error), scenario: plan.scenarios[scenario].name)
      }
    }
    return counts
  }

  /// An item that screening refuses.
  private static let absent: [Metric: Mean] = [
    .awardedBids: Mean(value: 0, error: 0), .awardedSum: Mean(value: 0, error: 0),
    .failedItems: Mean(value: 0, error: 0),
  ]

  /// An item without bids or a reserve price.
  private static let failed: [Metric: Mean] = [
    .awardedBids: Mean(value: 0, error: 0), .awardedSum: Mean(value: 0, error: 0),
    .failedItems: Mean(value: 1, error: 0),
  ]

  private static func means(of item: ItemExpectation, reserve: Double) -> [Metric: Mean] {
    let award = item.award
    let unit = Double(Money.minorUnitsPerUnit)
    let rounding = item.roundingMinorUnits
    var means: [Metric: Mean] = [
      .awardedBids: Mean(value: award.awardedCount, error: 0x1p-40 * award.awardedCount),
      .failedItems: Mean(value: award.failureProbability, error: 0x1p-40),
      .awardedSum: Mean(
        value: award.awardedSum.value / unit,
        error: (award.awardedSum.error + rounding * award.awardedCount) / unit),
    ]
    if let mean = award.awardedMean {
      means[.awardToReserve] = Mean(
        value: mean.value / reserve, error: (mean.error + rounding) / reserve)
    }
    return means
  }

  private static func sums(of items: [[Metric: Mean]]) -> [Metric: Mean] {
    var sums: [Metric: Mean] = [:]
    for metric in metrics {
      let means = items.compactMap { $0[metric] }
      sums[metric] = Mean(
        value: means.reduce(0) { $0 + $1.value }, error: means.reduce(0) { $0 + $1.error })
    }
    return sums
  }
}
