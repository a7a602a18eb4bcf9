import Pipeline
import Policy
import Pricing
import Quantities

/// A plan on the way: calibrates each different behaviour, prices under each different reserve policy,
/// and keeps one of everything that scenarios have in common.
struct PlanDraft {
  private let input: Case
  private let plays: [ScenarioPlay]
  private let settings: SimulationSettings

  private(set) var vendors: [VendorID] = []
  private(set) var notes: [Phrase] = []
  private(set) var bidders: [BidderModel] = []
  private(set) var reserveSets: [ReserveSet] = []
  private(set) var orderSets: [SimulationPlan.OrderSet] = []
  private(set) var orderSetOfScenario: [Int?] = []
  private var reserveOfScenario: [Int] = []
  /// For each scenario the bidder model of each category.
  private var bidderOfScenario: [[Category: Int]] = []

  init(_ input: Case, _ plays: [ScenarioPlay], _ settings: SimulationSettings) {
    self.input = input
    self.plays = plays
    self.settings = settings
  }

  /// The most bids for an item.
  var mostBids: Int { bidders.map(\.mostBids).max() ?? 0 }

  /// Prices the items and calibrates the behaviour of every scenario.
  mutating func calibrate(
    _ scenarios: [SimulationScenario], policy: PolicyView
  ) throws(SimulationProblem) {
    price()
    let past = PastLots(input, reserve: pastReserve(policy))
    vendors = past.vendors
    var behaviours: [BehaviourSettings: Behaviour] = [:]
    for (index, scenario) in scenarios.enumerated() {
      let behaviour: Behaviour
      if let known = behaviours[scenario.behaviour] {
        behaviour = known
      } else {
        do throws(BehaviourProblem) {
          behaviour = try Behaviour(calibratedOn: input, past, stated: scenario.behaviour)
        } catch {
          throw .behaviour(error, scenario: scenario.name)
        }
        behaviours[scenario.behaviour] = behaviour
        addNotes(behaviour.notes, of: index == 0 ? nil : scenario.name)
      }
      add(behaviour)
    }
    nameVendors()
  }

  /// Names the vendors that could bid beside those that have.
  private mutating func nameVendors() {
    let count = bidders.flatMap(\.candidates).map { $0.vendorIndex + 1 }.max() ?? 0
    for index in vendors.count..<max(count, vendors.count) {
      vendors.append(VendorID("potential vendor \(index + 1)"))
    }
  }

  /// The groups of scenarios, by category.
  func groups() -> [Category: [SimulationPlan.Group]] {
    var result: [Category: [SimulationPlan.Group]] = [:]
    for category in Category.allCases {
      var groups: [SimulationPlan.Group] = []
      for index in plays.indices {
        guard let bidder = bidderOfScenario[index][category] else { continue }
        let reserve = reserveOfScenario[index]
        // The first prices are those of the baseline, as they stand.
        let anchor = bidders[bidder].keepsAmounts ? 0 : reserve
        let same = groups.firstIndex {
          $0.bidder == bidder && $0.reserve == reserve && $0.anchor == anchor
        }
        if let same {
          groups[same].scenarios.append(index)
        } else {
          groups.append(.init(bidder: bidder, reserve: reserve, anchor: anchor, scenarios: [index]))
        }
      }
      // Stable, so that bids are drawn once for all their groups.
      result[category] = groups.enumerated().sorted {
        ($0.element.bidder, $0.offset) < ($1.element.bidder, $1.offset)
      }.map(\.element)
    }
    return result
  }

  /// The reserve prices that past bids are taken as parts of: those of the policy itself.
  private func pastReserve(_ policy: PolicyView) -> ReserveStage {
    let parameters = (try? ReservePolicy(policy)) ?? plays[0].reserve
    return ReserveStage(input, policy: parameters, bootstrap: nil, tracesInfluence: false)
  }

  private mutating func price() {
    var indexOfPolicy: [ReservePolicy: Int] = [:]
    for play in plays {
      if let known = indexOfPolicy[play.reserve] {
        reserveOfScenario.append(known)
        continue
      }
      let stage = ReserveStage(
        input, policy: play.reserve, bootstrap: nil, tracesInfluence: false)
      let prices = stage.items.map { $0.reservePrice?.minorUnits ?? 0 }
      if reserveSets.isEmpty { reserveSets.append(ReserveSet(prices: prices, resamplings: [])) }
      if settings.resamplesEvidence {
        reserveSets.append(
          ReserveSet(prices: prices, resamplings: stage.items.map { ReserveResampling($0) }))
      } else if !indexOfPolicy.isEmpty {
        reserveSets.append(ReserveSet(prices: prices, resamplings: []))
      }
      indexOfPolicy[play.reserve] = reserveSets.count - 1
      reserveOfScenario.append(reserveSets.count - 1)
    }
  }

  private mutating func add(_ behaviour: Behaviour) {
    var indices: [Category: Int] = [:]
    for category in Category.allCases {
      guard let model = behaviour.bidders[category] else { continue }
      indices[category] = PlanDraft.index(of: model, in: &bidders)
    }
    bidderOfScenario.append(indices)
    guard let habits = behaviour.habits else {
      orderSetOfScenario.append(nil)
      return
    }
    let set = SimulationPlan.OrderSet(models: behaviour.orders, habits: habits)
    orderSetOfScenario.append(PlanDraft.index(of: set, in: &orderSets))
  }

  private mutating func addNotes(_ more: [Phrase], of scenario: String?) {
    for note in more where !notes.contains(note) {
      notes.append(
        scenario.map { Phrase("\($0): \(note.english)", "\($0)：\(note.traditionalChinese)") }
          ?? note)
    }
  }

  /// The index of a value among those kept, to which it is added where it is new.
  private static func index<Value: Hashable>(of value: Value, in list: inout [Value]) -> Int {
    if let known = list.firstIndex(of: value) { return known }
    list.append(value)
    return list.count - 1
  }
}
