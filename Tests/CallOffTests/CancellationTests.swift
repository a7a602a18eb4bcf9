import CallOff
import Policy
import Quantities
import Testing

@Suite struct CancellationTests {
  @Test("An order in force accrues on its order date and stays")
  func active() throws {
    let row = try #require(try Sample.ledger([Sample.order(cents: 100_000_000)]).assessments.first)
    #expect(row.statusText == "active")
    #expect(row.accruedOn == (try Sample.day("2026-05-01")))
    #expect(row.reversedOn == nil)
    #expect(row.netFee == (try Money(units: 10_000)))
  }

  @Test("A cancelled order accrues on its order date and reverses on the ruling's; net 0")
  func cancelled() throws {
    let order = try Sample.order(
      cents: 100_000_000,
      status: .cancelled(returnedOn: Sample.day("2026-06-01"), ruledOn: Sample.day("2026-06-15")))
    let ledger = try Sample.ledger([order])
    let row = try #require(ledger.assessments.first)
    #expect(row.statusText == "cancelled")
    #expect(row.netFee == .zero)
    #expect(row.accruedFee == (try Money(units: 10_000)))
    #expect(row.accruedOn == (try Sample.day("2026-05-01")))
    #expect(row.reversedOn == (try Sample.day("2026-06-15")))
    let fee = try Money(units: 10_000)
    let expected: [(String, Money, Money, Money)] = [
      ("2026-04-30", .zero, .zero, .zero), ("2026-05-01", fee, .zero, fee),
      ("2026-06-14", fee, .zero, fee), ("2026-06-15", fee, fee, .zero),
    ]
    for (day, accrued, reversed, outstanding) in expected {
      let balance = try ledger.balance(on: Sample.day(day))
      #expect(balance.accrued == accrued, "\(day)")
      #expect(balance.reversed == reversed, "\(day)")
      #expect(balance.outstanding == outstanding, "\(day)")
    }
  }

  @Test("A ruling on the very order date leaves nothing outstanding on any day")
  func sameDay() throws {
    let day = try Sample.day("2026-05-01")
    let order = try Sample.order(
      cents: 100_000_000, status: .cancelled(returnedOn: day, ruledOn: day))
    let ledger = try Sample.ledger([order])
    for offset in -1...1 {
      #expect(try ledger.balance(on: day + offset).outstanding == .zero)
    }
    #expect(try ledger.balance(on: day).accrued == Money(units: 10_000))
    #expect(ledger.events.map(\.kind) == [.accrual, .reversal])
    #expect(try ledger.checkIdentity().isEmpty)
  }

  @Test("A pending return accrues nothing and is flagged")
  func pending() throws {
    let order = try Sample.order(
      cents: 100_000_000, status: .returnPending(returnedOn: Sample.day("2026-06-01")))
    let ledger = try Sample.ledger([order])
    let row = try #require(ledger.assessments.first)
    #expect(row.statusText == "return-pending")
    #expect(row.accruedOn == nil)
    #expect(row.netFee == .zero)
    #expect(row.fee.charged == (try Money(units: 10_000)))
    #expect(row.flags.contains(.returnPending))
    #expect(ledger.events.isEmpty)
    #expect(try ledger.balance() == .zero)
    #expect(try ledger.totals().pendingFee == Money(units: 10_000))
  }

  @Test("That the dates are assumptions is noted, with the counts")
  func noted() throws {
    let day = try Sample.day("2026-05-02")
    let orders = try [
      Sample.order("O1", cents: 1_000),
      Sample.order("O2", cents: 1_000, status: .cancelled(returnedOn: nil, ruledOn: day)),
      Sample.order("O3", cents: 1_000, status: .returnPending(returnedOn: nil)),
    ]
    let notes = try Sample.ledger(orders).notes
    #expect(notes.contains(.cancellationTimingAssumed(cancelled: 1, pending: 1)))
    #expect(FeeNote.cancellationTimingAssumed(cancelled: 1, pending: 1).rule?.basis == .assumed)
    let plain = try Sample.ledger([orders[0]]).notes
    #expect(!plain.contains { if case .cancellationTimingAssumed = $0 { true } else { false } })
  }
}
