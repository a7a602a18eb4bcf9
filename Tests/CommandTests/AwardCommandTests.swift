import Testing

/// `awardsim award` as other programs use it: columns, outcomes and exit statuses of the contract.
@Suite struct AwardCommandTests {
  static let header =
    "item_id,vendor_id,unit_price,rank,outcome,reason,contract_price,low_price_flag"

  @Test(
    "half-up awards the lowest nine of ten, floor and ceiling the same; the table of the rule",
    arguments: [
      ("half-up", 5, 5), ("half-up", 6, 5), ("half-up", 16, 14), ("floor", 1, 1), ("floor", 2, 1),
      ("floor", 16, 14), ("ceiling", 2, 2), ("ceiling", 11, 10), ("ceiling", 16, 15),
    ])
  func winners(rounding: String, bidCount: Int, expected: Int) throws {
    let folder = try TemporaryFolder()
    let bids = (1...bidCount).map { "A,V\($0),\(90 + $0)" }.joined(separator: "\n")
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\n" + bids + "\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,120\n")
    let outcome = try Program.run(
      [
        "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv", "--set",
        "award.rounding=\(rounding)",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == Self.header)
    #expect(outcome.rows.dropFirst().count == bidCount)
    let awarded = outcome.rows.dropFirst().filter { $0[4] == "awarded" }
    #expect(awarded.map { $0[1] } == (1...expected).map { "V\($0)" })
    #expect(awarded.allSatisfy { $0[6] == $0[2] })
  }

  @Test func everyOutcomeHasItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bids.csv",
      """
      item_id,vendor_id,unit_price,status
      A,V1,100,valid
      A,V2,101,valid
      A,V3,,disqualified
      B,V1,50,
      C,V1,10,
      C,V2,10,
      """)
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\nB,\nC,10\n")
    let outcome = try Program.run(
      [
        "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv", "--set",
        "award.cutoff_share=0.5",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.rows.dropFirst().map { $0[4] } == [
        "awarded", "above-reserve", "disqualified", "no-reserve", "pending-tie", "pending-tie",
      ])
  }

  @Test func everyErrorIsReportedAtItsPlaceAndNoOutputIsMade() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bids.csv",
      """
      item_id,vendor_id,unit_price
      A,V1,0
      A,V1,90
      Z,V1,90
      A,V2,9x
      """)
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    try folder.write("out.csv", "old")
    let outcome = try Program.run(
      [
        "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv", "--output",
        "out.csv", "--force",
      ], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(try folder.read("out.csv") == "old")
    for place in ["bids.csv:2:3: ", "bids.csv:3:2: ", "bids.csv:4:1: ", "bids.csv:5:3: "] {
      #expect(outcome.errorLines.contains { $0.hasPrefix(place) }, "\(place) in \(outcome.errors)")
    }
  }

  @Test(
    "wrong usage exits 64 and names what would have been right",
    arguments: [
      (["award"], "CASE"),
      (["award", "--set", "award.rouding=floor"], "award.rounding"),
      (["award", "--set", "award.rounding=up"], "half-up, floor, ceiling"),
      (["award", "--set", "award.rounding"], "KEY=VALUE"),
    ])
  func wrongUsage(arguments: [String], named: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,1\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    let files = arguments.count > 1 ? ["--bids", "bids.csv", "--reserves", "reserves.csv"] : []
    let outcome = try Program.run(arguments + files, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(named), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("a missing file exits 66 and is named", arguments: ["bids.csv", "reserves.csv"])
  func aMissingFileExits66(missing: String) throws {
    let folder = try TemporaryFolder()
    if missing != "bids.csv" { try folder.write("bids.csv", "item_id,vendor_id,unit_price\n") }
    if missing != "reserves.csv" { try folder.write("reserves.csv", "item_id,reserve_price\n") }
    let outcome = try Program.run(
      ["award", "--bids", "bids.csv", "--reserves", "reserves.csv"], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains(missing))
    #expect(outcome.output.isEmpty)
  }

  @Test func anExistingOutputIsReplacedOnlyByForce() throws {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,1\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    try folder.write("out.csv", "old")
    let arguments = [
      "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv", "--output",
      "out.csv",
    ]
    let refused = try Program.run(arguments, in: folder)
    #expect(refused.status == 73)
    #expect(try folder.read("out.csv") == "old")
    let forced = try Program.run(arguments + ["--force"], in: folder)
    #expect(forced.status == 0, "\(forced.errors)")
    #expect(try folder.read("out.csv").hasPrefix(Self.header))
    #expect(try folder.names() == ["bids.csv", "out.csv", "reserves.csv"])
  }

  @Test func aSeededLotDecidesWhatIsTiedAndPrintsItsSeed() throws {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,10\nA,V2,10\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    let arguments = [
      "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv", "--set",
      "award.cutoff_share=0.5", "--set", "award.lot_seed=77",
    ]
    let first = try Program.run(arguments, in: folder)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.rows.filter { $0.contains("awarded") }.count == 1)
    #expect((first.output + first.errors).contains("77"))
    #expect(try Program.run(arguments, in: folder).output == first.output)
  }
}
