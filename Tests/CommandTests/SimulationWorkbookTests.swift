import Foundation
import TestSupport
import Testing

/// `awardsim simulate --workbook`, and simulations before anyone has bid.
@Suite struct SimulationWorkbookTests {
  private static let scenarios = """
    scenarios:
      cutoff: {set: {award.cutoff_share: [1, 0.7]}}
      fewer: {behaviour: {entry_shift: -2}}
    """

  private func arguments(_ workbook: String) -> [String] {
    [
      "simulate", Program.shippedCase, "--draws", "8", "--scenarios", "s.yaml", "--quiet",
      "--workbook", workbook,
    ]
  }

  @Test func threadsChangeNoByteOfTheWorkbook() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", SimulationWorkbookTests.scenarios)
    let one = try Program.run(arguments("1.xlsx"), in: folder)
    #expect(one.status == 0, "\(one.errors)")
    let two = try Program.run(arguments("2.xlsx") + ["--threads", "2"], in: folder)
    #expect(two.output == one.output)
    let books = try ["1.xlsx", "2.xlsx"].map {
      try Data(contentsOf: folder.url.appending(path: $0))
    }
    #expect(books[0] == books[1])
    #expect(try Program.run(arguments("1.xlsx"), in: folder).status == 73)
  }

  /// In English; the book of `run`, whose sheets are all in this one, is recalculated in Chinese.
  @Test(
    "LibreOffice, told to recalculate, agrees with the stored value of every formula",
    .enabled(if: LibreOffice.isAvailable, "skipped: soffice is not installed"))
  func everyFormulaIsRecomputed() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.yaml", SimulationWorkbookTests.scenarios)
    let outcome = try Program.run(arguments("case.xlsx") + ["--language", "en"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let comparison = try LibreOffice.recompute(folder.path("case.xlsx"))
    #expect(comparison.formulaCount > 5_000)
    #expect(comparison.differences.isEmpty, "\(comparison.differences.prefix(5))")
  }

  /// Items and prices alone, and behaviour handed on from another case.
  @Test func beforeAnyoneHasBidBehaviourIsStated() throws {
    let folder = try TemporaryFolder()
    for name in ["case.yaml", "items.csv", "market_quotes.csv", "fee_tiers.csv"] {
      try folder.write(
        name, String(contentsOfFile: "\(Program.shippedCase)/\(name)", encoding: .utf8))
    }
    let silent = try Program.run(
      ["simulate", ".", "--draws", "5", "--format", "json"], in: folder)
    #expect(silent.status == 0, "\(silent.errors)")
    // Nobody is known to bid, so every item fails and no number is made up.
    #expect(silent.output.contains("\"award_to_reserve\": {\"mean\": null"))
    try folder.write(
      "b.yaml",
      """
      entry: poisson(6)
      potential_vendors: 10
      bid_ratio: discount-lognormal(-3, 0.7)
      orders_per_item: 5
      order_quantity: pareto(1, 1.5)
      """)
    let stated = try Program.run(
      [
        "simulate", ".", "--draws", "5", "--format", "json", "--behaviour", "b.yaml",
        "--workbook", "w.xlsx",
      ], in: folder)
    #expect(stated.status == 0, "\(stated.errors)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(stated.output.utf8)) as? [String: Any])
    let scenario = try #require((json["scenarios"] as? [[String: Any]])?.first)
    let metrics = try #require(scenario["metrics"] as? [String: [String: Any]])
    for name in ["fee_revenue", "order_value", "awarded_bids", "award_to_reserve"] {
      #expect(metrics[name]?["mean"] as? Double ?? 0 > 0, "\(name)")
    }
    #expect(try folder.names().contains("w.xlsx"))
  }

  @Test func theAnswerIsDividedByWhatIsAskedFor() throws {
    let folder = try TemporaryFolder()
    let columns = [
      "item": "item_id", "category": "category", "vendor": "vendor_id", "month": "month",
      "fiscal-year": "fiscal_year",
    ]
    for (dimension, column) in columns {
      let base = ["simulate", Program.shippedCase, "--draws", "4", "--quiet", "--by", dimension]
      let csv = try Program.run(base + ["--format", "csv"], in: folder)
      #expect(csv.lines.first?.hasPrefix("scenario,\(column),metric,mean,standard_error") == true)
      let json = try Program.run(base + ["--format", "json"], in: folder)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let cells = (object["breakdowns"] as? [String: Any])?[dimension] as? [[String: Any]]
      #expect(cells?.first?["scenario"] as? String == "baseline")
      #expect(cells?.allSatisfy { $0[column] is String } == true)
      for part in ["1", "2"] {
        _ = try Program.run(
          base + ["--shard", "\(part)/2", "--output", "\(dimension)-\(part).json"], in: folder)
      }
      let merged = try Program.run(
        [
          "merge", "\(dimension)-1.json", "\(dimension)-2.json", "--format", "json", "--quiet",
        ], in: folder)
      #expect(merged.output == json.output)
    }
    #expect(
      try Program.run(["simulate", Program.shippedCase, "--by", "colour"]).status == 64)
  }

  @Test func theTornadoRanksEveryParameter() throws {
    let outcome = try Program.run([
      "simulate", Program.shippedCase, "--draws", "3", "--tornado", "awarded_bids", "--format",
      "csv", "--quiet",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let spans = outcome.rows.dropFirst().compactMap { $0.last.flatMap(Double.init) }
    #expect(spans.count > 20 && spans == spans.sorted(by: >))
    let names = outcome.rows.map { $0[0] }
    #expect(names.contains("award.cutoff_share") && names.contains("behaviour.entry_shift"))
    let wrong = try Program.run([
      "simulate", Program.shippedCase, "--tornado", "fees_due",
    ])
    #expect(
      wrong.status == 64 && wrong.errors.contains("fees_due")
        && wrong.errors.contains("awarded_bids"))
  }

  @Test func exactMeansNeedIndependentBids() throws {
    let folder = try TemporaryFolder()
    let refused = try Program.run(
      ["simulate", Program.shippedCase, "--method", "exact"], in: folder)
    #expect(refused.status == 64, "\(refused.errors)")
    #expect(refused.errors.contains("bids are not independent"))
    try folder.write("b.yaml", "vendor_levels: false\n")
    let exact = try Program.run(
      [
        "simulate", Program.shippedCase, "--method", "exact", "--behaviour", "b.yaml", "--format",
        "json", "--quiet",
      ], in: folder)
    #expect(exact.status == 0, "\(exact.errors)")
    #expect(
      exact.output.contains("\"draws\": 0,") && exact.output.contains("\"method\": \"exact\""))
    let auto = try Program.run(
      [
        "simulate", Program.shippedCase, "--method", "auto", "--behaviour", "b.yaml", "--draws",
        "40", "--format", "json",
      ], in: folder)
    #expect(auto.errors.contains("exact and simulated means lie at most"))
    #expect(auto.output.contains("\"simulated\": {\"mean\":"))
  }

  @Test func resampledEvidenceMovesTheReserve() throws {
    let base = ["simulate", Program.shippedCase, "--draws", "6", "--format", "json", "--quiet"]
    let fixed = try Program.run(base)
    let resampled = try Program.run(base + ["--resample-evidence"])
    #expect(resampled.status == 0, "\(resampled.errors)")
    #expect(resampled.output != fixed.output)
    #expect(
      try Program.run(base + ["--resample-evidence", "--threads", "2"]).output == resampled.output)
  }
}
