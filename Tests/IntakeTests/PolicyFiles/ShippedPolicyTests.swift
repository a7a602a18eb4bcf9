import CallOff
import Policy
import Quantities
import Testing

@testable import Intake

private let shippedPath = projectFolder + "datasets/policy/cloud-framework.yaml"

@Test func theProgramCarriesTheVeryFile() throws {
  #expect(PackageResources.cloud_framework_yaml == (try inputBytes(at: shippedPath)))
}

/// Every key with its documented default, in the order of the documentation.
private let defaults: [(key: String, value: String)] = [
  ("reserve.combine", "minimum"), ("reserve.weights.historical", "1"),
  ("reserve.weights.agency", "1"), ("reserve.weights.market", "1"), ("reserve.quantile", "0.5"),
  ("reserve.outlier_z", "3.5"), ("reserve.minimum_effective_sources", "1"),
  ("reserve.age_limit_days.historical", "1095"), ("reserve.age_limit_days.agency", "365"),
  ("reserve.age_limit_days.market", "180"), ("reserve.rounding_unit", "1"),
  ("reserve.rise_warning", "0.1"), ("reserve.tax_rate", "0.05"), ("reserve.fee_uplift", "0"),
  ("award.cutoff_share", "0.9"), ("award.rounding", "half-up"), ("award.base", "valid"),
  ("award.minimum_winners", "1"), ("award.tie", "rebid-then-lot"), ("award.lot_seed", "none"),
  ("award.contract_price", "own-bid"), ("award.price_reduction", "none"),
  ("award.low_price_item", "0.7"), ("award.low_price_total", "0.8"), ("fee.mode", "slab"),
  ("fee.tier_by", "amount"), ("fee.base", "gross"), ("fee.rounding", "half-up"),
  ("fee.cap", "none"),
]

/// What is stated, and from when; everything else is assumed.
private let stated: [PolicyKey: (Basis, from: String)] = [
  .awardCutoffShare: (.seed, "2024-04-01"), .reserveTaxRate: (.law, "1986-04-01"),
  .awardLowPriceItem: (.law, "1999-05-27"), .awardLowPriceTotal: (.law, "1999-05-27"),
]

@Test func hasEveryKeyWithItsDocumentedDefault() throws {
  #expect(defaults.map(\.key) == PolicyKey.allCases.map(\.rawValue))
  let policy = try PolicyFile.shipped()
  for (name, value) in defaults {
    let key = try #require(PolicyKey(rawValue: name))
    let entry = try policy.entry(for: key, on: nil)
    #expect(entry.value.text == value, "\(name)")
    #expect(entry.basis == stated[key]?.0 ?? .assumed, "\(name)")
    #expect(entry.from?.isoText == stated[key]?.from, "\(name)")
    #expect(policy.entries[key]?.count == 1)
    #expect(policy.descriptions[key] != nil)
  }
}

/// What is at stake is measured over alternatives: every assumed number has some beside it.
@Test func everyAssumedNumberHasOtherValues() throws {
  for (key, entries) in try PolicyFile.shipped().entries {
    for entry in entries where entry.basis == .assumed {
      #expect(!entry.alternatives.contains(entry.value), "\(key)")
      // A choice has every name of its key, and no limit has no neighbour.
      switch entry.value {
      case .choice, .absent: continue
      default: break
      }
      #expect(!entry.alternatives.isEmpty, "\(key)")
    }
  }
}

@Test func theStagesReadTheirParameters() throws {
  let policy = PolicyView(try PolicyFile.shipped(), on: Day(year: 2026, month: 1, day: 31))
  #expect(try AwardPolicy(policy).minimumWinners == 1)
  #expect(try ReservePolicy(policy).ageLimitDays.agency == 365)
  #expect(try FeePolicy(policy) == FeePolicy())
}

@Test func theDemonstrationTiersSaySoInTheirName() throws {
  let path = projectFolder + "datasets/policy/fee_tiers_demonstration.csv"
  let orders = try TemporaryFolder([
    "o.csv": "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
  ])
  let fees = try LooseFiles.fees(orders: orders.path + "/o.csv", tiers: path)
  #expect(fees.tiers.isDemonstration)
  #expect(fees.tiers.tiers.map(\.lowerBoundHundredths) == [0, 100_000_000])
  #expect(fees.tiers.tiers.map(\.rate.decimalText) == ["0.011", "0.01"])
}
