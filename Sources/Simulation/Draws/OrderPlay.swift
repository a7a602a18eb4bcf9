import CallOff
import Policy
import Quantities
import Statistics

/// The orders for one item in one draw under one scenario, with their fees.
struct OrderPlay {
  /// The stream of random words that ordering uses.
  static let stream: UInt32 = 2
  private static let position = SourcePosition(file: "simulated", line: 0)

  /// What an order is made of, beside its luck.
  struct Setting {
    let model: OrderModel
    let habits: OrderHabits
    let rule: FeeRule
    let vendors: [VendorID]
    let day: Day
  }

  /// What went wrong with an order.
  enum Problem: Error {
    case fee(FeeProblem)
    case overflow(ArithmeticOverflow)
  }

  /// The amounts of the orders that stand.
  private(set) var value = Money.zero
  /// Their fees.
  private(set) var fees = Money.zero

  /// Places the orders: slot 0 their number, slot 1 + i the quantity, vendor and cancellation of one.
  ///
  /// A cancelled order accrues and reverses its fee, so it adds nothing.
  init(
    itemID: ItemID, reservePrice: Money, offers: [ItemPlay.Offer], setting: Setting,
    block: (UInt32) -> SIMD4<UInt32>
  ) throws(Problem) {
    guard !offers.isEmpty else { return }
    let weights = setting.habits.weights(of: offers.map(\.price), reserve: reservePrice)
    let total = weights.reduce(0, +)
    for place in 0..<setting.model.count.count(for: block(0)[0]) {
      let words = block(UInt32(truncatingIfNeeded: place + 1))
      guard UInt64(words[2]) >= setting.habits.cancellationThreshold else { continue }
      let quantities = setting.model.quantities
      let quantity = quantities[words[0].scaled(below: quantities.count)]
      let offer = offers[OrderPlay.choice(words[1].scaled(below: total), weights)]
      try add(itemID, offer, quantity, setting)
    }
  }

  private static func choice(_ target: Int, _ weights: [Int]) -> Int {
    var rest = target
    for (index, weight) in weights.enumerated().dropLast() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }

  private mutating func add(
    _ itemID: ItemID, _ offer: ItemPlay.Offer, _ quantity: Int64, _ setting: Setting
  ) throws(Problem) {
    let order = try orOverflow { () throws(ArithmeticOverflow) in
      try Order(
        id: OrderID("simulated"), itemID: itemID, vendorID: setting.vendors[offer.vendorIndex],
        agencyID: AgencyID("simulated"), orderedOn: setting.day, quantity: quantity,
        unitPrice: offer.price, position: OrderPlay.position)
    }
    let fee: Fee
    do throws(FeeProblem) {
      fee = try setting.rule.fee(of: order)
    } catch {
      throw .fee(error)
    }
    value = try orOverflow { () throws(ArithmeticOverflow) in try value + order.amount }
    fees = try orOverflow { () throws(ArithmeticOverflow) in try fees + fee.charged }
  }

  private func orOverflow<Value>(
    _ compute: () throws(ArithmeticOverflow) -> Value
  ) throws(Problem) -> Value {
    do throws(ArithmeticOverflow) {
      return try compute()
    } catch {
      throw .overflow(error)
    }
  }
}
