import Testing

/// `awardsim check`: everything that another command would refuse, all at once.
@Suite struct CheckCommandTests {
  private func caseFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "case.yaml",
      """
      case_no: "1150202"
      title: A small case
      currency: TWD
      pricing_date: 115/01/20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      """)
    try folder.write("items.csv", "item_id,category,name\nA,iaas,Machine\nB,paas,Thing\n")
    try folder.write(
      "market_quotes.csv",
      "evidence_id,item_id,channel,quote_date,unit_price\nM1,A,web,2026-01-01,1000\n")
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,800\nA,V2,800\n")
    try folder.write(
      "orders.csv",
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
        + "O1,A,V1,G,2026-05-01,2,800\n")
    try folder.write("fee_tiers.csv", "lower_bound,rate\n0,1%\n")
    return folder
  }

  @Test func aSoundCaseIsAccepted() throws {
    let outcome = try Program.run(["check", "."], in: try caseFolder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("orders.csv"))
  }

  @Test func theErrorsOfAllFilesAreReportedAndAnOldOutputStays() throws {
    let folder = try caseFolder()
    try folder.write("items.csv", "item_id,category,name\nA,iaas,Machine\nA,cloud,\n")
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,x\n")
    try folder.write("fee_tiers.csv", "lower_bound,rate\n0,x\n")
    try folder.write("result.csv", "old")
    for command in ["check", "run"] {
      let outcome = try Program.run(
        [command, ".", "--output", "result.csv", "--force"], in: folder)
      #expect(outcome.status == 65)
      for place in [
        "items.csv:3:1: ", "items.csv:3:2: ", "items.csv:3:3: ", "bids.csv:2:3: ",
        "fee_tiers.csv:2:2: ",
      ] {
        #expect(
          outcome.errorLines.contains { $0.hasPrefix(place) }, "\(place) in \(outcome.errors)")
      }
      #expect(try folder.read("result.csv") == "old")
    }
  }

  @Test(
    "what award or fees would refuse, check refuses too",
    arguments: [
      ("rebids.csv", "item_id,vendor_id,unit_price\nA,V1,900\n", "rebids.csv:2:3: "),
      ("fee_tiers.csv", "lower_bound,rate\n10000,1%\n", "orders.csv:2:7: "),
      (
        "collections.csv", "order_id,collected_on,amount\nO1,2026-04-01,5\n",
        "collections.csv:2:2: "
      ),
      (
        "collections.csv", "order_id,collected_on,amount\nO9,2026-06-01,5\n",
        "collections.csv:2:1: "
      ),
      (
        "contracts.csv", "case_no,contract_start,contract_end\n1140202,2026-04-01,2026-03-31\n",
        "contracts.csv:2:3: "
      ),
      (
        "reserve_overrides.csv",
        "item_id,reserve_price,reason,decided_by,decided_on\nZ,5,why,who,2026-01-23\n",
        "reserve_overrides.csv:2:1: "
      ),
    ])
  func refusals(name: String, text: String, place: String) throws {
    for command in ["check", "run"] {
      let folder = try caseFolder()
      try folder.write(name, text)
      let outcome = try Program.run([command, "."], in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorLines.contains { $0.hasPrefix(place) }, "\(outcome.errors)")
    }
  }

  @Test(
    "case.yaml: every key that must be there, dates that exist, no key twice, none unknown",
    arguments: [
      ("case_no: \"1150202\"\n", "", "case_no"), ("title: A small case\n", "", "title"),
      ("currency: TWD\n", "", "currency"), ("115/01/20", "1989-01-01", "1990"),
      ("115/01/20", "2026-02-30", "calendar"), ("2027-03-31", "2026-03-31", "contract_start"),
      ("currency: TWD", "curency: TWD", "currency"), ("currency: TWD", "title: twice", "already"),
      ("title: A small case", "title: 'open", "YAML"),
      ("title: A small case", "title: [1]", "title"),
    ])
  func headers(text: String, replacement: String, named: String) throws {
    let folder = try caseFolder()
    let header = try folder.read("case.yaml")
    try folder.write("case.yaml", header.replacing(text, with: replacement))
    let outcome = try Program.run(["check", "."], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.errorLines.contains { $0.hasPrefix("case.yaml:") && $0.contains(named) },
      "\(outcome.errors)")
  }

  @Test(
    "YAML that is deep, repeats itself or is no YAML is refused, not followed",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "a: {b: ", count: 20_000),
      "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "- 1\n", "", "%%%\n", "\u{7}",
    ])
  func hostileYAML(text: String) throws {
    let folder = try caseFolder()
    try folder.write("case.yaml", text)
    let outcome = try Program.run(["check", "."], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("case.yaml:"))
  }
}
