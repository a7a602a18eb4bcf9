import Testing

/// `awardsim fees` as other programs use it.
@Suite struct FeesCommandTests {
  static let header = "order_id,amount,rate,fee,status,accrued_on,due_on"

  private func folder(orders: String, tiers: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status,returned_on,"
        + "ruled_on\n" + orders)
    try folder.write("tiers.csv", "lower_bound,rate\n" + tiers)
    return folder
  }

  private let files = ["fees", "--orders", "orders.csv", "--tiers", "tiers.csv", "--format", "csv"]

  @Test(
    "NT$1,000,000 under each rate and base",
    arguments: [
      ("1%", "gross", "10000", "0.01"), ("0.011", "gross", "11000", "0.011"),
      ("1%", "net-of", "9901", "0.01"), ("1.1%", "net-of", "10880", "0.011"),
    ])
  func oneMillion(rate: String, base: String, fee: String, printedRate: String) throws {
    let folder = try folder(orders: "O1,A,V,G,2026-04-02,1,1000000,,,\n", tiers: "0,\(rate)\n")
    let outcome = try Program.run(
      files + ["--set", "fee.base=\(base)", "--contract-end", "116/03/31"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == Self.header)
    #expect(
      outcome.rows.last
        == ["O1", "1000000", printedRate, fee, "active", "2026-04-02", "2027-04-01"])
  }

  @Test func statusesKeepTheirRows() throws {
    let folder = try folder(
      orders: """
        O1,A,V,G,2026-04-02,3,1000.5,active,,
        O2,A,V,G,2026-04-02,1,1000,return-pending,2026-04-05,
        O3,A,V,G,2026-04-02,1,1000,cancelled,2026-04-05,2026-04-20
        """, tiers: "0,1%\n")
    let outcome = try Program.run(files, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.rows.dropFirst().map { [$0[1], $0[3], $0[4], $0[5], $0[6]] } == [
        ["3001.50", "30", "active", "2026-04-02", ""],
        ["1000", "0", "return-pending", "", ""],
        ["1000", "0", "cancelled", "2026-04-02", ""],
      ])
  }

  @Test func anAmountThatNoTierCoversIsAnError() throws {
    let folder = try folder(orders: "O1,A,V,G,2026-04-02,1,999.99,,,\n", tiers: "1000,1%\n")
    let outcome = try Program.run(files, in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.contains { $0.hasPrefix("orders.csv:2:7: ") }, "\(outcome.errors)")
  }

  @Test func withoutTiersThereIsNoFee() throws {
    let folder = try TemporaryFolder()
    try folder.writeCaseHeader()
    try folder.write("items.csv", "item_id,category,name\nA,iaas,Machine\n")
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
        + "O1,A,V,G,2026-04-02,1,5\n")
    let outcome = try Program.run(["fees", ".", "--format", "csv"], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("fee_tiers.csv"))
  }

  @Test func theTierFollowsTheAmountAndTheBoundIsInclusive() throws {
    let folder = try folder(
      orders: """
        O1,A,V,G,2026-04-02,1,999999.99,,,
        O2,A,V,G,2026-04-02,1,1000000,,,
        """, tiers: "0,1.1%\n1000000,1%\n")
    let outcome = try Program.run(files, in: folder)
    #expect(outcome.rows.dropFirst().map { $0[3] } == ["11000", "10000"], "\(outcome.errors)")
    // The notch is said: one NT$ cent less costs NT$1000 more.
    #expect(outcome.errors.contains("at NT$1000000 the fee falls from NT$11000 to NT$10000"))
  }
}
