import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Statistics
import Tendering
import Testing

@testable import Simulation

/// A draw played by the rules themselves, which the fast way through a draw has to come to.
///
/// Bids go through `AwardRule`, orders through `FeeRule`, one at a time; nothing is tabulated but luck.
struct PlainDraw {
  static let position = SourcePosition(file: "plain", line: 1)

  /// An item's bids as the rule takes them.
  struct Lot {
    let reserve: Int64
    /// Vendor, price in minor units and lot number; `nil` for a disqualified bid.
    let bids: [(vendor: Int, price: Int64?, lot: UInt32)]

    /// The winners by vendor with their contract prices, the lowest price first, equal ones by lot.
    func winners(_ policy: AwardPolicy) throws -> [(vendor: Int, price: Int64)] {
      var policy = policy
      policy.lotSeed = 1
      let name = { (vendor: Int) in VendorID("V\(vendor)") }
      let lots = Dictionary(uniqueKeysWithValues: bids.map { (name($0.vendor), $0) })
      let rule = AwardRule(policy: policy) { _, tied in
        tied.sorted { left, right in
          (lots[left]?.lot ?? 0, lots[left]?.vendor ?? 0)
            < (lots[right]?.lot ?? 0, lots[right]?.vendor ?? 0)
        }
      }
      let item = ItemID("I")
      let award = rule.award(
        Tender(
          itemID: item, reservePrice: Money(minorUnits: reserve),
          bids: bids.map { bid in
            Bid(
              itemID: item, vendorID: name(bid.vendor),
              unitPrice: bid.price.map { Money(minorUnits: $0) },
              status: bid.price == nil ? .disqualified : .valid, position: PlainDraw.position)
          }))
      return award.bids.enumerated().compactMap { index, bid in
        bid.contractPrice.map { (bids[index], $0.minorUnits) }
      }.sorted { left, right in
        (left.0.price ?? 0, left.0.lot, left.0.vendor)
          < (right.0.price ?? 0, right.0.lot, right.0.vendor)
      }.map { ($0.0.vendor, $0.1) }
    }
  }
}

extension PlainDraw {
  /// Expects that every metric of a draw, under every scenario, is what the rules make of its luck.
  static func expectAgreement(of plan: SimulationPlan, draw: Int) throws {
    let tally = try plan.play(draw..<draw + 1)
    for (index, scenario) in plan.scenarios.enumerated() {
      let plain = try values(of: plan, draw: UInt32(draw), scenario: index)
      for (place, metric) in Metric.totals.enumerated() {
        let moments = tally.totals[index][place].moments.all
        let fast = moments.count == 0 ? nil : Int64(exactly: moments.sum)
        #expect(fast == plain[metric] ?? nil, "\(scenario.name) \(metric) \(draw)")
      }
    }
  }

  /// The value of each metric of a whole draw, by the rules.
  static func values(
    of plan: SimulationPlan, draw: UInt32, scenario: Int
  ) throws -> [Metric: Int64?] {
    var sums: [Metric: Int64] = [:]
    var reserves: Int64 = 0
    var vendors: Set<Int> = []
    let play = plan.scenarios[scenario]
    var scores = VendorScores()
    scores.draw(
      vendorCount: plan.vendors.count, random: plan.random(VendorScores.stream),
      draws: draw..<draw + 1)
    for index in plan.items.indices {
      guard let group = plan.group(ofItem: index, scenario: scenario)
      else { continue }
      let reserve = plan.reserveSets[group.reserve].prices[index]
      let anchor = plan.reserveSets[group.anchor].prices[index]
      let drawn = PlainLuck(plan: plan, item: index, draw: draw).bids(
        plan.bidders[group.bidder], plan.candidateTables[group.bidder], scores)
      let lot = Lot(
        reserve: reserve,
        bids: drawn.map { bid in
          let isRefused = bid.ratio < 0 || group.barred.contains(Int32(bid.vendor))
          return (bid.vendor, isRefused ? nil : exactPrice(bid.ratio, anchor), bid.lot)
        })
      let winners = reserve > 0 ? try lot.winners(play.award) : []
      if winners.isEmpty {
        sums[.failedItems, default: 0] += 1
        continue
      }
      reserves += reserve * Int64(winners.count)
      sums[.awardedBids, default: 0] += Int64(winners.count)
      sums[.awardedSum, default: 0] += winners.reduce(0) { $0 + $1.price }
      vendors.formUnion(winners.map(\.vendor))
      let (value, fees) = try orders(plan, draw, scenario, index, winners, reserve)
      sums[.orderValue, default: 0] += value
      sums[.feeRevenue, default: 0] += fees
    }
    sums[.awardedVendors] = Int64(vendors.count)
    var values: [Metric: Int64?] = [:]
    for metric in Metric.totals where metric != .awardToReserve {
      values[metric] = sums[metric] ?? 0
    }
    let scale = Rational(1_000_000_000_000)
    values[.awardToReserve] =
      reserves == 0
      ? .some(nil)
      : Int64(
        try (Rational(Int128(sums[.awardedSum] ?? 0), over: Int128(reserves)) * scale)
          .rounded(.halfUp))
    return values
  }

  /// Whole NT$, half-up, at least one, within the reserve for a ratio of at most 1.
  static func exactPrice(_ ratio: Int64, _ anchor: Int64) -> Int64? {
    guard
      let exact = try? Rational(Int128(ratio) * Int128(anchor), over: 100_000_000_000),
      let units = Int64(exactly: exact.rounded(.halfUp))
    else { return nil }
    let price = max(1, units) * 100
    return ratio <= 1_000_000_000 ? min(price, anchor) : price
  }

  /// The orders of an item and their fees, by the rule.
  private static func orders(
    _ plan: SimulationPlan, _ draw: UInt32, _ scenario: Int, _ item: Int,
    _ winners: [(vendor: Int, price: Int64)], _ reserve: Int64
  ) throws -> (value: Int64, fees: Int64) {
    guard let set = plan.orderSet(ofScenario: scenario),
      let rule = plan.scenarios[scenario].fees?.rule
    else { return (0, 0) }
    let habits = plan.orderSets[set].habits
    let drawn = PlainLuck(plan: plan, item: item, draw: draw).orders(
      plan.orderSets[set].models[item], habits)
    let lowest = winners.map(\.price).min() ?? 0
    let weights = winners.map { habits.weight(of: $0.price, lowest: lowest, reserve: reserve) }
    var (value, fees): (Int64, Int64) = (0, 0)
    for order in drawn {
      var target = (Int128(order.vendorWord) * Int128(weights.reduce(0, +))) >> 32
      var choice = 0
      while target >= Int128(weights[choice]) {
        target -= Int128(weights[choice])
        choice += 1
      }
      let placed = try Order(
        id: OrderID("O"), itemID: ItemID("I"), vendorID: VendorID("V"), agencyID: AgencyID("A"),
        orderedOn: Day(daysSinceEpoch: 0), quantity: order.quantity,
        unitPrice: Money(minorUnits: winners[choice].price), position: position)
      value += placed.amount.minorUnits
      fees += try rule.fee(of: placed).charged.minorUnits
    }
    return (value, fees)
  }
}
