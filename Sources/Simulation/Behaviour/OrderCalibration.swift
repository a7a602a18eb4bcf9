import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Statistics

/// Turns past orders, and what is stated, into an order model for each item.
struct OrderCalibration {
  /// How much an agency minds the price where nothing is stated: 1 % of the reserve makes a vendor
  /// e^0.1 times as likely.
  static let assumedSensitivity = 10.0
  /// The smallest size of a negative binomial: a spread of counts far beyond any seen.
  private static let smallestSize = 0.25

  private(set) var models: [OrderModel] = []
  private(set) var habits: OrderHabits?
  private(set) var notes: [Phrase] = []

  init(_ input: Case, stated: BehaviourSettings) throws(ArithmeticOverflow) {
    guard let orders = input.orders, input.feeTiers != nil else {
      let file = input.orders == nil ? "orders.csv" : "fee_tiers.csv"
      notes = [
        Phrase(
          "no \(file): orders and fees are not simulated", "未提供 \(file)：不模擬訂單及作業服務費")
      ]
      return
    }
    let items = input.items ?? []
    let year = OrderCalibration.busiestContract(orders, own: input.header.caseNumber)
    let past = PastOrders(orders, items: items, contract: year, own: input.header.caseNumber)
    notes = [
      Phrase(
        "order counts follow the \(past.countedOrders) orders of contract \(year); quantities all"
          + " \(past.allQuantities.count) orders; items without orders there get none",
        "訂單數依契約 \(year) 之 \(past.countedOrders) 筆訂單，數量依全部 \(past.allQuantities.count) 筆訂單；"
          + "無訂單之品項不產生訂單")
    ]
    for item in items { models.append(try model(of: item, past, stated)) }
    note(stated, rulings: OrderCalibration.rulings(orders).decided)
    if past.allQuantities.isEmpty {
      notes.append(
        Phrase(
          "there are no past orders to take quantities from: no orders are simulated",
          "無既往訂單可供抽取數量：不產生訂單"))
    }
    habits = try habits(orders, stated)
  }

  /// The contract with the most orders; of equal ones the case's own, then the one named first.
  private static func busiestContract(_ orders: [Order], own: String) -> String {
    var counts: [String: Int] = [:]
    for order in orders { counts[order.caseNumber ?? own, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    if counts[own] ?? 0 == most { return own }
    return counts.filter { $0.value == most }.keys.min() ?? own
  }

  private func model(
    of item: Item, _ past: PastOrders, _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> OrderModel {
    let category = item.category
    var mean = Double(past.counts[item.id] ?? 0)
    if let target = stated.value(\.ordersPerItem, of: category)?.value.approximation {
      let average = past.spreads[category]?.mean ?? 0
      mean = average > 0 ? mean * (target / average) : target
    }
    var quantities =
      past.quantities[item.id] ?? past.quantitiesOfCategory[category] ?? past.allQuantities
    if let scale = stated.value(\.sizeScale, of: category) {
      for index in quantities.indices {
        let exact = try scale.value * Rational(quantities[index])
        guard let whole = Int64(exactly: exact.rounded(.halfUp)) else {
          throw ArithmeticOverflow("an ordered quantity")
        }
        quantities[index] = max(1, whole)
      }
    }
    let size = past.spreads[category]?.size.map { max($0, OrderCalibration.smallestSize) }
    let count = CountTable.negativeBinomial(
      mean: quantities.isEmpty ? 0 : mean, size: size ?? .infinity)
    return OrderModel(count: count, quantities: quantities)
  }

  private func habits(
    _ orders: [Order], _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> OrderHabits {
    let rulings = OrderCalibration.rulings(orders)
    let rate: Rational =
      if let stated = stated.cancellationRate {
        stated.value
      } else if rulings.decided > 0 {
        try Rational(Int128(rulings.cancelled), over: Int128(rulings.decided))
      } else { .zero }
    let threshold = try rate * Rational(1 << 32)
    return OrderHabits(
      decay: ExponentialDecay(
        rate: stated.priceSensitivity?.value.approximation ?? OrderCalibration.assumedSensitivity),
      cancellationThreshold: UInt64(threshold.rounded(.halfUp)))
  }

  /// Orders in force or cancelled, and those cancelled; a pending return is neither yet.
  private static func rulings(_ orders: [Order]) -> (decided: Int, cancelled: Int) {
    orders.reduce(into: (0, 0)) { sum, order in
      switch order.status {
      case .active: sum.0 += 1
      case .cancelled: sum = (sum.0 + 1, sum.1 + 1)
      case .returnPending: break
      }
    }
  }

  private mutating func note(_ stated: BehaviourSettings, rulings: Int) {
    let values = [stated.all] + stated.categories.values
    if values.contains(where: { $0.ordersPerItem != nil || $0.sizeScale != nil }) {
      notes.append(
        Phrase(
          "order counts or quantities are scaled as stated in the behaviour file",
          "訂單數或數量依行為檔所定調整"))
    }
    if let rate = stated.cancellationRate {
      notes.append(
        Phrase(
          "\(rate.decimalText) of the orders are cancelled (stated in the behaviour file)",
          "取消訂單比率 \(rate.decimalText)（行為檔所定）"))
    } else if rulings == 0 {
      notes.append(
        Phrase("no past order was decided on: none is cancelled (assumed)", "無既往裁定：不取消訂單（假設）"))
    }
    notes.append(
      Phrase(
        "an item's count varies as counts vary between the items of its category (assumed)",
        "各品項訂單數之變異，比照同類別各品項間之變異（假設）"))
    if let sensitivity = stated.priceSensitivity {
      notes.append(
        Phrase(
          "agencies choose by price with a sensitivity of \(sensitivity.decimalText) (stated in the"
            + " behaviour file)",
          "機關選商之價格敏感度為 \(sensitivity.decimalText)（行為檔所定）"))
    } else {
      notes.append(
        Phrase(
          "agencies choose by price with a sensitivity of 10 (assumed)",
          "機關選商之價格敏感度為 10（假設）"))
    }
    notes.append(
      Phrase(
        "agencies order as often and as much whatever the price (assumed); a failed item has no orders",
        "機關訂購次數及數量不隨價格變動（假設）；未能決標之品項無訂單"))
  }
}
