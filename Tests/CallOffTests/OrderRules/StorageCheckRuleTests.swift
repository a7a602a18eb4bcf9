import CallOff
import Policy
import Quantities
import Testing

@Suite struct StorageCheckRuleTests {
  private static func result(
    checkedOn: String?, consent: Bool? = nil, sites: [String] = ["TW"], caseNumber: String? = nil
  ) throws -> OrderResult? {
    let order = try OrderSample.order(caseNumber: caseNumber) { records in
      records.dataLocationCheckedOn = try checkedOn.map(Sample.day)
      records.isStorageAbroadApproved = consent
    }
    let review = try OrderSample.review([order]) { facts in
      facts.columns = [.dataLocationChecks, .storageConsents]
      facts.sitesOfItem = [order.itemID: sites]
    }
    return try OrderSample.finding(.ordersDataLocation, in: review)?.result
  }

  @Test("The agency checks on the day of the order at the latest")
  func check() throws {
    #expect(try Self.result(checkedOn: nil) == .missingEvidence)
    #expect(try Self.result(checkedOn: "2026-04-30") == .met)
    #expect(try Self.result(checkedOn: "2026-05-01") == .met)
    #expect(try Self.result(checkedOn: "2026-05-02") == .flagged)
  }

  @Test("Storage abroad needs the agency's consent")
  func abroad() throws {
    let sites = ["TW", "JP"]
    #expect(try Self.result(checkedOn: "2026-04-30", consent: true, sites: sites) == .met)
    #expect(try Self.result(checkedOn: "2026-04-30", consent: false, sites: sites) == .flagged)
    #expect(try Self.result(checkedOn: "2026-04-30", sites: sites) == .missingEvidence)
    // The products of the case say nothing of another contract's.
    #expect(
      try Self.result(checkedOn: "2026-04-30", sites: sites, caseNumber: "1140206") == .met)
  }

  @Test("What the vendor itself submitted goes before the item's other products")
  func ownProducts() throws {
    let order = try OrderSample.order {
      $0.dataLocationCheckedOn = try Sample.day("2026-04-30")
    }
    let review = try OrderSample.review([order]) { facts in
      facts.columns = [.dataLocationChecks]
      facts.sitesOfItem = [order.itemID: ["TW", "JP"]]
      facts.sitesOfVendor = [OrderPlace(itemID: order.itemID, vendorID: order.vendorID): ["TW"]]
    }
    #expect(try OrderSample.finding(.ordersDataLocation, in: review)?.result == .met)
  }

  @Test("Where it is not asked for nobody is flagged")
  func notAsked() throws {
    let policy = try OrderSample.policy([.ordersDataLocation: "not-asked"])
    let review = try OrderSample.review([try OrderSample.order()], policy) {
      $0.columns = [.dataLocationChecks]
    }
    #expect(try OrderSample.finding(.ordersDataLocation, in: review) == nil)
    #expect(review.tallies.first { $0.requirement.key == .ordersDataLocation }?.reason != nil)
  }
}
