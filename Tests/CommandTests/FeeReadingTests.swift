import Testing

/// Every reading of the fee rule, on figures worked out by hand.
@Suite struct FeeReadingTests {
  private func fees(
    quantity: Int, price: String, tiers: String, _ settings: [String]
  ) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
        + "O1,A,V,G,2026-04-02,\(quantity),\(price)\n")
    try folder.write("tiers.csv", "lower_bound,rate\n" + tiers)
    return try Program.run(
      ["fees", "--orders", "orders.csv", "--tiers", "tiers.csv", "--format", "csv", "--quiet"]
        + settings.flatMap { ["--set", $0] }, in: folder)
  }

  @Test(
    "NT$1,500,000 over a boundary at NT$1,000,000",
    arguments: [
      // 1,500,000 × 0.01; then 1,000,000 × 0.011 + 500,000 × 0.01.
      ([], "15000", 0.01), (["fee.mode=marginal"], "16000", 16_000.0 / 1_500_000),
      // 1,500,000 − 1,500,000 / 1.01 = 14,851.49.
      (["fee.base=net-of"], "14851", 0.01),
      (["fee.base=net-of", "fee.rounding=ceiling"], "14852", 0.01),
      // 10,880.3165 + 4,950.4950 = 15,830.8115: rounded once, not slice by slice.
      (["fee.base=net-of", "fee.mode=marginal"], "15831", 15_831.0 / 1_500_000),
      (
        ["fee.base=net-of", "fee.mode=marginal", "fee.rounding=floor"], "15830",
        15_830.0 / 1_500_000
      ),
      (["fee.cap=12000"], "12000", 0.01), (["fee.cap=15000.01"], "15000", 0.01),
    ] as [([String], String, Double)])
  func byAmount(settings: [String], fee: String, rate: Double) throws {
    let outcome = try fees(
      quantity: 3, price: "500000", tiers: "0,1.1%\n1000000,1%\n", settings)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let row = try #require(outcome.rows.last)
    #expect(row[1] == "1500000")
    #expect(row[3] == fee)
    #expect(abs((Double(row[2]) ?? 0) - rate) < 1e-9)
  }

  @Test(
    "tiers by quantity, with a boundary at ten units of NT$1,000.50",
    arguments: [
      // 9,004.5 × 0.011 = 99.05; 10,005 × 0.01 = 100.05; 15,007.5 × 0.01 = 150.075.
      (9, "slab", "99"), (10, "slab", "100"), (15, "slab", "150"),
      // 10,005 × 0.011 = 110.055; 110.055 + 5,002.5 × 0.01 = 160.08.
      (10, "marginal", "110"), (15, "marginal", "160"),
    ])
  func byQuantity(quantity: Int, mode: String, fee: String) throws {
    let outcome = try fees(
      quantity: quantity, price: "1000.50", tiers: "0,0.011\n10,0.01\n",
      ["fee.tier_by=quantity", "fee.mode=\(mode)"])
    #expect(outcome.rows.last?[3] == fee, "\(outcome.errors)")
  }

  @Test(
    "half of a dollar rounds up, never to even",
    arguments: [("50", "1"), ("49.99", "0"), ("150", "2"), ("250", "3"), ("149.99", "1")])
  func halves(price: String, fee: String) throws {
    #expect(try fees(quantity: 1, price: price, tiers: "0,1%\n", []).rows.last?[3] == fee)
  }

  @Test(
    "a tier table that is none is refused at its field",
    arguments: [
      ("0,1%\n0,2%\n", "tiers.csv:3:1: "), ("10,1%\n5,2%\n", "tiers.csv:3:1: "),
      ("0,\n", "tiers.csv:2:2: "), ("0,-1%\n", "tiers.csv:2:2: "), ("0,x\n", "tiers.csv:2:2: "),
      ("-1,1%\n", "tiers.csv:2:1: "), (",1%\n", "tiers.csv:2:1: "), ("", "tiers.csv:1:1: "),
    ])
  func refusedTables(tiers: String, place: String) throws {
    let outcome = try fees(quantity: 1, price: "50", tiers: tiers, [])
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.contains { $0.hasPrefix(place) }, "\(outcome.errors)")
  }
}
