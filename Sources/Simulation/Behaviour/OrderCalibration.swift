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
  private let stated: BehaviourSettings

  init(_ input: Case, stated: BehaviourSettings) throws(ArithmeticOverflow) {
    self.stated = stated
    guard let orders = input.orders ?? (stated.statesOrders ? [] : nil), input.feeTiers != nil
    else {
      let file = input.orders == nil ? "orders.csv" : "fee_tiers.csv"
      notes = [
        Phrase(
          "no \(file): orders and fees are not simulated", "未提供 \(file)：不模擬訂單及作業服務費")
      ]
      return
    }
    let items = input.items ?? []
    let own = input.header.caseNumber
    let year = OrderCalibration.busiestContract(orders, own: own)
    let past = PastOrders(
      orders, items: items, contract: year, own: own,
      calendar: [input.header.contract] + input.otherContracts)
    notes = [
      Phrase(
        "order counts follow the \(past.countedOrders) orders of contract \(year); quantities all"
          + " \(past.allQuantities.count) orders; items without orders there get none",
        "訂單數依契約 \(year) 之 \(past.countedOrders) 筆訂單，數量依全部 \(past.allQuantities.count) 筆訂單；"
          + "無訂單之品項不產生訂單")
    ]
    for item in items { models.append(try model(of: item, past)) }
    note(rulings: OrderCalibration.rulings(orders).decided)
    if models.allSatisfy(\.quantities.isEmpty) {
      notes.append(
        Phrase(
          "there are no past orders to take quantities from: no orders are simulated",
          "無既往訂單可供抽取數量：不產生訂單"))
    }
    let months = SimulatedMonths(
      from: input.header.contract.start, to: input.header.contract.end)
    habits = try habits(orders, past, months)
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
    of item: Item, _ past: PastOrders
  ) throws(ArithmeticOverflow) -> OrderModel {
    let category = item.category
    var mean = Double(past.counts[item.id] ?? 0)
    if let target = stated.value(\.ordersPerItem, of: category)?.value.approximation {
      let average = past.spreads[category]?.mean ?? 0
      mean = average > 0 ? mean * (target / average) : target
    }
    if let scale = stated.value(\.orderCountScale, of: category) {
      mean *= scale.value.approximation
    }
    let quantities = try quantities(of: item, past)
    let size =
      stated.value(\.orderCountSize, of: category)?.value.approximation
      ?? past.spreads[category]?.size.map { max($0, OrderCalibration.smallestSize) }
    return OrderModel(
      count: .negativeBinomial(mean: quantities.isEmpty ? 0 : mean, size: size ?? .infinity),
      quantities: quantities)
  }

  private func quantities(
    of item: Item, _ past: PastOrders
  ) throws(ArithmeticOverflow) -> OrderModel.Quantities {
    let scale = stated.value(\.sizeScale, of: item.category)
    if let distribution = stated.value(\.orderQuantity, of: item.category) {
      let factor = scale?.value.approximation ?? 1
      let table = try? TabulatedQuantiles(scale: 1) { probability throws(NumericalError) in
        // Beyond a thousand million units nobody orders; a table ends there.
        min(max(1, factor * (try distribution.quantile(probability))), 1e9)
      }
      return table.map { .tabulated($0) } ?? .observed([])
    }
    var quantities =
      past.quantities[item.id] ?? past.quantitiesOfCategory[item.category] ?? past.allQuantities
    guard let scale else { return .observed(quantities) }
    for index in quantities.indices {
      let exact = try scale.value * Rational(quantities[index])
      guard let whole = Int64(exactly: exact.rounded(.halfUp)) else {
        throw ArithmeticOverflow("an ordered quantity")
      }
      quantities[index] = max(1, whole)
    }
    return .observed(quantities)
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
}

