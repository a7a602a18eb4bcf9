import Foundation
import Testing

/// Policy keys by `--set` and by file: which values they take, and how a wrong one is reported.
@Suite struct PolicyOptionTests {
  private func award(
    _ arguments: [String], policy: String? = nil
  ) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,90\nA,V2,91\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    if let policy { try folder.write("policy.yaml", policy) }
    return try Program.run(
      ["award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv"]
        + arguments, in: folder)
  }

  @Test(
    "every key of the contract takes every value of the contract",
    arguments: [
      (
        "reserve.combine",
        ["minimum", "median", "weighted-mean", "historical", "agency", "market", "quantile"]
      ),
      ("reserve.weights.historical", ["1", "0.5"]), ("reserve.weights.agency", ["1", "2"]),
      ("reserve.weights.market", ["1", "3"]), ("reserve.quantile", ["0.5", "25%", "0", "1"]),
      ("reserve.outlier_z", ["3.5", "5"]), ("reserve.minimum_effective_sources", ["1", "3"]),
      ("reserve.age_limit_days.historical", ["1095", "730"]),
      ("reserve.age_limit_days.agency", ["365", "180"]),
      ("reserve.age_limit_days.market", ["180", "90"]), ("reserve.rounding_unit", ["1", "100"]),
      ("reserve.rise_warning", ["0.1", "10%"]), ("reserve.tax_rate", ["0.05", "5%"]),
      ("reserve.fee_uplift", ["0", "1%"]), ("award.cutoff_share", ["0.9", "90%", "1"]),
      ("award.rounding", ["half-up", "floor", "ceiling"]), ("award.base", ["valid", "submitted"]),
      ("award.minimum_winners", ["1", "0", "3"]),
      ("award.tie", ["rebid-then-lot", "include-all", "exclude-all"]),
      ("award.lot_seed", ["none", "0", "77"]),
      ("award.contract_price", ["own-bid", "match-lowest"]),
      ("award.low_price_item", ["0.7", "70%"]), ("award.low_price_total", ["0.8", "80%"]),
      ("fee.mode", ["slab", "marginal"]), ("fee.tier_by", ["amount", "quantity"]),
      ("fee.base", ["gross", "net-of"]), ("fee.rounding", ["half-up", "floor", "ceiling"]),
      ("fee.cap", ["none", "10000"]),
    ])
  func accepted(key: String, values: [String]) throws {
    for value in values {
      let outcome = try award(["--set", "\(key)=\(value)"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test(
    "a wrong value exits 64 and says what was expected",
    arguments: [
      ("reserve.combine=mean", "minimum, median, weighted-mean"),
      ("reserve.weights.market=-1", "expected"), ("reserve.quantile=1.5", "0 to 1"),
      ("reserve.outlier_z=-1", "expected"), ("reserve.minimum_effective_sources=0", "from 1"),
      ("reserve.age_limit_days.market=1.5", "whole number"), ("reserve.rounding_unit=0", "from 1"),
      ("reserve.rise_warning=x", "expected"), ("reserve.tax_rate=-1", "expected"),
      ("reserve.fee_uplift=", "expected"), ("award.cutoff_share=1.1", "0 to 1"),
      ("award.cutoff_share=1/3", "0.9"), ("award.rounding=Floor", "half-up, floor, ceiling"),
      ("award.base=all", "valid, submitted"), ("award.minimum_winners=-1", "whole number"),
      ("award.tie=lot", "rebid-then-lot, include-all, exclude-all"),
      ("award.lot_seed=-1", "none"), ("award.contract_price=x", "own-bid, match-lowest"),
      ("award.low_price_item=2", "0 to 1"), ("award.low_price_total=x", "0 to 1"),
      ("fee.mode=x", "slab, marginal"), ("fee.tier_by=x", "amount, quantity"),
      ("fee.base=net", "gross, net-of"), ("fee.rounding=x", "half-up, floor, ceiling"),
      ("fee.cap=-1", "none"),
      ("award.tied=include-all", "award.tie"), ("fee.mod=slab", "fee.mode"), ("=", "policy key"),
      ("award.tie", "KEY=VALUE"),
    ])
  func refused(setting: String, expectation: String) throws {
    let outcome = try award(["--set", setting])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("expected"))
    #expect(outcome.errors.contains(expectation), "\(outcome.errors)")
  }

  @Test func allWrongSettingsAreReportedAtOnce() throws {
    let outcome = try award(["--set", "award.tie=x", "--set", "fee.mode=x", "--set", "a=b"])
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 3)
  }

  @Test func aSettingWinsOverTheFile() throws {
    let file = try shippedPolicy().replacing("value: half-up", with: "value: floor")
    let byFile = try award(["--policy", "policy.yaml"], policy: file)
    #expect(byFile.status == 0, "\(byFile.errors)")
    #expect(byFile.rows.dropFirst().map { $0[4] } == ["awarded", "not-awarded"])
    let bySetting = try award(
      ["--policy", "policy.yaml", "--set", "award.rounding=half-up"], policy: file)
    #expect(bySetting.rows.dropFirst().map { $0[4] } == ["awarded", "awarded"])
  }

  @Test(
    "a wrong policy file exits 65 at the place, and names the nearest key",
    arguments: [
      ("  award.rounding:", "  award.rouding:", "award.rounding"),
      ("  award.rounding:", "  award.tie:", "already"),
      ("value: half-up", "value: up", "half-up, floor, ceiling"),
      ("value: 1095", "value: long", "whole number"),
      ("basis: assumed", "basis: guess", "seed, law, assumed"),
      ("title:", "titel:", "title"),
    ])
  func refusedFiles(text: String, replacement: String, named: String) throws {
    let shipped = try shippedPolicy()
    let place = try #require(shipped.firstRange(of: text))
    let file = shipped.replacingCharacters(in: place, with: replacement)
    let outcome = try award(["--policy", "policy.yaml"], policy: file)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    let pattern = #/policy\.yaml:[0-9]+:[0-9]+: /#
    #expect(
      outcome.errorLines.contains { $0.prefixMatch(of: pattern) != nil && $0.contains(named) },
      "\(outcome.errors)")
  }

  @Test func aMissingFileExits66AndADayBeforeTheFirstValue65() throws {
    #expect(try award(["--policy", "nowhere.yaml"]).status == 66)
    let early = try award(["--date", "2020-01-01"])
    #expect(early.status == 65)
    #expect(early.errors.contains("award.cutoff_share"))
    #expect(try award(["--date", "2020-01-01", "--set", "award.cutoff_share=0.9"]).status == 0)
  }

  private func shippedPolicy() throws -> String {
    try String(
      contentsOf: Program.packageFolder.appending(path: "datasets/policy/cloud-framework.yaml"),
      encoding: .utf8)
  }
}
