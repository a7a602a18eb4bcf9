import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeTotalsTests {
  static let groupings: [(name: String, grouping: FeeGrouping)] = [
    ("month", .month), ("fiscal year", .fiscalYear), ("contract", .contract), ("tier", .tier),
    ("vendor", .vendor), ("agency", .agency), ("item", .item),
    ("category", .named(by: [ItemID("I0"): "iaas", ItemID("I1"): "paas"])),
  ]

  @Test("The groups of any grouping add up to the whole, on any day")
  func partition() throws {
    let ledger = try GeneratedOrders(seed: 7, count: 60).ledger()
    for day in [nil, GeneratedOrders.start + 30] {
      let whole = try ledger.totals(on: day)
      for (name, grouping) in Self.groupings {
        let rows = try ledger.totals(by: grouping, on: day)
        var sum = FeeTotals.zero
        for row in rows { sum = try sum + row.totals }
        #expect(sum == whole, "\(name)")
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.group < $1.group }, "\(name)")
        #expect(rows.allSatisfy { $0.totals.balance.identityHolds }, "\(name)")
      }
      #expect(try whole.balance == ledger.balance(on: day))
    }
  }

  @Test("Values by status and fees are those of the rows, by vendor")
  func byVendor() throws {
    let generated = try GeneratedOrders(seed: 8, count: 60)
    let rows = try generated.ledger().totals(by: .vendor)
    #expect(rows.map(\.group) == ["V0", "V1", "V2"].map { .vendor(VendorID($0)) })
    for (index, row) in rows.enumerated() {
      let orders = generated.orders.filter { $0.vendorID == VendorID("V\(index)") }
      var values: [String: Int64] = [:]
      var counts: [String: Int] = [:]
      var (net, pendingFee): (Int64, Int64) = (0, 0)
      for order in orders {
        let status =
          switch order.status {
          case .active: "active"
          case .cancelled: "cancelled"
          case .returnPending: "pending"
          }
        values[status, default: 0] += order.amount.minorUnits
        counts[status, default: 0] += 1
        if status == "active" { net += GeneratedOrders.feeCents(order) }
        if status == "pending" { pendingFee += GeneratedOrders.feeCents(order) }
      }
      #expect(row.totals.orderCount == orders.count)
      #expect(row.totals.active.value.minorUnits == values["active"] ?? 0)
      #expect(row.totals.cancelled.value.minorUnits == values["cancelled"] ?? 0)
      #expect(row.totals.returnPending.value.minorUnits == values["pending"] ?? 0)
      #expect(row.totals.cancelled.count == counts["cancelled"] ?? 0)
      #expect(row.totals.net.minorUnits == net)
      #expect(row.totals.pendingFee.minorUnits == pendingFee)
      #expect(try row.totals.orderValue() == orders.map(\.amount).total())
    }
  }

  @Test("Overlapping contracts stay apart; orders of no listed contract keep their case number")
  func contracts() throws {
    let ledger = try GeneratedOrders(seed: 9, count: 60).ledger()
    #expect(
      try ledger.totals(by: .contract).map(\.group) == [
        .contract("1130202"), .contract("1140206"), .contract("1150202"),
      ])
    let bare = try Sample.ledger(
      [Sample.order(cents: 100)], calendar: ContractCalendar(own: nil))
    #expect(try bare.totals(by: .contract).map(\.group) == [.unknown])
  }

  @Test("Months and fiscal years are those of the order dates; a year is the calendar year")
  func periods() throws {
    let days = ["2026-12-31", "2027-01-01", "2026-12-01"]
    let orders = try days.enumerated().map { try Sample.order("O\($0)", on: $1, cents: 100) }
    let ledger = try Sample.ledger(orders)
    let months = try ledger.totals(by: .month)
    #expect(months.map(\.group.phrase.english) == ["2026-12", "2027-01"])
    #expect(months.map(\.totals.orderCount) == [2, 1])
    #expect(
      try ledger.totals(by: .fiscalYear).map(\.group) == [.fiscalYear(2026), .fiscalYear(2027)])
  }

  @Test("An item without a name counts as not known, and a filter leaves orders out")
  func namedAndFiltered() throws {
    let orders = try ["I1", "I2", "I1"].enumerated().map {
      try Sample.order("O\($0)", cents: 100, item: $1)
    }
    let ledger = try Sample.ledger(orders)
    let rows = try ledger.totals(by: .named(by: [ItemID("I1"): "iaas"]))
    #expect(rows.map(\.group) == [.named("iaas"), .unknown])
    #expect(rows.map(\.totals.orderCount) == [2, 1])
    let one = try ledger.totals(by: .item) { $0.order.itemID == ItemID("I2") }
    #expect(one.map(\.group) == [.item(ItemID("I2"))])
    #expect(try ledger.totals { $0.order.itemID == ItemID("I1") }.orderCount == 2)
  }
}
