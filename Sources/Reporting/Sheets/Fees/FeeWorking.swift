import CallOff
import Pipeline
import Policy
import Pricing
import Quantities

/// The fees of all orders with the numbers that their formulas pass through.
struct FeeWorking {
  let stage: CallOffStage
  let orders: [OrderWorking]
  let payments: [PaymentWorking]
  let groups: FeeGroups
  let statements: [FeeStatement]
  let liveness: Liveness

  var isLive: Bool { liveness.isLive }

  /// - Parameters:
  ///   - stage: The fees.
  ///   - items: The items, whose categories the orders are grouped by.
  ///   - limits: Up to how many rows formulas stand.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  init(
    _ stage: CallOffStage, items: [Item], limits: FormulaLimits
  ) throws(ArithmeticOverflow) {
    let categories = Dictionary(
      items.map { ($0.id, $0.category.rawValue) }, uniquingKeysWith: { first, _ in first })
    let groups = try FeeGroups(stage, categories: categories)
    let statements = try stage.ledger.statements()
    var days: [OrderID: Day?] = [:]
    for statement in statements {
      for line in statement.lines { days[line.assessment.order.id] = .some(statement.asOf) }
    }
    var orders: [OrderWorking] = []
    var payments: [PaymentWorking] = []
    for (index, row) in stage.ledger.assessments.enumerated() {
      let day = days[row.order.id] ?? nil
      orders.append(
        OrderWorking(
          row: row, number: index + 1, balance: try row.balance(),
          balanceThen: try row.balance(on: day), statementDay: day,
          category: FeeGrouping.named(by: categories).group(row), groups: groups.rows(of: row)))
      payments += row.payments.map { payment in
        let isIn = day.map { payment.collectedOn <= $0 } ?? true
        return PaymentWorking(
          payment: payment, orderNumber: index + 1,
          month: groups.row(of: payment.collectedOn.month),
          amountThen: isIn ? payment.amount : .zero)
      }
    }
    self.stage = stage
    self.orders = orders
    self.payments = payments
    self.groups = groups
    self.statements = statements
    liveness = FeeWorking.liveness(of: orders, payments, groups, limits)
  }

  private static func liveness(
    of orders: [OrderWorking], _ payments: [PaymentWorking], _ groups: FeeGroups,
    _ limits: FormulaLimits
  ) -> Liveness {
    let count = max(orders.count, payments.count)
    guard count <= limits.orderCount else {
      return .tooManyRows(
        count, of: Phrase("orders or payments", "訂單或收款"), limit: limits.orderCount)
    }
    guard LookupNames.areDistinct(orders.map(\.order.id.text)) else {
      return .alikeNames(Phrase("orders", "訂單"))
    }
    guard groups.areDistinct else {
      return .alikeNames(Phrase("contracts, categories or vendors", "契約、類別或廠商"))
    }
    let amounts = orders.flatMap { [$0.order.unitPrice, $0.order.amount] }
    guard amounts.allSatisfy(\.isExactInSpreadsheets) else { return .tooManyDigits }
    return .formulas
  }
}
