import CallOff
import Policy
import Quantities
import Testing

/// Shorthand for the values that the tests of fees are made of.
enum Sample {
  /// A day, from its ISO form.
  static func day(_ text: String) throws -> Day { try Day(text: text) }

  /// A row of a file.
  static func row(_ file: String, _ line: Int) -> SourcePosition {
    SourcePosition(file: file, line: line)
  }

  /// An order of `quantity` units at `cents` each; its row is given by `line`.
  static func order(
    _ id: String = "O1", on day: String = "2026-05-01", quantity: Int64 = 1, cents: Int64,
    status: Order.Status = .active, vendor: String = "V1", item: String = "I1",
    agency: String = "A1", caseNumber: String? = nil, line: Int = 2
  ) throws -> Order {
    try Order(
      id: OrderID(id), itemID: ItemID(item), vendorID: VendorID(vendor),
      agencyID: AgencyID(agency), orderedOn: self.day(day), quantity: quantity,
      unitPrice: Money(minorUnits: cents), status: status, caseNumber: caseNumber,
      position: row("orders.csv", line))
  }

  /// A table from bounds in hundredths and rates in words.
  static func table(_ tiers: [(bound: Int64, rate: String)], name: String = "tiers.csv") throws
    -> FeeTierTable
  {
    let list = try tiers.enumerated().map { index, tier in
      FeeTier(
        lowerBoundHundredths: tier.bound, rate: try Rate(text: tier.rate),
        position: row(name, index + 2))
    }
    return try #require(FeeTierTable(name: name, tiers: list))
  }

  /// 1.1 % below NT$1,000,000 and 1 % from there on: a boundary made up for the tests.
  static func twoTiers() throws -> FeeTierTable {
    try table([(0, "1.1%"), (100_000_000, "1%")])
  }

  /// The contract from 2026-04-01 to 2027-03-31.
  static func contract(_ caseNumber: String = "1150202") throws -> Contract {
    try Contract(caseNumber: caseNumber, start: day("2026-04-01"), end: day("2027-03-31"))
  }

  /// A payment.
  static func payment(
    _ id: String = "O1", on day: String, units: Int64, line: Int = 2
  ) throws -> Collection {
    try Collection(
      orderID: OrderID(id), collectedOn: self.day(day), amount: Money(units: units),
      position: row("collections.csv", line))
  }

  /// The ledger of some orders under the contract above, with two tiers unless others are given.
  static func ledger(
    _ orders: [Order], table: FeeTierTable? = nil, policy: FeePolicy = FeePolicy(),
    collections: [Collection]? = nil, calendar: ContractCalendar? = nil
  ) throws -> FeeLedger {
    try FeeAccrual.ledger(
      orders: orders, table: table ?? twoTiers(), policy: policy,
      contracts: calendar ?? ContractCalendar(own: contract()), collections: collections)
  }

  /// What is wrong with an input that no ledger can be made of.
  static func problems(_ body: () throws -> some Any) -> [FeeProblem] {
    do {
      _ = try body()
      return []
    } catch let error as FeeProblems {
      return error.problems
    } catch {
      Issue.record("threw \(error)")
      return []
    }
  }
}
