import Pipeline
import Policy
import Pricing
import Quantities
import Tendering

/// A plan on the way: calibrates each different behaviour, prices under each different reserve policy,
/// and keeps one of everything that scenarios have in common.
struct PlanDraft {
  private let input: Case
  private let plays: [ScenarioPlay]
  private let settings: SimulationSettings

  private(set) var vendors: [VendorID] = []
  private(set) var notes: [Phrase] = []
  private(set) var reserveSets: [ReserveSet] = []
  private(set) var orderSets: [SimulationPlan.OrderSet] = []
  private(set) var orderSetOfScenario: [Int?] = []
  private var reserveOfScenario: [Int] = []
  private var assignment = BidderAssignment()
  /// Whom screening keeps out.
  private(set) var screened = ScreenedTender()

  init(_ input: Case, _ plays: [ScenarioPlay], _ settings: SimulationSettings) {
    self.input = input
    self.plays = plays
    self.settings = settings
  }

  /// The most bids for an item.
  var mostBids: Int { bidders.map(\.mostBids).max() ?? 0 }

  /// The different bidder models.
  var bidders: [BidderModel] { assignment.models }

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
      addOrders(of: behaviour)
      assignment.add(
        behaviour.bidders, to: input.items ?? [], policy: plays[index].award,
        prices: reserveSets[reserveOfScenario[index]].prices, baseline: reserveSets[0].prices)
    }
    try screen(scenarios, policy: policy)
    if plays.contains(where: { $0.award.tie == .rebidThenLot }) {
      notes.append(
        Phrase(
          "equal bids at the cutoff are decided by a lot drawn anew in each draw, without re-bids"
            + " (assumed)",
          "截點同價者不再比價，於每次模擬重新抽籤決定（假設）"))
    }
    if settings.resamplesEvidence { noteResampledEquilibria(behaviours.values) }
    do throws(BidderAssignment.Problem) {
      try assignment.solve()
    } catch {
      throw .behaviour(
        .noEquilibrium(error.category, error.error), scenario: plays[error.scenario].name)
    }
    nameVendors()
  }

  /// Looks up whom screening keeps out in each scenario.
  private mutating func screen(
    _ scenarios: [SimulationScenario], policy: PolicyView
  ) throws(SimulationProblem) {
    for scenario in scenarios {
      do throws(PolicyError) {
        try screened.add(scenario.scenario, policy: policy, input: input)
      } catch {
        throw .policy(error, scenario: scenario.name)
      }
    }
    screened.decide(input.items ?? [], vendors: vendors)
    for (scenario, note) in screened.notes {
      addNotes([note], of: scenario == 0 ? nil : scenarios[scenario].name)
    }
  }

  /// Names the vendors that could bid beside those that have.
  private mutating func nameVendors() {
    let count = bidders.flatMap(\.candidates).map { $0.vendorIndex + 1 }.max() ?? 0
    for index in vendors.count..<max(count, vendors.count) {
      vendors.append(VendorID("potential vendor \(index + 1)"))
    }
  }

  /// The groups of scenarios of each item.
  func groups() -> [[SimulationPlan.Group]] {
    (input.items ?? []).indices.map { item in
      var groups: [SimulationPlan.Group] = []
      for index in plays.indices {
        guard let bidder = assignment.bidder(ofItem: item, scenario: index),
          case .open(let barred) = screened.admission(ofItem: item, scenario: index)
        else { continue }
        let reserve = reserveOfScenario[index]
        // The first prices are those of the baseline, as they stand.
        let anchor = bidders[bidder].keepsAmounts ? 0 : reserve
        let same = groups.firstIndex {
          $0.bidder == bidder && $0.reserve == reserve && $0.anchor == anchor
            && $0.barred == barred
        }
        if let same {
          groups[same].scenarios.append(index)
        } else {
          groups.append(
            .init(
              bidder: bidder, reserve: reserve, anchor: anchor, barred: barred, scenarios: [index]))
        }
      }
      // Stable, so that bids are drawn once for all their groups.
      return groups.enumerated().sorted {
        ($0.element.bidder, $0.offset) < ($1.element.bidder, $1.offset)
      }.map(\.element)
    }
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

  private mutating func addOrders(of behaviour: Behaviour) {
    guard let habits = behaviour.habits else {
      orderSetOfScenario.append(nil)
      return
    }
    let set = SimulationPlan.OrderSet(models: behaviour.orders, habits: habits)
    let known = orderSets.firstIndex(of: set)
    if known == nil { orderSets.append(set) }
    orderSetOfScenario.append(known ?? orderSets.count - 1)
  }

  private mutating func noteResampledEquilibria(_ behaviours: some Collection<Behaviour>) {
    let hasEquilibria = behaviours.contains { behaviour in
      behaviour.bidders.values.contains { if case .equilibrium = $0 { true } else { false } }
    }
    guard hasEquilibria else { return }
    notes.append(
      Phrase(
        "bids of an equilibrium follow a resampled reserve price in proportion, costs with them"
          + " (assumed)",
        "均衡標價（含成本）隨重抽之底價等比例變動（假設）"))
  }

  private mutating func addNotes(_ more: [Phrase], of scenario: String?) {
    for note in more where !notes.contains(note) {
      notes.append(
        scenario.map { Phrase("\($0): \(note.english)", "\($0)：\(note.traditionalChinese)") }
          ?? note)
    }
  }
}