extension OrderCalibration {
  private mutating func habits(
    _ orders: [Order], _ past: PastOrders, _ months: SimulatedMonths
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
      cancelledBelow: UInt64(threshold.rounded(.halfUp)),
      monthEnds: try monthEnds(past, months),
      rulingMonths: past.rulingMonths.isEmpty ? [1] : past.rulingMonths)
  }

  /// How orders lie over the months of the contract, as shares of 2³² added up.
  private mutating func monthEnds(
    _ past: PastOrders, _ months: SimulatedMonths
  ) throws(ArithmeticOverflow) -> [UInt64] {
    var weights = Array(repeating: Rational.zero, count: months.contractCount)
    if let profile = stated.monthProfile {
      for (month, weight) in profile.enumerated() {
        let place = min(month, weights.count - 1)
        weights[place] = try weights[place] + weight.value
      }
    } else {
      for (month, count) in past.months where weights.indices.contains(month) {
        weights[month] = Rational(Int64(count))
      }
    }
    var total = Rational.zero
    for weight in weights { total = try total + weight }
    if total == .zero {
      notes.append(
        Phrase(
          "no past orders show a month: orders are spread evenly over the contract (assumed)",
          "無既往訂單月份資料：訂單平均分布於契約期間（假設）"))
      weights = weights.map { _ in .one }
      total = Rational(Int64(weights.count))
    }
    var ends: [UInt64] = []
    var sum = Rational.zero
    for weight in weights {
      sum = try sum + weight
      ends.append(UInt64(clamping: try (sum / total * Rational(1 << 32)).rounded(.halfUp)))
    }
    return ends
  }

  private mutating func note(rulings: Int) {
    let values = [stated.all] + stated.categories.values
    let isScaled = values.contains {
      $0.ordersPerItem != nil || $0.sizeScale != nil || $0.orderQuantity != nil
        || $0.orderCountSize != nil || $0.orderCountScale != nil
    }
    if isScaled {
      notes.append(
        Phrase(
          "order counts or quantities are as stated, not as the data show them",
          "訂單數或數量依所定，非依資料"))
    }
    if let rate = stated.cancellationRate {
      notes.append(
        Phrase(
          "\(rate.decimalText) of the orders are cancelled (stated)",
          "取消訂單比率 \(rate.decimalText)（所定）"))
    } else if rulings == 0 {
      notes.append(
        Phrase("no past order was decided on: none is cancelled (assumed)", "無既往裁定：不取消訂單（假設）"))
    }
    notes.append(
      Phrase(
        "an item's count varies as counts vary between the items of its category (assumed)",
        "各品項訂單數之變異，比照同類別各品項間之變異（假設）"))
    let sensitivity = stated.priceSensitivity.map { ($0.decimalText, "stated", "所定") }
    let (text, english, chinese) = sensitivity ?? ("10", "assumed", "假設")
    notes.append(
      Phrase(
        "agencies choose by price with a sensitivity of \(text) (\(english))",
        "機關選商之價格敏感度為 \(text)（\(chinese)）"))
    notes.append(
      Phrase(
        "agencies order as often and as much whatever the price (assumed); a failed item has no orders",
        "機關訂購次數及數量不隨價格變動（假設）；未能決標之品項無訂單"))
  }
}

extension BehaviourSettings {
  /// Whether orders can be drawn without any past one: counts and quantities are stated.
  fileprivate var statesOrders: Bool {
    ([all] + categories.values).contains { $0.ordersPerItem != nil && $0.orderQuantity != nil }
  }
}

extension StatedQuantity {
  /// The quantity below which a probability lies, before rounding.
  fileprivate func quantile(_ probability: Double) throws(NumericalError) -> Double {
    switch self {
    case .lognormal(let mean, let deviation):
      try ContinuousDistribution.lognormal(logMean: mean, logStandardDeviation: deviation)
        .quantile(probability)
    case .pareto(let lowest, let exponent):
      try ContinuousDistribution.pareto(lowest: lowest, exponent: exponent).quantile(probability)
    }
  }
}
