import CallOff
import Policy
import Quantities
import Testing

@Suite struct FeeLedgerTests {
  @Test(
    "accrued = collected + outstanding + reversed, per order and in total, on every day",
    arguments: [1, 2, 3] as [UInt64])
  func identity(seed: UInt64) throws {
    let generated = try GeneratedOrders(seed: seed, count: 40)
    let ledger = try generated.ledger()
    #expect(try ledger.checkIdentity().isEmpty)
    var day = GeneratedOrders.start + -1
    while day <= GeneratedOrders.end {
      var total: (accrued: Int64, reversed: Int64, collected: Int64) = (0, 0, 0)
      for row in ledger.assessments {
        let expected = generated.sums(of: row.order, by: day)
        let balance = try row.balance(on: day)
        #expect(balance.accrued.minorUnits == expected.accrued)
        #expect(balance.reversed.minorUnits == expected.reversed)
        #expect(balance.collected.minorUnits == expected.collected)
        #expect(
          balance.outstanding.minorUnits
            == expected.accrued - expected.reversed - expected.collected)
        #expect(balance.identityHolds)
        total.accrued += expected.accrued
        total.reversed += expected.reversed
        total.collected += expected.collected
      }
      let balance = try ledger.balance(on: day)
      #expect(balance.accrued.minorUnits == total.accrued)
      #expect(
        balance.outstanding.minorUnits == total.accrued - total.reversed - total.collected)
      #expect(balance.identityHolds)
      #expect(try balance.receivable - balance.refundDue == balance.outstanding)
      day = day + 1
    }
    #expect(try ledger.balance(on: GeneratedOrders.end) == ledger.balance())
  }

  @Test("Rows follow the input; nothing else depends on its order", arguments: [4, 5] as [UInt64])
  func permutation(seed: UInt64) throws {
    let generated = try GeneratedOrders(seed: seed, count: 50)
    var shuffled = generated
    var numbers = TestNumbers(seed: seed + 100)
    numbers.shuffle(&shuffled.orders)
    numbers.shuffle(&shuffled.collections)
    let (first, second) = (try generated.ledger(), try shuffled.ledger())
    #expect(second.assessments.map(\.order.id) == shuffled.orders.map(\.id))
    #expect(Set(first.assessments) == Set(second.assessments))
    #expect(first.events.map(\.position) == second.events.map(\.position))
    #expect(first.events.map(\.kind) == second.events.map(\.kind))
    #expect(first.notes == second.notes)
    #expect(try first.balance() == second.balance())
    for grouping in [FeeGrouping.month, .contract, .vendor, .tier] {
      #expect(try first.totals(by: grouping) == second.totals(by: grouping))
    }
    #expect(try first.movements(by: .month) == second.movements(by: .month))
    #expect(try first.statements() == second.statements())
  }

  @Test("Entries are sorted by day, then accrual, collection, reversal, then order")
  func eventOrder() throws {
    let day = try Sample.day("2026-05-01")
    let orders = try [
      Sample.order("O2", cents: 100_000_000, status: .cancelled(returnedOn: nil, ruledOn: day)),
      Sample.order("O1", cents: 100_000_000),
      Sample.order("O3", on: "2026-04-30", cents: 100_000_000),
    ]
    let ledger = try Sample.ledger(
      orders, collections: [Sample.payment("O1", on: "2026-05-01", units: 7)])
    #expect(
      ledger.events.map { "\($0.kind) \($0.orderID)" } == [
        "accrual O3", "accrual O1", "accrual O2", "collection O1", "reversal O2",
      ])
    #expect(ledger.events.map(\.position.file).filter { $0 == "collections.csv" }.count == 1)
  }

  @Test("Notes: a demonstration table says so first")
  func demonstration() throws {
    let table = try Sample.table([(0, "1.1%"), (500, "1%")], name: "demo_tiers.csv")
    let notes = try Sample.ledger([Sample.order(cents: 100)], table: table).notes
    #expect(notes.first == .demonstrationTable(name: "demo_tiers.csv"))
    for note in notes {
      #expect(!note.phrase.english.isEmpty && !note.phrase.traditionalChinese.isEmpty)
      #expect(note.phrase.english != note.phrase.traditionalChinese)
    }
  }
}
