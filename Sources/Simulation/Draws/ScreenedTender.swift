import Pipeline
import Policy
import Pricing
import Quantities
import Tendering

/// Whom screening keeps out in each scenario: items that are not put up, vendors whose bids are refused.
///
/// What decides is the rule of screening itself, as `run` applies it: a refused bid counts as
/// disqualified, a refused item leaves the tender. Vendors that the case does not name are admitted
/// (assumed).
struct ScreenedTender {
  /// What screening makes of one item.
  enum Admission: Hashable {
    /// It is put up; the bids of some vendors, by their ascending indices among all, are refused.
    case open(barred: [Int32])
    /// It is not put up.
    case refused
  }

  /// What decides: scenarios that agree on it screen alike.
  private struct Rules: Hashable {
    let overrides: [PolicyKey: PolicyValue]
    let movedDates: [MovedDate]
  }

  /// What screening comes to, for people, in the order of the scenarios; one of each.
  private(set) var notes: [(scenario: Int, note: Phrase)] = []
  private var stages: [ScreeningStage?] = []
  private var stageOfRules: [Rules: Int] = [:]
  private var stageOfScenario: [Int] = []
  private var admissions: [[Admission]] = []

  /// Screens the case under the next scenario.
  ///
  /// - Throws: `PolicyError` when a parameter of screening has no value.
  mutating func add(
    _ scenario: Scenario, policy: PolicyView, input: Case
  ) throws(PolicyError) {
    let rules = Rules(
      overrides: scenario.overrides.filter { $0.key.isOfScreening },
      movedDates: scenario.movedDates.filter { $0.key.isOfScreening })
    if let known = stageOfRules[rules] {
      stageOfScenario.append(known)
      return
    }
    stageOfRules[rules] = stages.count
    stageOfScenario.append(stages.count)
    stages.append(try ScreeningStage(input, policy: scenario.applied(to: policy)))
  }

  /// Looks up whose bids are refused, once the vendors are known.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - vendors: The vendors that have bid, in the order of their indices.
  mutating func decide(_ items: [Item], vendors: [VendorID]) {
    admissions = stages.map { stage in
      guard let screening = stage?.screening else { return [] }
      return items.map { item in
        guard screening.admits(.item(item.id)) else { return .refused }
        let barred = vendors.indices.filter {
          screening.barrier(toBidOf: vendors[$0], for: item.id) != nil
        }
        return .open(barred: barred.map { Int32(truncatingIfNeeded: $0) })
      }
    }
    for (stage, own) in admissions.enumerated() where !own.isEmpty {
      guard let scenario = stageOfScenario.firstIndex(of: stage) else { continue }
      notes.append((scenario, ScreenedTender.note(own, vendors)))
    }
    // What was decided is all that a draw asks for.
    stages = []
  }

  /// What screening makes of an item under a scenario.
  func admission(ofItem item: Int, scenario: Int) -> Admission {
    let own = admissions[stageOfScenario[scenario]]
    return own.indices.contains(item) ? own[item] : .open(barred: [])
  }

  private static func note(_ admissions: [Admission], _ vendors: [VendorID]) -> Phrase {
    var (refused, bidders): (Int, Set<Int32>) = (0, [])
    for admission in admissions {
      switch admission {
      case .refused: refused += 1
      case .open(let barred): bidders.formUnion(barred)
      }
    }
    return Phrase(
      "screening leaves \(refused) of \(admissions.count) items out of the tender, and refuses bids of"
        + " \(bidders.count) of \(vendors.count) vendors for all or some of the others; vendors that"
        + " have not bid yet are admitted (assumed)",
      "審查後 \(admissions.count) 項中有 \(refused) 項不列入招標，\(vendors.count) 家廠商中有"
        + " \(bidders.count) 家於其他全部或部分品項之投標不予受理；尚未投標之廠商視為合格（假設）")
  }
}
