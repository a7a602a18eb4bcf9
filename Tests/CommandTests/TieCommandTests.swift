import Testing

/// Equal bids across the cutoff: three vendors at one price for two places.
@Suite struct TieCommandTests {
  /// Bids 50, 60, 60, 60 and 70 for a reserve of 100; 0.6 × 5 gives three awards.
  private func award(
    rebids: String?, _ settings: [String] = []
  ) throws -> (outcomes: [String], prices: [String], outcome: Program.Outcome) {
    let folder = try TemporaryFolder()
    try folder.write(
      "bids.csv", "item_id,vendor_id,unit_price\nA,V1,50\nA,V2,60\nA,V3,60\nA,V4,60\nA,V5,70\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    var arguments = [
      "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv", "--set",
      "award.cutoff_share=0.6",
    ]
    if let rebids {
      try folder.write("rebids.csv", "item_id,vendor_id,unit_price\n" + rebids)
      arguments += ["--rebids", "rebids.csv"]
    }
    let outcome = try Program.run(
      arguments + settings.flatMap { ["--set", $0] }, in: folder)
    // The reason may hold commas and is quoted then; what is asked for stands before or behind it.
    let rows = outcome.rows.dropFirst()
    return (rows.map { $0[4] }, rows.map { $0[$0.count - 2] }, outcome)
  }

  @Test(
    "re-bids decide; with too few, what is left is pending, never chosen silently",
    arguments: [
      (nil, ["pending-tie", "pending-tie", "pending-tie"], ["", "", ""]),
      ("A,V2,58\nA,V3,59\nA,V4,57\n", ["awarded", "not-awarded", "awarded"], ["58", "", "57"]),
      (
        "A,V2,58\nA,V3,58\nA,V4,58\n", ["pending-tie", "pending-tie", "pending-tie"], ["", "", ""]
      ),
      ("A,V2,58\n", ["awarded", "pending-tie", "pending-tie"], ["58", "", ""]),
      ("A,V4,20\nA,V3,60\n", ["pending-tie", "pending-tie", "awarded"], ["", "", "20"]),
    ] as [(String?, [String], [String])])
  func rebids(rebids: String?, outcomes: [String], prices: [String]) throws {
    let award = try award(rebids: rebids)
    #expect(award.outcome.status == 0, "\(award.outcome.errors)")
    #expect(award.outcomes == ["awarded"] + outcomes + ["not-awarded"])
    #expect(award.prices == ["50"] + prices + [""])
    #expect(award.outcome.errors.contains("pending") == outcomes.contains("pending-tie"))
  }

  @Test(
    "the other two tie rules",
    arguments: [("include-all", "awarded"), ("exclude-all", "not-awarded")])
  func tieRules(rule: String, outcome: String) throws {
    let award = try award(rebids: nil, ["award.tie=\(rule)"])
    #expect(award.outcomes == ["awarded", outcome, outcome, outcome, "not-awarded"])
  }

  @Test("a lot draws exactly the places left, the same every time", arguments: 0..<12)
  func lots(seed: Int) throws {
    let first = try award(rebids: nil, ["award.lot_seed=\(seed)"])
    #expect(first.outcomes.count { $0 == "awarded" } == 3)
    #expect(first.outcomes[0] == "awarded" && first.outcomes[4] == "not-awarded")
    #expect(first.outcome.errors.contains("\(seed)"))
    #expect(
      try award(rebids: nil, ["award.lot_seed=\(seed)"]).outcome.output == first.outcome.output)
  }

  @Test func noVendorWinsEveryLot() throws {
    var losers: Set<Int> = []
    for seed in 0..<12 {
      let outcomes = try award(rebids: nil, ["award.lot_seed=\(seed)"]).outcomes
      losers.formUnion((1...3).filter { outcomes[$0] != "awarded" })
    }
    #expect(losers == [1, 2, 3])
  }

  @Test(
    "a re-bid that could never have an effect is an input error at its field",
    arguments: [
      ("A,V2,61\n", "rebids.csv:2:3: "), ("A,V9,40\n", "rebids.csv:2:2: "),
      ("Z,V1,40\n", "rebids.csv:2:1: "), ("A,V2,40\nA,V2,40\n", "rebids.csv:3:2: "),
      ("A,V2,0\n", "rebids.csv:2:3: "),
    ])
  func refusedRebids(rebids: String, place: String) throws {
    let outcome = try award(rebids: rebids).outcome
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.contains { $0.hasPrefix(place) }, "\(outcome.errors)")
  }

  @Test func aRebidThatIsNotNeededIsSaid() throws {
    let award = try award(rebids: "A,V5,40\n")
    #expect(award.outcome.status == 0)
    #expect(award.outcomes.last == "not-awarded")
    #expect(award.outcome.errors.contains("re-bids without effect: 1"))
  }
}
