import CallOff
import Policy
import Quantities
import Testing

/// Shorthand for the tests of the rules of orders.
enum OrderSample {
  /// The parameters as the rules state them, some of them changed.
  static func policy(_ changes: [PolicyKey: String] = [:]) throws -> OrderPolicy {
    var texts: [PolicyKey: String] = [
      .ordersAgencyKinds: "central-agency, school", .ordersInspectionThreshold: "10000000",
      .ordersDomesticTerritories: "TW",
    ]
    for key in PolicyKey.allCases where key.isOfOrders && texts[key] == nil {
      texts[key] = "mandatory"
    }
    texts.merge(changes) { _, changed in changed }
    var entries: [PolicyKey: [PolicyBook.Entry]] = [:]
    for (key, text) in texts {
      entries[key] = [
        PolicyBook.Entry(
          value: try PolicyValue(text: text, kind: key.kind), from: try Day(text: "1999-05-27"),
          basis: .law, citation: Citation("a source of \(key.rawValue)"))
      ]
    }
    return try OrderPolicy(
      PolicyView(PolicyBook(title: "", file: "p.yaml", entries: entries), on: nil))
  }

  /// An order of NT$100 under the case's own contract, with records.
  static func order(
    _ id: String = "O1", on day: String = "2026-05-01", units: Int64 = 100,
    status: Order.Status = .active, vendor: String = "V1", agency: String = "A1",
    caseNumber: String? = nil, line: Int = 2,
    _ change: (inout OrderRecords) throws -> Void = { _ in }
  ) throws -> Order {
    var records = OrderRecords()
    try change(&records)
    return try Order(
      id: OrderID(id), itemID: ItemID("I1"), vendorID: VendorID(vendor),
      agencyID: AgencyID(agency), orderedOn: Sample.day(day), quantity: 1,
      unitPrice: Money(units: units), status: status, caseNumber: caseNumber, records: records,
      position: Sample.row("orders.csv", line))
  }

  /// A review of some orders under the contract 1150202 of 2026-04-01 to 2027-03-31.
  static func review(
    _ orders: [Order], _ policy: OrderPolicy? = nil, others: [Contract] = [],
    _ change: (inout OrderFacts) throws -> Void = { _ in }
  ) throws -> OrderReview {
    var facts = OrderFacts()
    try change(&facts)
    facts.listsOtherContracts = !others.isEmpty
    return OrderReview(
      orders, facts: facts,
      contracts: try ContractCalendar(own: Sample.contract(), others: others),
      policies: OrderPolicies(own: try policy ?? self.policy()))
  }

  /// What one rule says of the first order; `nil` where it says nothing.
  static func finding(_ key: PolicyKey, in review: OrderReview) throws -> OrderFinding? {
    let order = try #require(review.orders.first)
    return review.findings(of: order).first { $0.requirement.key == key }
  }
}
