public import Policy
public import Quantities

/// The parameters of the rules of orders, contract by contract.
public struct OrderPolicies: Hashable, Sendable {
  /// Those of the case's own contract, and of contracts that are not listed; `nil` where the policy
  /// says nothing of orders.
  public let own: OrderPolicy?
  /// Those of the contracts that orders name.
  public let byCaseNumber: [String: OrderPolicy]

  /// Creates the parameters.
  public init(own: OrderPolicy?, byCaseNumber: [String: OrderPolicy] = [:]) {
    self.own = own
    self.byCaseNumber = byCaseNumber
  }

  /// The parameters that an order is judged by.
  func policy(of order: Order) -> OrderPolicy? {
    order.caseNumber.flatMap { byCaseNumber[$0] } ?? own
  }
}

/// Every order under every rule of orders.
///
/// Who may order, approval, contract period, reserve price, award, storage of data, cancellation: slides
/// 3, 13; Regulations for Inter-entity Supply Contracts, Art. 6, 11.
///
/// A rule applies where the case holds what it looks at. A flag changes no fee. Findings that flag
/// nothing are counted and made again on demand, since there are several for each order.
public struct OrderReview: Sendable {
  /// The orders, in the order of the input.
  public let orders: [Order]
  /// Whether the case keeps records that only the rules of orders look at.
  public let keepsRecords: Bool
  /// How each rule came out, in the order of the policy's keys; empty where the policy says nothing of
  /// orders.
  public let tallies: [OrderRuleTally]
  /// What to know of each order that has something to know: its flags, and cancellations on their way.
  private let notable: [OrderID: [OrderFinding]]
  private let rules: [OrderRule]
  private let policies: OrderPolicies

  /// Reviews some orders.
  ///
  /// - Parameters:
  ///   - orders: In the order of the input.
  ///   - facts: What the rules look at beside them.
  ///   - contracts: The periods of the contracts that the orders belong to.
  ///   - policies: The parameters, contract by contract.
  /// - Complexity: O(orders × rules).
  public init(
    _ orders: [Order], facts: OrderFacts, contracts: ContractCalendar, policies: OrderPolicies
  ) {
    self.orders = orders
    self.policies = policies
    keepsRecords = facts.agencies != nil || !facts.columns.isEmpty
    rules = policies.own == nil ? [] : OrderRule.all(facts, contracts: contracts)
    var tallies: [OrderRuleTally] = []
    var notable: [OrderID: [OrderFinding]] = [:]
    if let own = policies.own {
      for rule in rules {
        var tally = OrderRuleTally(rule.requirement(own), missingInput: rule.missingInput)
        for order in orders {
          guard let (requirement, judgement) = OrderReview.judgement(rule, order, policies) else {
            tally.count(nil)
            continue
          }
          tally.count(judgement.result)
          guard judgement.result != .met else { continue }
          notable[order.id, default: []].append(
            OrderFinding(judgement, on: order, under: requirement))
        }
        tallies.append(tally)
      }
    }
    self.tallies = tallies
    self.notable = notable
  }

  private static func judgement(
    _ rule: OrderRule, _ order: Order, _ policies: OrderPolicies
  ) -> (RuleRequirement, OrderJudgement)? {
    guard rule.missingInput == nil, let policy = policies.policy(of: order) else { return nil }
    let requirement = rule.requirement(policy)
    guard requirement.stage != .notAsked, let judgement = rule.judge(order, policy) else {
      return nil
    }
    return (requirement, judgement)
  }

  /// Every finding of an order, met ones too, in the order of the rules.
  public func findings(of order: Order) -> [OrderFinding] {
    rules.compactMap { rule in
      OrderReview.judgement(rule, order, policies).map { requirement, judgement in
        OrderFinding(judgement, on: order, under: requirement)
      }
    }
  }

  /// The findings of an order that are not met: flags and cancellations on their way.
  public func notableFindings(of order: OrderID) -> [OrderFinding] { notable[order] ?? [] }

  /// The findings of an order that a reader has to look at, in the order of the rules.
  public func flags(of order: OrderID) -> [OrderFinding] {
    notableFindings(of: order).filter(\.result.isFlag)
  }

  /// Whether there is anything to report of the rules beside that they were not applied.
  public var isWorthASheet: Bool { keepsRecords || flaggedOrderCount > 0 }

  /// How many orders have a flag.
  public var flaggedOrderCount: Int {
    notable.values.count { $0.contains(where: \.result.isFlag) }
  }
}
