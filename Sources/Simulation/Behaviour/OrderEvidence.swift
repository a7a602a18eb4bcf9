import CallOff
import Policy
import Pricing
import Quantities
import Tendering

/// What shows how often and how much of each item is ordered: past orders, or the demand survey.
struct OrderEvidence {
  /// Expected orders over a contract.
  let counts: OrderCounts
  /// Quantities of an order.
  let quantities: OrderedQuantities
  /// Where counts and quantities come from.
  let notes: [Phrase]

  /// What past orders show.
  ///
  /// - Parameters:
  ///   - orders: The orders of all contracts.
  ///   - items: The items of the case; orders of others do not count.
  ///   - own: The case's number, to which orders that name none belong.
  init(orders: [Order], items: [Item], own: String) {
    let contract = OrderEvidence.busiestContract(orders, own: own)
    let counted = orders.filter { $0.caseNumber ?? own == contract }
    counts = OrderCounts(counted.map(\.itemID), items: items)
    quantities = OrderedQuantities(orders.map { ($0.itemID, $0.quantity) }, items: items)
    guard !orders.isEmpty else {
      notes = []
      return
    }
    notes = [
      Phrase(
        "order counts follow the \(counts.total) orders of contract \(contract); quantities all"
          + " \(quantities.all.count) orders; items without orders there get none",
        "訂單數依契約 \(contract) 之 \(counts.total) 筆訂單，數量依全部 \(quantities.all.count) 筆訂單；"
          + "無訂單之品項不產生訂單")
    ]
  }

  /// What a demand survey lets expect: one order for each agency that asks.
  ///
  /// - Parameters:
  ///   - demand: What agencies ask for.
  ///   - items: The items of the case.
  ///   - past: Past orders, whose quantities serve where no agency says how much.
  init(demand: [DemandRequest], items: [Item], past: OrderEvidence) {
    let wished = OrderedQuantities(
      demand.compactMap { request in request.quantity.map { (request.itemID, $0) } }, items: items)
    counts = OrderCounts(demand.map(\.itemID), items: items)
    quantities = wished.all.isEmpty ? past.quantities : wished
    notes = [
      Phrase(
        "order counts follow the demand survey: on average one order for each of its"
          + " \(counts.total) requests (assumed); items that no agency asks for get none",
        "訂單數依需求調查：\(counts.total) 筆機關需求平均各產生一筆訂單（假設）；無機關需求之品項不產生訂單"),
      wished.all.isEmpty
        ? Phrase(
          "quantities follow all \(quantities.all.count) past orders, as no agency states any",
          "機關未填數量，數量依全部 \(quantities.all.count) 筆既往訂單")
        : Phrase(
          "quantities follow the \(wished.all.count) that agencies state",
          "數量依機關所填之 \(wished.all.count) 筆需求數量"),
    ]
  }

  /// The contract with the most orders; of equal ones the case's own, then the one named first.
  private static func busiestContract(_ orders: [Order], own: String) -> String {
    var counts: [String: Int] = [:]
    for order in orders { counts[order.caseNumber ?? own, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    if counts[own] ?? 0 == most { return own }
    return counts.filter { $0.value == most }.keys.min() ?? own
  }
}
