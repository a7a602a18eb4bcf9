import CallOff
import Policy
import Quantities

/// Orders and payments of every kind, the same in every run for a seed.
struct GeneratedOrders {
  var orders: [Order] = []
  var collections: [Collection] = []

  /// The first day of any order.
  static let start = Day(daysSinceEpoch: 20_544)
  /// Days over which orders are placed.
  static let span = 60
  /// The last day of any entry.
  static let end = start + 3 * span

  init(seed: UInt64, count: Int) throws {
    var numbers = TestNumbers(seed: seed)
    for index in 0..<count {
      let ordered = Self.start + numbers.next(below: Self.span)
      let returned = ordered + numbers.next(below: 10)
      let status: Order.Status =
        switch numbers.next(below: 6) {
        case 0: .cancelled(returnedOn: returned, ruledOn: returned + numbers.next(below: 20))
        case 1: .cancelled(returnedOn: nil, ruledOn: ordered)
        case 2: .returnPending(returnedOn: returned)
        default: .active
        }
      let cents = 50_000_000 + numbers.next(below: 100_000_000)
      orders.append(
        try Order(
          id: OrderID("O\(index)"), itemID: ItemID("I\(numbers.next(below: 3))"),
          vendorID: VendorID("V\(numbers.next(below: 3))"),
          agencyID: AgencyID("A\(numbers.next(below: 4))"), orderedOn: ordered,
          quantity: Int64(1 + numbers.next(below: 3)), unitPrice: Money(minorUnits: Int64(cents)),
          status: status,
          caseNumber: [nil, "1150202", "1140206", "1130202"][numbers.next(below: 4)],
          position: Sample.row("orders.csv", index + 2)))
      for _ in 0..<numbers.next(below: 3) {
        collections.append(
          Collection(
            orderID: OrderID("O\(index)"), collectedOn: ordered + numbers.next(below: 90),
            amount: Money(minorUnits: Int64(1 + numbers.next(below: 2_000_000))),
            position: Sample.row("collections.csv", collections.count + 2)))
      }
    }
  }

  /// Two overlapping contracts; orders of a third one have none.
  func ledger() throws -> FeeLedger {
    let first = Contract(
      caseNumber: "1150202", start: Self.start, end: Self.start + Self.span)
    let second = Contract(
      caseNumber: "1140206", start: Self.start + -100, end: Self.start + 20)
    return try Sample.ledger(
      orders, collections: collections,
      calendar: ContractCalendar(own: first, others: [second]))
  }

  /// The fee of an order under the two tiers of the tests, in cents: its own arithmetic.
  static func feeCents(_ order: Order) -> Int64 {
    let cents = order.quantity * order.unitPrice.minorUnits
    let thousandths: Int64 = cents < 100_000_000 ? 11 : 10
    return (cents * thousandths + 50_000) / 100_000 * 100
  }

  /// What accrued, was reversed and collected by the end of a day, in cents, from the rows alone.
  func sums(of order: Order, by day: Day) -> (accrued: Int64, reversed: Int64, collected: Int64) {
    let fee = Self.feeCents(order)
    var (accrued, reversed): (Int64, Int64) = (0, 0)
    switch order.status {
    case .active: if order.orderedOn <= day { accrued = fee }
    case .returnPending: break
    case .cancelled(_, let ruledOn):
      if order.orderedOn <= day { accrued = fee }
      if ruledOn <= day { reversed = fee }
    }
    let collected = collections.filter { $0.orderID == order.id && $0.collectedOn <= day }
      .reduce(0) { $0 + $1.amount.minorUnits }
    return (accrued, reversed, collected)
  }
}
