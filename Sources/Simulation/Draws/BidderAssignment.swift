import Pipeline
import Policy
import Pricing
import Quantities
import Statistics

/// Which bidder model an item has in each scenario, with one of every different model.
///
/// Drawn bids are the same for a whole category. Those of an equilibrium hang on the award rule and on
/// how far the item's reserve price is from the baseline's, so each item finds its own; what is alike is
/// solved once.
struct BidderAssignment {
  /// Vendors without an equilibrium.
  struct Problem: Error {
    let category: Category
    let scenario: Int
    let error: EquilibriumError
  }

  /// What a model is made of.
  private enum Source: Hashable {
    case drawn(BidderModel)
    case equilibrium(EquilibriumBidders, policy: AwardPolicy, reserve: Int)
  }

  /// A source with the item that asked for it first.
  private struct Request: Sendable {
    let source: Source
    let category: Category
    let scenario: Int

    func model() -> Result<BidderModel, Problem> {
      switch source {
      case .drawn(let model): return .success(model)
      case .equilibrium(let bidders, let policy, let reserve):
        do throws(EquilibriumError) {
          return .success(try bidders.model(policy: policy, reserve: reserve))
        } catch {
          return .failure(Problem(category: category, scenario: scenario, error: error))
        }
      }
    }
  }

  /// The different models, once they are solved.
  private(set) var models: [BidderModel] = []
  private var requests: [Request] = []
  private var indexOfSource: [Source: Int] = [:]
  /// For each scenario the model of each item.
  private var modelOfItem: [[Int?]] = []

  /// Takes in the next scenario.
  ///
  /// - Parameters:
  ///   - bidders: Those of each category.
  ///   - items: The items.
  ///   - policy: The scenario's award rule.
  ///   - prices: The scenario's reserve prices in minor units, one an item, 0 for none.
  ///   - baseline: The baseline's.
  mutating func add(
    _ bidders: [Category: Bidders], to items: [Item], policy: AwardPolicy, prices: [Int64],
    baseline: [Int64]
  ) {
    var drawn: [Category: Int] = [:]
    var list: [Int?] = []
    for (item, (price, usual)) in zip(items, zip(prices, baseline)) {
      switch bidders[item.category] {
      case nil: list.append(nil)
      case .drawn(let model):
        let index = drawn[item.category] ?? index(of: .drawn(model), item.category)
        drawn[item.category] = index
        list.append(index)
      case .equilibrium(let bidders):
        let reserve = EquilibriumBidders.reserve(price, over: usual)
        list.append(
          index(
            of: .equilibrium(bidders, policy: policy, reserve: reserve), item.category))
      }
    }
    modelOfItem.append(list)
  }

  /// Solves what was taken in, on all cores.
  ///
  /// - Throws: ``Problem`` of the first vendors that have no equilibrium.
  mutating func solve() throws(Problem) {
    models = []
    for result in requests.concurrentMap({ $0.model() }) { models.append(try result.get()) }
  }

  /// The index of an item's model; `nil` where nobody can bid.
  func bidder(ofItem item: Int, scenario: Int) -> Int? { modelOfItem[scenario][item] }

  private mutating func index(of source: Source, _ category: Category) -> Int {
    if let known = indexOfSource[source] { return known }
    indexOfSource[source] = requests.count
    requests.append(
      Request(source: source, category: category, scenario: modelOfItem.count))
    return requests.count - 1
  }
}
