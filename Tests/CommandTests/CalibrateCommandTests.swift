import Foundation
import Testing

/// `awardsim calibrate` as other programs use it.
@Suite struct CalibrateCommandTests {
  @Test func savedModelsAreReadBySimulate() throws {
    let folder = try TemporaryFolder()
    for model in ["parametric", "empirical"] {
      let calibrated = try Program.run(
        [
          "calibrate", Program.shippedCase, "--save", "\(model).yaml", "--model", model, "--quiet",
        ], in: folder)
      #expect(calibrated.status == 0, "\(calibrated.errors)")
      let simulated = try Program.run(
        [
          "simulate", Program.shippedCase, "--behaviour", "\(model).yaml", "--draws", "3",
          "--format", "json",
        ], in: folder)
      #expect(simulated.status == 0, "\(simulated.errors)")
      #expect(simulated.errors.contains("(stated)"))
    }
    let text = try folder.read("empirical.yaml")
    #expect(text.contains("entry_counts: {") && text.contains("bid_ratio_quantiles: {"))
    let refused = try Program.run(
      ["calibrate", Program.shippedCase, "--save", "empirical.yaml"], in: folder)
    #expect(refused.status == 73 && refused.output.isEmpty)
  }

  @Test func jsonAndTableHoldEveryFamily() throws {
    let outcome = try Program.run(["calibrate", Program.shippedCase, "--format", "json", "--quiet"])
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(
      groups.compactMap { $0["group"] as? String } == [
        "all", "iaas", "paas", "saas-package", "saas-productivity",
      ])
    for group in groups {
      let entry = try #require(group["entry"] as? [[String: Any]])
      let ratio = try #require(group["ratio"] as? [[String: Any]])
      #expect(
        entry.compactMap { $0["family"] as? String } == [
          "poisson", "negative-binomial", "binomial",
        ])
      #expect(
        ratio.compactMap { $0["family"] as? String } == [
          "lognormal", "beta", "discount-lognormal", "discount-mixture",
        ])
      #expect(entry.count { $0["chosen"] as? Bool == true } == 1)
      #expect(ratio.count { $0["chosen"] as? Bool == true } == 1)
    }
    #expect(!outcome.output.lowercased().contains("nan"))
    let csv = try Program.run(["calibrate", Program.shippedCase, "--format", "csv", "--quiet"])
    #expect(
      csv.lines.first?.hasPrefix("group,part,family,parameter,estimate,standard_error") == true)
  }

  @Test func wrongUsageExits64() throws {
    #expect(try Program.run(["calibrate"]).status == 64)
    #expect(try Program.run(["calibrate", "x", "--bids", "b"]).status == 64)
    #expect(
      try Program.run(["calibrate", "x", "--save", "a", "--output", "a"]).status == 64)
    #expect(
      try Program.run(["calibrate", Program.shippedCase, "--model", "other"]).status == 64)
  }
}
