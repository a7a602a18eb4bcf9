import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeMovementTests {
  @Test("Each period opens as the last one closed, and closes at the balance of its last day")
  func chain() throws {
    let ledger = try GeneratedOrders(seed: 11, count: 60).ledger()
    let months = try ledger.movements(by: .month)
    #expect(months.count > 3)
    var opening = Money.zero
    for movement in months {
      #expect(movement.opening == opening)
      let expected =
        movement.opening.minorUnits + movement.accrued.minorUnits - movement.reversed.minorUnits
        - movement.collected.minorUnits
      #expect(movement.closing.minorUnits == expected)
      guard case .month(let month) = movement.period else {
        Issue.record("was \(movement.period)")
        continue
      }
      let next = try #require((month + 1).firstDay)
      #expect(try ledger.balance(on: next + -1).outstanding == movement.closing)
      opening = movement.closing
    }
    #expect(try ledger.balance().outstanding == opening)
    #expect(try ledger.balance().accrued == months.map(\.accrued).total())
  }

  @Test("An order placed in one month, reversed in the next, moves in both")
  func acrossMonths() throws {
    let order = try Sample.order(
      on: "2026-12-20", cents: 100_000_000,
      status: .cancelled(returnedOn: nil, ruledOn: Sample.day("2027-01-05")))
    let ledger = try Sample.ledger([order])
    let fee = try Money(units: 10_000)
    let years = try ledger.movements(by: .fiscalYear)
    #expect(years.map(\.period) == [.fiscalYear(2026), .fiscalYear(2027)])
    #expect(years.map(\.accrued) == [fee, .zero])
    #expect(years.map(\.reversed) == [.zero, fee])
    #expect(years.map(\.opening) == [.zero, fee])
    #expect(years.map(\.closing) == [fee, .zero])
  }

  @Test("A filter moves only its orders")
  func filtered() throws {
    let orders = try [
      Sample.order("O1", cents: 100_000_000, vendor: "V1"),
      Sample.order("O2", cents: 200_000_000, vendor: "V2"),
    ]
    let rows = try Sample.ledger(orders).movements(by: .month) {
      $0.order.vendorID == VendorID("V2")
    }
    #expect(rows.map(\.accrued) == [try Money(units: 20_000)])
    #expect(try Sample.ledger([]).movements(by: .month).isEmpty)
  }
}
