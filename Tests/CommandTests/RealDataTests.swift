import Foundation
import Testing

/// Where the real bids and prices lie; they are public, and no part of the package.
private let realData = ProcessInfo.processInfo.environment["AWARDSIM_REAL_DATA"]

/// `awardsim` on real input: every bid of 1,565 public-works auctions, and 4,160 offered prices.
@Suite(
  .enabled(
    if: realData != nil, "SKIPPED: AWARDSIM_REAL_DATA names no folder with the real data"))
struct RealDataTests {
  private var bids: String { "\(realData ?? "")/tsuchiura/tsuchiura_data.csv" }
  private var prices: String { "\(realData ?? "")/gsa-schedule-70/s70_data.csv" }

  private func mapping(_ name: String) -> String {
    Program.packageFolder.appending(path: "datasets/mappings/\(name).yaml").path
  }

  private func award(_ map: String, _ settings: [String]) throws -> Program.Outcome {
    try Program.run(
      ["award", "--bids", bids, "--reserves", bids, "--map", mapping(map), "--format", "json"]
        + settings.flatMap { ["--set", $0] })
  }

  private struct Row: Decodable {
    let itemID: String
    let unitPrice: Decimal?
    let outcome: String
    let contractPrice: Decimal?

    enum CodingKeys: String, CodingKey {
      case itemID = "item_id"
      case unitPrice = "unit_price"
      case outcome
      case contractPrice = "contract_price"
    }
  }

  private func rows(_ outcome: Program.Outcome) throws -> [Row] {
    try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8))
  }

  @Test func theStatedFiguresComeOut() throws {
    let outcome = try award("tsuchiura-by-row", ["award.tie=include-all"])
    #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
    let rows = try rows(outcome)
    let counts = Dictionary(grouping: rows, by: \.outcome).mapValues(\.count)
    #expect(
      counts == [
        "awarded": 5_603, "not-awarded": 169, "above-reserve": 1, "disqualified": 240,
      ])
    let sum = rows.reduce(Decimal(0)) { $0 + ($1.contractPrice ?? 0) }
    #expect(sum == Decimal(147_154_215_821))
  }

  @Test("every recorded winner is awarded whenever a share of one bid or more is")
  func theLowestBidIsAlwaysAwarded() throws {
    let rows = try rows(try award("tsuchiura-by-row", ["award.cutoff_share=0"]))
    for (item, lot) in Dictionary(grouping: rows, by: \.itemID) {
      let valid = lot.filter { !["disqualified", "above-reserve"].contains($0.outcome) }
      guard let lowest = valid.compactMap(\.unitPrice).min() else { continue }
      let best = valid.filter { $0.unitPrice == lowest }
      #expect(best.allSatisfy { ["awarded", "pending-tie"].contains($0.outcome) }, "\(item)")
    }
  }

  @Test func everyRepeatedBidderIsReportedWithItsLineAndNothingIsPrinted() throws {
    let outcome = try award("tsuchiura", [])
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 28, "27 lots, three rows in lot 538")
    let place = #/^.*tsuchiura_data\.csv:\d+:\d+: .*line \d+/#
    #expect(try outcome.errorLines.allSatisfy { try place.firstMatch(in: $0) != nil })
    #expect(outcome.errorLines.count { $0.contains("“538”") } == 2)
  }

  @Test func theOfferedPricesGiveTheStatedMedianAndOutlier() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml",
      """
      case_no: "0000000"
      title: IT Schedule 70
      currency: USD
      pricing_date: 2026-01-01
      contract_start: 2026-02-01
      contract_end: 2027-01-31
      """)
    try FileManager.default.copyItem(atPath: prices, toPath: folder.path("s70_data.csv"))
    let outcome = try Program.run(
      [
        "explain", ".", "--item", "project manager", "--map", mapping("gsa-schedule-70"), "--set",
        "reserve.age_limit_days.historical=36500", "--set", "reserve.tax_rate=0",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
    #expect(outcome.output.contains("130.48"))
    let outliers = outcome.lines.filter { $0.contains("left out") && $0.contains("NT$") }
    #expect(outliers.count == 1 && outliers[0].contains("239.29"), "\(outliers)")
  }

  /// The quantiles and counts that the description of the real bids states.
  @Test func calibrationKeepsTheStatedQuantilesAndCounts() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      [
        "calibrate", "--bids", bids, "--reserves", bids, "--map",
        mapping("tsuchiura-by-row"), "--format", "json", "--save", "past.yaml", "--model",
        "empirical",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("an atom that no distribution is fitted to"))
    #expect(outcome.errors.contains("of the bids equal another one for the same item"))
    #expect(outcome.errors.contains("the number of bids does not follow"))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let group = try #require((json["groups"] as? [[String: Any]])?.first)
    #expect(group["lots"] as? Int == 1_565 && group["bids"] as? Int == 6_013)
    let quantiles = try #require(group["quantiles"] as? [[String: Any]])
    let stated = [0.01: 0.706, 0.05: 0.818, 0.25: 0.955, 0.5: 0.976, 0.75: 0.985, 0.95: 0.994]
    for row in quantiles {
      let share = try #require(row["share"] as? Double)
      guard let expected = stated[share] else { continue }
      #expect(abs(try #require(row["observed"] as? Double) - expected) < 0.000_6)
      // The best parametric family comes within 1.5 % of the reserve price everywhere.
      #expect(abs(try #require(row["fitted"] as? Double) - expected) < 0.015)
    }
    // What is handed on keeps both.
    let text = try folder.read("past.yaml")
    #expect(text.contains("entry_counts: {1: 94, 2: 236, 3: 423, 4: 386, 5: 214, 6: 106,"))
    for (share, ratio) in stated {
      let digits = String(format: "%g: %.2f", share, ratio)
      #expect(text.contains(digits.dropLast(1)), "\(digits)")
    }
  }
}
