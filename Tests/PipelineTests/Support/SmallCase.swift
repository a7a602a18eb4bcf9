import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Tendering

/// Rows with little to say, each at a line of its own table.
enum SmallCase {
  static let pricingDate = day(year: 2026, month: 1, day: 20)
  static let contract = Contract(
    caseNumber: "1150202", start: day(year: 2026, month: 4, day: 1),
    end: day(year: 2027, month: 3, day: 31))

  static func day(year: Int, month: Int, day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(daysSinceEpoch: 0)
  }

  static func money(_ units: Int64) -> Money {
    Money(minorUnits: units * Money.minorUnitsPerUnit)
  }

  static func empty() -> Case {
    Case(
      header: Case.Header(
        caseNumber: "1150202", title: "test", currency: "TWD", pricingDate: pricingDate,
        contract: contract))
  }

  static func item(_ id: String) -> Item {
    Item(id: ItemID(id), category: .iaas, name: id, position: position("items.csv", 2))
  }

  /// A web quote of an item a month before the pricing date: its reserve price where it stands alone.
  static func quote(_ item: String, _ units: Int64, id: String = "Q1") -> Evidence {
    Evidence(
      id: EvidenceID("\(item)-\(id)"), itemID: ItemID(item), origin: .market(.web),
      date: pricingDate + -30, unitPrice: money(units), position: position("market_quotes.csv", 2))
  }

  static func bid(
    _ item: String, _ vendor: String, _ units: Int64, status: Bid.Status = .valid, line: Int = 2
  ) -> Bid {
    Bid(
      itemID: ItemID(item), vendorID: VendorID(vendor), unitPrice: money(units), status: status,
      position: position("bids.csv", line))
  }

  static func rebid(_ item: String, _ vendor: String, _ units: Int64) -> Rebid {
    Rebid(
      itemID: ItemID(item), vendorID: VendorID(vendor), unitPrice: money(units),
      position: position("rebids.csv", 2))
  }

  static func order(
    _ id: String, _ units: Int64, quantity: Int64 = 1, status: Order.Status = .active
  ) throws -> Order {
    try Order(
      id: OrderID(id), itemID: ItemID("A"), vendorID: VendorID("V1"), agencyID: AgencyID("agency"),
      orderedOn: contract.start + 10, quantity: quantity, unitPrice: money(units), status: status,
      position: position("orders.csv", 2))
  }

  /// Tiers from pairs of a lower bound in hundredths and a rate in thousandths.
  static func tiers(_ tiers: [(hundredths: Int64, thousandths: Int64)]) throws -> FeeTierTable? {
    FeeTierTable(
      name: "demonstration",
      tiers: try tiers.map { tier in
        let rate = Rate(try Rational(Int128(tier.thousandths), over: 1_000)) ?? .zero
        return FeeTier(
          lowerBoundHundredths: tier.hundredths, rate: rate, position: position("tiers.csv", 2))
      })
  }

  static func position(_ file: String, _ line: Int) -> SourcePosition {
    SourcePosition(file: file, line: line)
  }
}
