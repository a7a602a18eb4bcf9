import Foundation
import Testing

/// `awardsim orders`, and what the rules of orders add to the other commands.
@Suite struct OrdersCommandTests {
  private static func planted() throws -> Set<[String]> {
    let path = URL(fileURLWithPath: Program.shippedCase).appendingPathComponent(
      "planted_orders.tsv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    return Set(lines.map { $0.split(separator: "\t").map(String.init) })
  }

  @Test func theShippedCaseHasWhatWasPlantedAndNothingElse() throws {
    let outcome = try Program.run(
      ["orders", Program.shippedCase, "--flagged", "--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try JSONDecoder().decode([[String: Value]].self, from: Data(outcome.output.utf8))
    let found = rows.map { row in
      ["order_id", "rule", "result"].map { row[$0]?.text ?? "" }
    }
    let planted = try Self.planted()
    #expect(Set(found) == planted)
    #expect(found.count == planted.count)
    #expect(Set(planted.filter { $0[2] == "flagged" }.map { $0[1] }).count == 7)
  }

  @Test func feesNameTheRulesAndStayTheSame() throws {
    let outcome = try Program.run(["fees", Program.shippedCase, "--format", "csv"])
    let flags = outcome.rows.dropFirst().filter { !$0[7].isEmpty }.map { [$0[0], $0[7]] }
    #expect(Set(flags) == Set(try Self.planted().map { Array($0.prefix(2)) }))
    #expect(outcome.errors.contains("orders with a flag: \(flags.count) of 2560"))
    let dropped = try Program.run(
      ["fees", Program.shippedCase, "--format", "csv", "--quiet"]
        + [
          "agency", "approval", "contract_period", "reserve", "award", "data_location",
          "cancellation",
        ].flatMap { ["--set", "orders.\($0)=not-asked"] })
    #expect(dropped.rows.first?.count == 7)
    #expect(dropped.rows == outcome.rows.map { Array($0.prefix(7)) })
  }

  @Test func runCountsThemAndExplainNamesThem() throws {
    let run = try Program.run(["run", Program.shippedCase, "--format", "csv", "--quiet"])
    #expect(run.lines.last == "flagged_orders,orders with a flag,\(try Self.planted().count)")
    let flagged = try #require(try Self.planted().first { $0[1] == "award" })
    let tree = try Program.run(
      ["explain", Program.shippedCase, "--order", flagged[0], "--quiet"])
    #expect(tree.output.contains("made no bid for"))
    #expect(tree.output.contains("slide 3 (stages 5 and 6)"))
  }

  /// A case without the tables and columns gives what it gave, and says once what was not applied.
  @Test func withoutRecordsNothingIsFlaggedAndItIsSaidOnce() throws {
    let folder = try TemporaryFolder()
    try folder.writeCaseHeader()
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,case_no\n"
        + "O1,A,V,G,2026-04-02,1,5,\nO2,A,V,G,2026-01-02,1,500,1140206\n")
    try folder.write("fee_tiers.csv", "lower_bound,rate\n0,1%\n")
    let fees = try Program.run(["fees", ".", "--format", "csv"], in: folder)
    #expect(fees.status == 0, "\(fees.errors)")
    #expect(
      fees.lines == [
        "order_id,amount,rate,fee,status,accrued_on,due_on",
        "O1,5,0.01,0,active,2026-04-02,2027-04-01", "O2,500,0.01,5,active,2026-01-02,",
      ])
    #expect(fees.errorLines.count { $0.contains("rules of orders that were not applied") } == 1)
    let orders = try Program.run(["orders", ".", "--format", "csv", "--quiet"], in: folder)
    let unapplied = orders.rows.filter { $0[7] == "not-applied" }.map { $0[6] }
    #expect(unapplied == ["agency", "reserve", "award", "data_location"])
    let run = try Program.run(["run", ".", "--format", "csv", "--quiet"], in: folder)
    #expect(!run.output.contains("flagged_orders"))
  }

  @Test func anUnknownVendorIsAnInputError() throws {
    let folder = try TemporaryFolder()
    try folder.writeCaseHeader()
    try folder.write("items.csv", "item_id,category,name\nA,iaas,a\n")
    try folder.write("vendors.csv", "vendor_id\nV\n")
    try folder.write("fee_tiers.csv", "lower_bound,rate\n0,1%\n")
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
        + "O1,B,V,G,2026-04-02,1,5\nO2,A,W,G,2026-04-02,1,5\n")
    for command in ["fees", "orders", "run", "check"] {
      let outcome = try Program.run([command, ".", "--quiet"], in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errorLines.map { $0.split(separator: " ")[0] }
          == ["orders.csv:2:2:", "orders.csv:3:3:"])
    }
  }

  @Test func wrongUsageAndMissingOrdersAreSaid() throws {
    let folder = try TemporaryFolder()
    try folder.writeCaseHeader()
    let wrong = try Program.run(["orders", ".", "--rule", "agencies"], in: folder)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("contract_period"))
    let missing = try Program.run(["orders", "."], in: folder)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("orders.csv"))
  }

  @Test func chineseNamesTheRulesInChinese() throws {
    let outcome = try Program.run(
      ["orders", Program.shippedCase, "--flagged", "--language", "zh-Hant"])
    for word in ["訂單檢核", "適用機關", "訂單取消程序", "缺佐證", "查無退件原因"] {
      #expect(outcome.output.contains(word))
    }
    #expect(outcome.errors.contains("作業服務費仍予計列"))
  }
}
