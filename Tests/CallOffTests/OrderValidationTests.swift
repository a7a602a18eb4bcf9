import CallOff
import Policy
import Quantities
import Testing

@Suite struct OrderValidationTests {
  @Test("Quantity and unit price must be above 0, and both are said")
  func notAboveZero() throws {
    let order = try Sample.order(quantity: 0, cents: -5, line: 8)
    let problems = Sample.problems { try Sample.ledger([order]) }
    #expect(problems.map(\.reason) == [.order(.notAboveZero), .order(.notAboveZero)])
    #expect(problems.map(\.column) == ["quantity", "unit_price"])
    #expect(problems.allSatisfy { $0.position == Sample.row("orders.csv", 8) })
  }

  @Test("An order's name stands once")
  func repeated() throws {
    let orders = try [
      Sample.order("O1", cents: 100, line: 2), Sample.order("O2", cents: 100, line: 3),
      Sample.order("O1", cents: 200, line: 4),
    ]
    let problems = Sample.problems { try Sample.ledger(orders) }
    #expect(
      problems == [
        FeeProblem(
          .order(.repeated(OrderID("O1"), first: Sample.row("orders.csv", 2))),
          at: Sample.row("orders.csv", 4), column: "order_id")
      ])
  }

  @Test(
    "Order, return and ruling come in this order; equal days are fine",
    arguments: [
      ("2026-05-01", "2026-05-01", []),
      ("2026-05-02", "2026-05-03", []),
      (nil, "2026-05-01", []),
      (nil, "2026-04-30", ["ruled_on"]),
      ("2026-04-30", "2026-05-01", ["returned_on"]),
      ("2026-05-03", "2026-05-02", ["ruled_on"]),
      ("2026-04-30", "2026-04-29", ["returned_on", "ruled_on", "ruled_on"]),
    ] as [(String?, String, [String])])
  func dates(returnedOn: String?, ruledOn: String, columns: [String]) throws {
    let status = try Order.Status.cancelled(
      returnedOn: returnedOn.map { try Sample.day($0) }, ruledOn: Sample.day(ruledOn))
    let order = try Sample.order(cents: 100, status: status)
    let problems = Sample.problems { try Sample.ledger([order]) }
    #expect(problems.map(\.column) == columns)
  }

  @Test("A pending return may not lie before its order")
  func pendingDate() throws {
    let early = try Sample.order(
      cents: 100, status: .returnPending(returnedOn: Sample.day("2026-04-30")))
    #expect(Sample.problems { try Sample.ledger([early]) }.map(\.column) == ["returned_on"])
  }

  @Test("Everything wrong is reported at once: tiers, orders, payments")
  func allAtOnce() throws {
    let table = try Sample.table([(50, "1%"), (150, "2%")])
    let orders = try [
      Sample.order("O1", quantity: 0, cents: 100, line: 2),
      Sample.order("O1", cents: 100, line: 3),
    ]
    let problems = Sample.problems {
      try Sample.ledger(
        orders, table: table, policy: FeePolicy(tierBy: .quantity),
        collections: [Sample.payment("O9", on: "2026-06-01", units: 1)])
    }
    #expect(
      problems.map { $0.position?.description } == [
        "tiers.csv:2", "tiers.csv:3", "orders.csv:2", "orders.csv:3", "collections.csv:2",
      ])
  }

  @Test("Each uncovered order is reported, and the covered ones do not hide it")
  func everyUncovered() throws {
    let table = try Sample.table([(10_000, "1%")])
    let orders = try [50, 10_000, 60].enumerated().map { index, cents in
      try Sample.order("O\(index)", cents: Int64(cents), line: index + 2)
    }
    let problems = Sample.problems { try Sample.ledger(orders, table: table) }
    #expect(problems.compactMap(\.position?.line) == [2, 4])
  }

  @Test("Totals that do not fit are an error, not a trap")
  func totalOverflow() throws {
    let orders = try (0..<10).map { try Sample.order("O\($0)", cents: .max / 8) }
    let problems = Sample.problems { try Sample.ledger(orders) }
    guard case .overflow = problems.first?.reason else {
      Issue.record("was \(problems)")
      return
    }
  }

  @Test("No orders are a ledger without rows")
  func empty() throws {
    let ledger = try Sample.ledger([])
    #expect(ledger.assessments.isEmpty)
    #expect(try ledger.balance() == .zero)
    #expect(try ledger.statements().isEmpty)
  }
}
