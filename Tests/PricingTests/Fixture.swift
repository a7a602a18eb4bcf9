import Policy
import Pricing
import Quantities
import Statistics

/// Values that the tests of pricing share: the default policy, and rows with little to say.
enum Fixture {
  static let caseNumber = "1150202"
  static let pricingDate = day("2026-01-15")

  /// The defaults of the domain's policy table, with some changed.
  static func view(_ changes: [PolicyKey: String] = [:]) throws -> PolicyView {
    let defaults: [PolicyKey: String] = [
      .reserveCombine: "minimum", .reserveWeightHistorical: "1", .reserveWeightAgency: "1",
      .reserveWeightMarket: "1", .reserveQuantile: "0.5", .reserveOutlierZ: "3.5",
      .reserveMinimumEffectiveSources: "1", .reserveAgeLimitDaysHistorical: "1095",
      .reserveAgeLimitDaysAgency: "365", .reserveAgeLimitDaysMarket: "180",
      .reserveRoundingUnit: "1", .reserveRiseWarning: "0.1", .reserveTaxRate: "0.05",
      .reserveFeeUplift: "0",
    ]
    var entries: [PolicyKey: [PolicyBook.Entry]] = [:]
    for (key, text) in defaults.merging(changes, uniquingKeysWith: { $1 }) {
      entries[key] = [
        PolicyBook.Entry(
          value: try PolicyValue(text: text, kind: key.kind), from: nil, basis: .assumed,
          citation: Citation("citation of \(key.rawValue)"))
      ]
    }
    return PolicyView(PolicyBook(title: "test", file: "test.yaml", entries: entries), on: nil)
  }

  static func pricing(
    _ changes: [PolicyKey: String] = [:], index: PriceIndex? = nil,
    bootstrap: BootstrapSettings? = nil
  ) throws -> ReservePricing {
    ReservePricing(
      policy: try ReservePolicy(try view(changes)), caseNumber: caseNumber,
      pricingDate: pricingDate, index: index, bootstrap: bootstrap)
  }

  static func day(_ text: String) -> Day {
    (try? Day(text: text)) ?? Day(daysSinceEpoch: 0)
  }

  static func item(
    _ id: String = "item", unit: String? = nil, termMonths: Int? = nil, tier: String? = nil
  ) -> Item {
    Item(
      id: ItemID(id), category: .saasPackage, name: id, unit: unit, termMonths: termMonths,
      quantityTier: tier, position: SourcePosition(file: "items.csv", line: 2))
  }

  static func row(
    _ evidenceClass: EvidenceClass, cents: Int64, daysOld: Int = 30, id: String = "row",
    item: String = "item", source: String? = nil
  ) -> Evidence {
    row(
      origin(evidenceClass), cents: cents, daysOld: daysOld, id: id, item: item, source: source)
  }

  static func row(
    _ origin: Evidence.Origin, cents: Int64, daysOld: Int = 30, id: String = "row",
    item: String = "item", source: String? = nil, isTaxIncluded: Bool = true,
    isFeeIncluded: Bool = true, unit: String? = nil, termMonths: Int? = nil,
    tier: String? = nil, line: Int = 2
  ) -> Evidence {
    Evidence(
      id: EvidenceID(id), itemID: ItemID(item), origin: origin, date: pricingDate + -daysOld,
      unitPrice: Money(minorUnits: cents), source: source, isTaxIncluded: isTaxIncluded,
      isFeeIncluded: isFeeIncluded, unit: unit, termMonths: termMonths, quantityTier: tier,
      position: SourcePosition(file: "evidence.csv", line: line))
  }

  static func origin(_ evidenceClass: EvidenceClass) -> Evidence.Origin {
    switch evidenceClass {
    case .historical: .historical(caseNumber: "1140202", vendor: VendorID("vendor"))
    case .agency: .agency(AgencyID("agency"), frameworkOrder: nil)
    case .market: .market(.web)
    }
  }

  /// Evidence with everything in it: repeats, stale, future and taxless rows, self-matches, outliers.
  static func mixedEvidence(seed: UInt64, count: Int) -> [Evidence] {
    var stream = RandomStream(seed: seed, stream: 0)
    return (0..<count).map { index in
      let classes = EvidenceClass.allCases
      let evidenceClass = classes[stream.next(below: 3)]
      var origin = origin(evidenceClass)
      if stream.next(below: 12) == 0 {
        switch evidenceClass {
        case .historical:
          origin = .historical(caseNumber: caseNumber, vendor: VendorID("vendor"))
        case .agency: origin = .agency(AgencyID("agency"), frameworkOrder: OrderID("order"))
        case .market: origin = .market(.promotion)
        }
      }
      let isFar = stream.next(below: 8) == 0
      return row(
        origin, cents: Int64(isFar ? 90_000 : 10_000) + Int64(stream.next(below: 12)) * 37,
        daysOld: stream.next(below: 16) == 0 ? 2_000 : stream.next(below: 8) * 10 - 10,
        id: "row-\(index)", source: stream.next(below: 2) == 0 ? "list" : nil,
        isTaxIncluded: stream.next(below: 6) != 0, line: index + 2)
    }
  }
}

extension PricedItem {
  /// The reasons of the rows, in input order; `nil` for a row that is used.
  var exclusions: [Exclusion?] { rows.map(\.disposition.exclusion) }
}
