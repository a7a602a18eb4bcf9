import CallOff
import Pricing
import Quantities
import Statistics

/// A contract price at which an item can be ordered from a vendor.
struct OrderOffer: Sendable {
  let vendor: VendorID
  let price: Money
}

/// The contract of a case that orders are placed under.
struct OrderContract: Sendable {
  /// The contract's period.
  let contract: Contract
  /// Whether it is the case's own contract, which an order does not name.
  let isCurrent: Bool
  /// How its orders spread over its days.
  let calendar: OrderCalendar

  init(_ dated: SyntheticCalendar.DatedCase, isCurrent: Bool) {
    contract = Contract(
      caseNumber: dated.number, start: dated.contractStart, end: dated.contractEnd)
    self.isCurrent = isCurrent
    calendar = OrderCalendar(from: dated.contractStart, through: dated.contractEnd)
  }
}

/// The orders for one item under one contract, one after the other in order of date.
struct OrderStream {
  let contract: OrderContract
  /// The item's reserve price under the case's own contract.
  let reservePrice: Money?
  /// Whether data of the item's products is stored abroad as well.
  let isStoredAbroad: Bool
  /// The day of the next order; `nil` when there is none left.
  private(set) var nextDay: Day?

  private let itemID: ItemID
  private let offers: [OrderOffer]
  /// For each offer, the chances up to it, this one included.
  private let cumulatedChances: [Int]
  private let count: Int
  private var number = 0
  private var draws: RandomStream

  init(
    of source: OrderSource, under contract: OrderContract, from offers: [OrderOffer], count: Int,
    draws: RandomStream
  ) {
    itemID = source.item.item.id
    reservePrice = source.reservePrice
    isStoredAbroad = SyntheticScreening.isStoredAbroad(source.item)
    self.contract = contract
    self.offers = offers
    self.count = offers.isEmpty ? 0 : count
    self.draws = draws
    cumulatedChances = OrderStream.cumulatedChances(of: offers)
    findNextDay()
  }

  /// Makes the next order.
  ///
  /// - Throws: `ArithmeticOverflow` when its amount does not fit.
  mutating func next(id: OrderID, on day: Day) throws(ArithmeticOverflow) -> Order {
    let offer = chosenOffer()
    let amount = draws.value(.orderAmount) * Money.minorUnitsPerUnit
    let price = max(offer.price.minorUnits, 1)
    let agencies = SyntheticNames.agencyCount
    // The lower of two draws: the first agencies of the list order most.
    let agency = min(draws.next(below: agencies), draws.next(below: agencies))
    let status = status(orderedOn: day)
    number += 1
    findNextDay()
    return try Order(
      id: id, itemID: itemID, vendorID: offer.vendor, agencyID: SyntheticNames.agency(agency),
      orderedOn: day, quantity: max((amount + price / 2) / price, 1), unitPrice: offer.price,
      status: status, caseNumber: contract.isCurrent ? nil : contract.contract.caseNumber,
      position: SyntheticItem.position(in: .orders))
  }

  private mutating func findNextDay() {
    guard number < count else {
      nextDay = nil
      return
    }
    let place = UInt16(truncatingIfNeeded: draws.nextWord() >> 16)
    nextDay = contract.calendar.day(of: number, outOf: count, place: place)
  }

  /// Agencies prefer low prices: a chance falls with the eighth power of the price (assumed).
  private static func cumulatedChances(of offers: [OrderOffer]) -> [Int] {
    let lowest = max(offers.map(\.price.minorUnits).min() ?? 1, 1)
    var sum = 0
    return offers.map { offer in
      var part = Int(Int128(lowest) << 16 / Int128(max(offer.price.minorUnits, 1)))
      for _ in 0..<3 { part = part * part >> 16 }
      sum += max(part, 1)
      return sum
    }
  }

  private mutating func chosenOffer() -> OrderOffer {
    let chance = draws.next(below: cumulatedChances.last ?? 1)
    return offers[cumulatedChances.firstIndex { $0 > chance } ?? 0]
  }

  /// 2 % of the orders are cancelled and 0.8 % wait for a ruling (assumed).
  private mutating func status(orderedOn day: Day) -> Order.Status {
    let luck = draws.next(below: 1_000)
    let returnedOn = day + 3 + draws.next(below: 30)
    let ruledOn = returnedOn + 5 + draws.next(below: 40)
    switch luck {
    case ..<20: return .cancelled(returnedOn: returnedOn, ruledOn: ruledOn)
    case ..<28: return .returnPending(returnedOn: returnedOn)
    default: return .active
    }
  }
}

extension SyntheticOutput {
  /// Writes an order.
  mutating func write(_ order: Order) {
    self[.orders].add(order.id.text)
    self[.orders].add(order.itemID.text)
    self[.orders].add(order.vendorID.text)
    self[.orders].add(order.agencyID.text)
    self[.orders].add(order.orderedOn)
    self[.orders].add(order.quantity)
    self[.orders].add(order.unitPrice)
    let refused = order.records.refusedReturn
    let (name, returnedOn, ruledOn): (String, Day?, Day?) =
      switch order.status {
      case .active: ("active", refused?.returnedOn, refused?.ruledOn)
      case .returnPending(let returnedOn): ("return-pending", returnedOn, nil)
      case .cancelled(let returnedOn, let ruledOn): ("cancelled", returnedOn, ruledOn)
      }
    self[.orders].add(name)
    self[.orders].add(order.caseNumber ?? "")
    self[.orders].add(returnedOn)
    self[.orders].add(ruledOn)
    write(order.records)
    self[.orders].endRow()
  }

  private mutating func write(_ records: OrderRecords) {
    self[.orders].add(records.superiorApprovedOn)
    self[.orders].add(records.dataLocationCheckedOn)
    self[.orders].add(records.isStorageAbroadApproved.map { $0 ? "yes" : "no" } ?? "")
    self[.orders].add(records.vendorAgreedOn)
    self[.orders].add(records.returnReason ?? "")
  }

  /// Lists what the rules of orders find in an order.
  mutating func writeExpectation(of order: OrderID, _ defect: OrderDefect) {
    let (rule, result) = defect.expected
    self[.plantedOrders].add(order.text)
    self[.plantedOrders].add(rule)
    self[.plantedOrders].add(result)
    self[.plantedOrders].endRow()
  }
}
