import Foundation
import Testing

/// `awardsim cutoff` as other programs use it.
@Suite struct CutoffCommandTests {
  static let header =
    "item_id,cutoff_share,rounding,submitted_bids,valid_bids,winners,pending,lowest_price,"
    + "highest_price,awarded_sum,every_bid_wins,padding_winners,padding_bid_wins,padding_change"

  /// A has nine bids from NT$91 to NT$99, B two equal ones of three at NT$50, C none; reserves NT$100.
  private func caseFolder(hasBids: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml",
      """
      case_no: "1150202"
      title: A small case
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      """)
    try folder.write(
      "items.csv", "item_id,category,name\nA,iaas,a\nB,paas,b\nC,paas,c\nD,paas,d\n")
    try folder.write(
      "market_quotes.csv",
      "evidence_id,item_id,channel,quote_date,unit_price\n"
        + ["A", "B", "C"].map { "M\($0),\($0),web,2026-01-01,100\n" }.joined())
    if hasBids {
      try folder.write(
        "bids.csv",
        "item_id,vendor_id,unit_price\n" + (1...9).map { "A,V\($0),\(90 + $0)\n" }.joined()
          + "B,V1,40\nB,V2,50\nB,V3,50\nD,V1,7\n")
    }
    return folder
  }

  /// The rows of one item, share and rounding.
  private func row(
    _ outcome: Program.Outcome, _ item: String, _ share: String, _ rounding: String
  ) throws -> [String] {
    let rows = outcome.rows.filter { Array($0.prefix(3)) == [item, share, rounding] }
    #expect(rows.count == 1)
    return try #require(rows.first)
  }

  @Test func everyItemShareAndRoundingHasARow() throws {
    let outcome = try Program.run(["cutoff", ".", "--format", "csv"], in: try caseFolder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == Self.header)
    #expect(outcome.rows.count == 1 + 4 * 12)
    let items = outcome.rows.dropFirst().map { $0[0] }
    #expect(items == ["A", "B", "C", "D"].flatMap { Array(repeating: $0, count: 12) })
    let readings = outcome.rows[1...12].map { "\($0[1]) \($0[2])" }
    let roundings = ["half-up", "floor", "ceiling"]
    let expected = ["1", "0.9", "0.8", "0.7"].flatMap { share in
      roundings.map { "\(share) \($0)" }
    }
    #expect(readings == expected)
  }

  @Test func aPaddingBidMakesNineWinnersOfEight() throws {
    let outcome = try Program.run(["cutoff", ".", "--format", "csv"], in: try caseFolder())
    // Floor: 8 of 9, then 9 of 10: V9 at NT$99 is added. 91 + … + 98 = 756.
    #expect(
      try row(outcome, "A", "0.9", "floor") == [
        "A", "0.9", "floor", "9", "9", "8", "0", "91", "98", "756", "no", "9", "no", "99",
      ])
    // Ceiling: all 9; of 10 again 9, so the padding bid loses and nothing changes.
    #expect(
      try row(outcome, "A", "0.9", "ceiling") == [
        "A", "0.9", "ceiling", "9", "9", "9", "0", "91", "99", "855", "yes", "9", "no", "0",
      ])
    #expect(try row(outcome, "A", "1", "half-up").suffix(4) == ["yes", "9", "yes", "0"])
  }

  @Test func aTieIsPendingAndItsChangeIsLeftOpen() throws {
    let folder = try caseFolder()
    let outcome = try Program.run(["cutoff", ".", "--format", "csv"], in: folder)
    // Floor at 70 %: 2 of 3 with two at NT$50 for the second place; of 4 again 2.
    #expect(
      try row(outcome, "B", "0.7", "floor") == [
        "B", "0.7", "floor", "3", "3", "1", "2", "40", "40", "40", "no", "1", "no", "",
      ])
    let all = try Program.run(
      ["cutoff", ".", "--format", "csv", "--set", "award.tie=include-all"], in: folder)
    #expect(
      try row(all, "B", "0.7", "floor") == [
        "B", "0.7", "floor", "3", "3", "3", "0", "40", "50", "140", "yes", "3", "no", "0",
      ])
    let none = try Program.run(
      ["cutoff", ".", "--format", "csv", "--set", "award.tie=exclude-all"], in: folder)
    #expect(
      try row(none, "B", "0.7", "floor") == [
        "B", "0.7", "floor", "3", "3", "1", "0", "40", "40", "40", "no", "1", "no", "0",
      ])
  }

  @Test func itemsWithoutBidsOrReservePriceStateNoEffect() throws {
    let outcome = try Program.run(["cutoff", ".", "--format", "csv"], in: try caseFolder())
    #expect(
      try row(outcome, "C", "0.9", "half-up").dropFirst(3) == [
        "0", "0", "0", "0", "", "", "0", "", "0", "yes", "0",
      ])
    #expect(
      try row(outcome, "D", "0.9", "half-up").dropFirst(3) == [
        "1", "0", "0", "0", "", "", "0", "", "", "", "",
      ])
  }

  @Test func whatAPersonReadsBeginsWithTheItemsWithoutEffect() throws {
    let outcome = try Program.run(["cutoff", "."], in: try caseFolder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.lines.first?.hasPrefix(
        "On 1 of 2 items with a valid bid every valid bid wins at 90 %, half-up") == true)
    #expect(outcome.output.contains("Every valid bid wins on: B."))
    #expect(outcome.output.contains("costs uniform(0.6,1.2) of it (assumed)"))
    let chinese = try Program.run(["cutoff", ".", "--language", "zh-Hant"], in: try caseFolder())
    #expect(chinese.output.contains("有效標皆得標之品項：B。"))
    #expect(chinese.output.contains("（假設）"))
  }

  @Test func jsonHasTheSameRowsAndTheOtherParts() throws {
    let folder = try caseFolder()
    let arguments = ["cutoff", ".", "--cost", "uniform(0.5, 1)", "--quiet", "--format"]
    let csv = try Program.run(arguments + ["csv"], in: folder)
    let json = try Program.run(arguments + ["json"], in: folder)
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let object = try #require(value as? [String: Any])
    let items = try #require(object["items"] as? [[String: Any]])
    #expect(items.count == csv.rows.count - 1)
    for (item, row) in zip(items, csv.rows.dropFirst()) {
      #expect(Set(item.keys) == Set(Self.header.split(separator: ",").map(String.init)))
      #expect(item["item_id"] as? String == row[0])
      #expect(item["winners"] as? Int == Int(row[5]))
      #expect(item["awarded_sum"] as? Double == Double(row[9]))
      #expect((item["padding_change"] is NSNull) == row[13].isEmpty)
    }
    let counts = try #require(object["winners_by_bids"] as? [[String: Any]])
    #expect(counts.count == 20 * 12)
    let equilibrium = try #require(object["equilibrium"] as? [String: Any])
    #expect(equilibrium["cost"] as? String == "uniform(0.5,1)")
    #expect(equilibrium["basis"] as? String == "assumed")
    #expect((equilibrium["rows"] as? [Any])?.count == 20 * 4)
  }

  @Test func aCaseWithoutBidsHasTheOtherTwoParts() throws {
    let folder = try caseFolder(hasBids: false)
    let outcome = try Program.run(["cutoff", "."], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("bids.csv"))
    #expect(outcome.lines.first?.contains("bites from 6 valid bids on") == true)
    #expect(outcome.output.contains("Winners by number of valid bids"))
    #expect(outcome.output.contains("Equilibrium by number of vendors"))
    #expect(!outcome.output.contains("Item by item"))
    let csv = try Program.run(["cutoff", ".", "--format", "csv"], in: folder)
    #expect(csv.lines == [Self.header])
    let json = try Program.run(["cutoff", ".", "--format", "json"], in: folder)
    #expect(json.output.contains("\"items\": null"))
  }

  @Test func aRuleWithoutAnEquilibriumStillHasTheOtherParts() throws {
    let outcome = try Program.run(
      ["cutoff", ".", "--set", "award.contract_price=match-lowest"], in: try caseFolder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("no equilibrium: award.contract_price is match-lowest"))
  }

  @Test(
    "wrong usage exits 64 and says what was expected",
    arguments: [
      ["--cost", "unifrm(0.6,1.2)"], ["--cost", "uniform(1.2,0.6)"],
      ["--cost", "uniform(1.1,1.2)"], ["--set", "award.cutoff_share=2"],
      ["--set", "award.cutof_share=0.9"],
    ])
  func wrongUsage(options: [String]) throws {
    let outcome = try Program.run(["cutoff", "."] + options, in: try caseFolder())
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("expected") || outcome.errors.contains("award.cutoff_share"),
      "\(outcome.errors)")
  }

  @Test func inputErrorsExit65AndMissingFiles66() throws {
    let folder = try caseFolder()
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,x\nZ,V1,5\n")
    try folder.write("old.csv", "old")
    let wrong = try Program.run(["cutoff", ".", "--output", "old.csv", "--force"], in: folder)
    #expect(wrong.status == 65)
    for place in ["bids.csv:2:3: ", "bids.csv:3:1: "] {
      #expect(wrong.errorLines.contains { $0.hasPrefix(place) }, "\(wrong.errors)")
    }
    #expect(try folder.read("old.csv") == "old")
    let missing = try Program.run(["cutoff", "nowhere"], in: folder)
    #expect(missing.status == 66)
    let refused = try Program.run(
      ["cutoff", ".", "--output", "old.csv"],
      in: try {
        let other = try caseFolder()
        try other.write("old.csv", "old")
        return other
      }())
    #expect(refused.status == 73)
  }
}
