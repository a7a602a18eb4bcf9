import Testing

/// Prices and dates as people type them, and the place that a wrong one is reported at.
@Suite struct AmountAndDateTests {
  private func award(price: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", "vendor_id,unit_price,item_id\nV,\(price),A\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,\"9,999,999,999,999.99\"\n")
    return try Program.run(
      ["award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv"],
      in: folder)
  }

  @Test(
    "a price is read with thousands commas and a currency sign, and printed plain",
    arguments: [
      ("1234.5", "1234.50"), ("\"1,234.50\"", "1234.50"), ("\"NT$1,234\"", "1234"), ("$7", "7"),
      ("0.01", "0.01"), ("9999999999999.99", "9999999999999.99"), (" 12 ", "12"),
      ("\"NT$9,999,999,999,999.99\"", "9999999999999.99"),
    ])
  func acceptedPrices(text: String, printed: String) throws {
    let outcome = try award(price: text)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.last.map { Array($0.prefix(3)) } == ["A", "V", printed])
  }

  @Test(
    "a price that is none is refused at its field, wherever the column stands",
    arguments: [
      "0", "0.00", "-1", "1.001", "10000000000000", "1e3", "abc", "", "\"1,00\"", "\"12,34,567\"",
      "1.2.3", "99999999999999999999999999", "NaN", "١٢",
    ])
  func refusedPrices(text: String) throws {
    let outcome = try award(price: text)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("bids.csv:2:2: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("expected"))
  }

  private func fees(orderedOn: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
        + "O1,A,V,G,\(orderedOn),\"1,000\",2\n")
    try folder.write("tiers.csv", "lower_bound,rate\n0,1%\n")
    return try Program.run(
      ["fees", "--orders", "orders.csv", "--tiers", "tiers.csv", "--format", "csv", "--quiet"],
      in: folder)
  }

  @Test(
    "a date is ISO or ROC and printed as ISO",
    arguments: [
      ("2026-03-31", "2026-03-31"), ("115/03/31", "2026-03-31"), ("113/02/29", "2024-02-29"),
      ("1990-01-01", "1990-01-01"), ("79/01/01", "1990-01-01"),
    ])
  func acceptedDates(text: String, printed: String) throws {
    let outcome = try fees(orderedOn: text)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.last == ["O1", "2000", "0.01", "20", "active", printed, ""])
  }

  @Test(
    "a day that does not exist, or lies before 1990, is refused at its field",
    arguments: [
      "1989-12-31", "78/12/31", "2026-02-29", "114/02/29", "2026-13-01", "2026-00-10", "20260331",
      "31.3.2026", "",
    ])
  func refusedDates(text: String) throws {
    let outcome = try fees(orderedOn: text)
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("orders.csv:2:5: "), "\(outcome.errors)")
  }

  @Test(
    "a date on the command line obeys the same rules and exits 64",
    arguments: ["1989-12-31", "2026-02-29", "tomorrow", ""], ["--contract-end", "--date"])
  func refusedOptions(text: String, option: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "orders.csv", "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n")
    try folder.write("tiers.csv", "lower_bound,rate\n0,1%\n")
    let outcome = try Program.run(
      ["fees", "--orders", "orders.csv", "--tiers", "tiers.csv", option, text], in: folder)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(option))
  }
}
