import Policy
import Pricing
import Quantities
import Tendering

extension SyntheticOutput {
  /// Lists what screening finds under the rules of solicitations from 114/10 on.
  mutating func writeExpectation(
    _ subject: String, _ id: String, _ rule: String, _ result: String
  ) {
    self[.plantedScreening].add(subject)
    self[.plantedScreening].add(id)
    self[.plantedScreening].add(rule)
    self[.plantedScreening].add(result)
    self[.plantedScreening].endRow()
  }

  /// Writes the item's rows of the tables of screening.
  mutating func write(_ screening: SyntheticScreening, of item: SyntheticItem, bids: [Bid]) {
    for (product, expected) in screening.products(of: item, bids: bids) {
      write(product, of: item.item.id)
      for (rule, result) in expected { writeExpectation("product", product.id, rule, result) }
    }
    for (agency, quantity) in screening.requests(of: item) {
      self[.demand].add(item.item.id.text)
      self[.demand].add(SyntheticNames.agency(agency).text)
      self[.demand].add(quantity)
      self[.demand].endRow()
    }
    for (caseNumber, sold) in screening.listings(of: item) {
      self[.listings].add(item.item.id.text)
      self[.listings].add(caseNumber)
      self[.listings].add(sold)
      self[.listings].endRow()
    }
    switch SyntheticScreening.Demand(item: item.index) {
    case .askedOnce: writeExpectation("item", item.item.id.text, "demand", "refused")
    case .notAsked: writeExpectation("item", item.item.id.text, "demand", "missing-evidence")
    case .asked, .exempt: break
    }
  }

  private mutating func write(_ product: SyntheticScreening.Product, of item: ItemID) {
    self[.products].add(product.id)
    self[.products].add(item.text)
    self[.products].add(product.vendor.text)
    self[.products].add(product.manufacturer.text)
    self[.products].add(SyntheticOutput.word(product.authorised))
    self[.products].add(product.brand)
    self[.products].add(product.access)
    self[.products].add(product.backup)
    self[.products].add(product.standby)
    self[.products].add(product.transit)
    self[.products].endRow()
    for test in product.tests {
      self[.tests].add(product.id)
      self[.tests].add(test.name)
      self[.tests].add(test.kind.rawValue)
      self[.tests].add(test.tester.rawValue)
      self[.tests].add(test.reportedOn)
      self[.tests].add(test.edition.map { Int64($0) })
      self[.tests].add(test.severity?.rawValue ?? "")
      self[.tests].add(SyntheticOutput.word(test.isPassed))
      self[.tests].endRow()
    }
    for part in product.parts {
      self[.securityItems].add(product.id)
      self[.securityItems].add(part.name)
      self[.securityItems].add(SyntheticOutput.word(part.isOffered))
      self[.securityItems].endRow()
    }
  }

  private static func word(_ flag: Bool?) -> String {
    flag.map { $0 ? "yes" : "no" } ?? ""
  }
}
