import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Statistics

/// Turns past orders or the demand survey, and what is stated, into an order model for each item.
struct OrderCalibration {
  /// The smallest size of a negative binomial: a spread of counts far beyond any seen.
  private static let smallestSize = 0.25

  private(set) var models: [OrderModel] = []
  private(set) var habits: OrderHabits?
  private(set) var notes: [Phrase] = []
  private let stated: BehaviourSettings
  /// The tables of stated quantities, made once a category.
  private var statedQuantities: [Category: OrderModel.Quantities] = [:]

  init(_ input: Case, stated: BehaviourSettings) throws(BehaviourProblem) {
    self.stated = stated
    if input.demand == nil, stated.asksForDemand { throw .noDemand }
    let showsOrders = input.orders != nil || input.demand != nil || stated.statesOrders
    guard showsOrders, input.feeTiers != nil else {
      let file = showsOrders ? "fee_tiers.csv" : "orders.csv"
      notes = [
        Phrase(
          "no \(file): orders and fees are not simulated", "未提供 \(file)：不模擬訂單及作業服務費")
      ]
      return
    }
    do throws(ArithmeticOverflow) {
      try calibrate(input)
    } catch {
      throw .overflow(error)
    }
  }

  private mutating func calibrate(_ input: Case) throws(ArithmeticOverflow) {
    let items = input.items ?? []
    let past = OrderEvidence(
      orders: input.orders ?? [], items: items, own: input.header.caseNumber)
    let survey = input.demand.map { OrderEvidence(demand: $0, items: items, past: past) }
    for item in items {
      let source =
        stated.value(\.orderCounts, of: item.category) ?? (input.orders == nil ? .demand : .orders)
      let evidence = source == .demand ? survey ?? past : past
      for note in evidence.notes where !notes.contains(note) { notes.append(note) }
      models.append(try model(of: item, evidence))
    }
    noteScales()
    if models.allSatisfy(\.quantities.isEmpty) {
      notes.append(
        Phrase(
          "there are no past orders to take quantities from: no orders are simulated",
          "無既往訂單可供抽取數量：不產生訂單"))
    }
    let calibrated = try OrderHabits.calibrated(on: input, stated: stated)
    habits = calibrated.habits
    notes += calibrated.notes
  }

  private mutating func model(
    of item: Item, _ evidence: OrderEvidence
  ) throws(ArithmeticOverflow) -> OrderModel {
    let category = item.category
    let spread = evidence.counts.spread(of: category)
    var mean = Double(evidence.counts.count(of: item.id))
    if let target = stated.value(\.ordersPerItem, of: category)?.value.approximation {
      let average = spread?.mean ?? 0
      mean = average > 0 ? mean * (target / average) : target
    }
    if let scale = stated.value(\.orderCountScale, of: category) {
      mean *= scale.value.approximation
    }
    let quantities = try quantities(of: item, evidence.quantities)
    let size =
      stated.value(\.orderCountSize, of: category)?.value.approximation
      ?? spread?.size.map { max($0, OrderCalibration.smallestSize) }
    return OrderModel(
      count: .negativeBinomial(mean: quantities.isEmpty ? 0 : mean, size: size ?? .infinity),
      quantities: quantities)
  }

  private mutating func quantities(
    of item: Item, _ seen: OrderedQuantities
  ) throws(ArithmeticOverflow) -> OrderModel.Quantities {
    let category = item.category
    if let known = statedQuantities[category] { return known }
    let scale = stated.value(\.sizeScale, of: category)
    if let distribution = stated.value(\.orderQuantity, of: category) {
      let factor = scale?.value.approximation ?? 1
      let table = try? TabulatedQuantiles(scale: 1) { probability throws(NumericalError) in
        // Beyond a thousand million units nobody orders; a table ends there.
        min(max(1, factor * (try distribution.quantile(probability))), 1e9)
      }
      let quantities = table.map { OrderModel.Quantities.tabulated($0) } ?? .observed([])
      statedQuantities[category] = quantities
      return quantities
    }
    var quantities = seen.quantities(of: item)
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

  private mutating func noteScales() {
    if stated.everyValue.contains(where: \.changesOrders) {
      notes.append(
        Phrase(
          "order counts or quantities are as stated, not as the data show them",
          "訂單數或數量依所定，非依資料"))
    }
    notes.append(
      Phrase(
        "an item's count varies as counts vary between the items of its category (assumed)",
        "各品項訂單數之變異，比照同類別各品項間之變異（假設）"))
  }
}

extension BehaviourSettings {
  fileprivate var everyValue: [Values] { [all] + categories.values }

  /// Whether orders can be drawn without any past one: counts and quantities are stated.
  fileprivate var statesOrders: Bool {
    everyValue.contains { $0.ordersPerItem != nil && $0.orderQuantity != nil }
  }

  /// Whether counts are to follow the demand survey.
  fileprivate var asksForDemand: Bool { everyValue.contains { $0.orderCounts == .demand } }
}

extension BehaviourSettings.Values {
  fileprivate var changesOrders: Bool {
    ordersPerItem != nil || sizeScale != nil || orderQuantity != nil || orderCountSize != nil
      || orderCountScale != nil
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
