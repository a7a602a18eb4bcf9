public import Policy
import Quantities

/// The fees of all orders: checks every row, applies the rule, keeps the ledger.
///
/// Slide 3; Regulations for Inter-entity Supply Contracts, Art. 6, 11, 14.
public enum FeeAccrual {
  /// Accrues the fees of all orders.
  ///
  /// - Parameters:
  ///   - orders: In the order of the result's rows.
  ///   - table: The tiers; there is no built-in table.
  ///   - policy: How the tiers are applied.
  ///   - contracts: The periods of the contracts that the orders belong to.
  ///   - collections: The payments; `nil` when there are no collection records, which the ledger
  ///     says.
  /// - Returns: The ledger, with one row an order.
  /// - Throws: ``FeeProblems`` with everything that is wrong with any row.
  /// - Complexity: O(n log n) in the number of orders and payments.
  public static func ledger(
    orders: [Order], table: FeeTierTable, policy: FeePolicy, contracts: ContractCalendar,
    collections: [Collection]? = nil
  ) throws(FeeProblems) -> FeeLedger {
    let (indexByID, orderProblems) = check(orders)
    let matched = MatchedCollections(collections ?? [], orders: orders, indexByID: indexByID)
    let rule: FeeRule
    do throws(FeeProblems) {
      rule = try FeeRule(table: table, policy: policy)
    } catch {
      throw FeeProblems(error.problems + orderProblems + matched.problems)
    }
    let notches = try overflowAsProblem { () throws(ArithmeticOverflow) in try rule.notches() }
    var assessments: [FeeAssessment] = []
    assessments.reserveCapacity(orders.count)
    var problems = orderProblems
    for (index, order) in orders.enumerated() where order.ownProblems.isEmpty {
      do throws(FeeProblem) {
        assessments.append(
          try assess(
            order, rule: rule, notches: notches, contract: contracts.contract(of: order),
            payments: matched.byOrder[index] ?? []))
      } catch {
        problems.append(error)
      }
    }
    problems += matched.problems
    guard problems.isEmpty else { throw FeeProblems(problems) }
    let ledger = FeeLedger(
      rule: rule, notches: notches, assessments: assessments,
      hasCollectionRecords: collections != nil)
    // Every figure of the ledger is a part of these sums or a difference of two, so it fits, too.
    try overflowAsProblem { () throws(ArithmeticOverflow) in try ledger.checkSums() }
    return ledger
  }

  /// Each order's index by its name, and what is wrong with the rows by themselves.
  private static func check(_ orders: [Order]) -> ([OrderID: Int], [FeeProblem]) {
    var indexByID: [OrderID: Int] = [:]
    indexByID.reserveCapacity(orders.count)
    var problems: [FeeProblem] = []
    for (index, order) in orders.enumerated() {
      if let first = indexByID[order.id] {
        let problem = OrderProblem.repeated(order.id, first: orders[first].position)
        problems.append(order.problem(problem, column: "order_id"))
      } else {
        indexByID[order.id] = index
      }
      problems += order.ownProblems
    }
    return (indexByID, problems)
  }

  private static func assess(
    _ order: Order, rule: FeeRule, notches: [Notch], contract: OrderContract,
    payments: [Collection]
  ) throws(FeeProblem) -> FeeAssessment {
    let fee = try rule.fee(of: order)
    let standing = FeeStanding(order)
    do throws(ArithmeticOverflow) {
      let flags =
        try FeeFlag.flags(order: order, fee: fee, rule: rule, notches: notches, contract: contract)
        + PaymentFlag.flags(
          payments: payments, standing: standing, fee: fee.charged, dueOn: contract.dueOn
        ).map { .payment($0) }
      return FeeAssessment(
        order: order, fee: fee, standing: standing, contract: contract, payments: payments,
        flags: flags)
    } catch {
      throw FeeProblem(.overflow(error), at: order.position, column: nil)
    }
  }

  private static func overflowAsProblem<Value>(
    _ body: () throws(ArithmeticOverflow) -> Value
  ) throws(FeeProblems) -> Value {
    do throws(ArithmeticOverflow) {
      return try body()
    } catch {
      throw FeeProblems([FeeProblem(.overflow(error), at: nil, column: nil)])
    }
  }
}
