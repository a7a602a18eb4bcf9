import Foundation
import Testing

/// Moving the date of a rule, or dropping it: who changes, then awards and fees, each by name.
///
/// Two items at a reserve price of NT$1,000. V1 offers a product of M1, which holds every certificate; V2
/// offers products of M2, which holds none for privacy; V3 submitted nothing and offers item B as it is.
@Suite struct ScreeningScenarioTests {
  static let files = [
    "case.yaml": """
    case_no: "1140206"
    title: an example
    currency: TWD
    pricing_date: 2025-07-20
    contract_start: 2025-10-01
    contract_end: 2026-09-30

    """,
    "items.csv": "item_id,category,name\nA,saas-package,a\nB,saas-package,b\n",
    "market_quotes.csv": """
    evidence_id,item_id,channel,quote_date,unit_price
    M1,A,web,2025-06-20,1000
    M2,B,web,2025-06-20,1000

    """,
    "vendors.csv": """
    vendor_id,role,territory,prc_capital,investment_list,capability
    V1,vendor,TW,no,no,yes
    V2,vendor,TW,no,no,yes
    V3,vendor,TW,no,no,yes
    M1,manufacturer,US,no,no,
    M2,manufacturer,JP,no,no,

    """,
    "products.csv": """
    product_id,item_id,vendor_id,manufacturer_id,authorised,access_sites,backup_sites,standby_sites,transit_territories
    PA1,A,V1,M1,yes,TW,TW,TW,none
    PA2,A,V2,M2,yes,TW,TW,TW,none
    PB2,B,V2,M2,yes,TW,TW,TW,none

    """,
    "certificates.csv": """
    holder_id,standard,valid_from,valid_until,data_centre_in_scope
    M1,ISO/IEC 27001,2024-01-01,2027-12-31,yes
    M1,ISO/IEC 27017,2024-01-01,2027-12-31,yes
    M1,ISO/IEC 27018,2024-01-01,2027-12-31,yes
    M1,ISO/IEC 27701,2024-01-01,2027-12-31,yes
    M2,CNS 27001,2024-01-01,2027-12-31,yes
    M2,CSA STAR,2024-01-01,2027-12-31,yes
    M2,ISO/IEC 27018,2024-01-01,2027-12-31,yes

    """,
    "bids.csv": """
    item_id,vendor_id,unit_price
    A,V1,980
    A,V2,950
    B,V2,500
    B,V3,520

    """,
    "orders.csv": """
    order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,case_no
    O1,A,V2,G,2025-11-01,10,950,
    O2,B,V3,G,2025-11-01,100,520,1140206
    O3,A,V1,G,2025-11-01,10,980,
    O4,A,V2,G,2025-05-01,100,1000,1140202

    """,
    "contracts.csv": "case_no,contract_start,contract_end\n1140202,2025-04-01,2026-03-31\n",
    "fee_tiers.csv": "lower_bound,rate\n0,1%\n",
    "scenarios.yaml": """
    scenarios:
      earlier:
        dates:
          screening.certificates.privacy: {mandatory: 2025-04-01}
      later:
        dates:
          screening.certificates.privacy: {mandatory: 2026-04-01}

    """,
  ]

  private static func folder(_ changes: [String: String?] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files where changes[name] == nil { try folder.write(name, text) }
    for (name, text) in changes { if let text { try folder.write(name, text) } }
    return folder
  }

  @Test func theMovedDateChangesVendorsAwardsAndFeesByName() throws {
    let outcome = try Program.run(
      ["screen", ".", "--scenarios", "scenarios.yaml", "--format", "csv", "--quiet"],
      in: try Self.folder())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lacking = "M2 holds no ISO/IEC 27701 or BS 10012"
    let refusal = "screening (certificates.privacy): \(lacking)"
    #expect(
      outcome.lines == [
        "scenario,change,id,item_id,baseline,scenario_outcome,baseline_amount,scenario_amount,"
          + "difference,rule,reason,record",
        "earlier,product,PA2,A,enters,missing-evidence,,,,certificates.privacy,\(lacking),products.csv:3",
        "earlier,product,PB2,B,enters,missing-evidence,,,,certificates.privacy,\(lacking),products.csv:4",
        "earlier,item,B,B,enters,missing-evidence,,,,certificates.privacy,its product PB2 is kept out:"
          + " \(lacking),products.csv:4",
        "earlier,bidder,V2,,bids,no-bid,,,,,\"bids that take part: 2, then 0\",",
        "earlier,bidder,V3,,bids,no-bid,,,,,\"bids that take part: 1, then 0\",",
        "earlier,award,V2,A,awarded,disqualified,950,,-950,,\(refusal) [products.csv:3],bids.csv:3",
        "earlier,award,V2,B,awarded,disqualified,500,,-500,,screening (certificates.privacy): its"
          + " product PB2 is kept out: \(lacking) [products.csv:4],bids.csv:4",
        "earlier,award,V3,B,awarded,disqualified,520,,-520,,screening (certificates.privacy): its"
          + " product PB2 is kept out: \(lacking) [products.csv:4],bids.csv:5",
        "earlier,fee,O1,A,carried,no-award,95,0,-95,,order of V2,orders.csv:2",
        "earlier,fee,O2,B,carried,no-award,520,0,-520,,order of V3,orders.csv:3",
        // 980 + 950 + 500 + 520, then 980 alone; 95 + 520 + 98 + 1,000, then 98 + 1,000.
        "earlier,sum,awarded_sum,,,,2950,980,-1970,,,",
        "earlier,sum,fee_sum,,,,1713,1098,-615,,,",
        "later,sum,awarded_sum,,,,2950,2950,0,,,",
        "later,sum,fee_sum,,,,1713,1713,0,,,",
      ])
  }

  @Test func runDisqualifiesWithTheReason() throws {
    let folder = try Self.folder()
    let arguments = ["--date", "2025-10-01", "--format", "csv", "--quiet"]
    let award = try Program.run(["award", "."] + arguments, in: folder)
    #expect(award.status == 0, "\(award.errors)")
    #expect(
      award.rows.map { $0.prefix(5).joined(separator: ",") } == [
        "item_id,vendor_id,unit_price,rank,outcome", "A,V1,980,1,awarded", "A,V2,950,,disqualified",
        "B,V2,500,,disqualified", "B,V3,520,,disqualified",
      ])
    let run = try Program.run(["run", "."] + arguments, in: folder)
    for line in [
      "admitted_vendors,vendors that enter,5", "admitted_products,products that enter,1",
      "admitted_items,items that enter,1", "screened_out_bids,bids refused by screening,3",
      "awarded_bids,awarded bids,1",
    ] { #expect(run.lines.contains(line), "\(line)") }
  }

  /// What screening does not know, it does not touch: the bytes are those of a case without its tables.
  @Test func reserveAndFeesDoNotLookAtScreening() throws {
    let tables = ["vendors.csv", "products.csv", "certificates.csv"]
    let with = try Self.folder()
    let none = tables.map { ($0, String?.none) }
    let without = try Self.folder(Dictionary(uniqueKeysWithValues: none))
    for command in ["reserve", "fees"] {
      let outcomes = try [with, without].map {
        try Program.run([command, ".", "--date", "2026-01-01", "--format", "csv"], in: $0)
      }
      // The rules of orders ask for awarded vendors, so that screening shows in the flags alone.
      let columnCount = outcomes[1].rows.first?.count ?? 0
      #expect(outcomes[0].rows.map { Array($0.prefix(columnCount)) } == outcomes[1].rows)
      #expect(outcomes.allSatisfy { $0.status == 0 })
      if command == "fees" {
        #expect(outcomes[1].rows.first?.last == "due_on")
        #expect(outcomes[0].rows.map(\.last) == ["flags", "award", "award", "", ""])
      }
    }
  }

  @Test func withoutItsTablesEveryRuleIsNotAppliedAndEveryoneEnters() throws {
    let folder = try TemporaryFolder()
    for name in ["case.yaml", "items.csv", "market_quotes.csv", "bids.csv"] {
      try folder.write(name, try #require(Self.files[name]))
    }
    let screen = try Program.run(["screen", ".", "--format", "csv", "--quiet"], in: folder)
    #expect(screen.status == 0)
    #expect(screen.rows.count == 18)
    #expect(screen.rows.dropFirst().allSatisfy { $0[0] == "rule" && $0[3] == "enters" })
    #expect(screen.rows.dropFirst().allSatisfy { $0[5] == "not-applied" })
    let award = try Program.run(["award", ".", "--format", "csv", "--quiet"], in: folder)
    #expect(award.rows.count { $0[4] == "awarded" } == 4)
    let run = try Program.run(["run", ".", "--format", "csv", "--quiet"], in: folder)
    #expect(!run.output.contains("admitted_"))
  }

  @Test func anUnknownRuleNamesTheNearest() throws {
    let outcome = try Program.run(
      ["screen", ".", "--rule", "certificates.privacies"], in: try Self.folder())
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("certificates.privacy"))
  }

  @Test func badTablesAreRefusedAllAtOnce() throws {
    let folder = try Self.folder([
      "vendors.csv": "vendor_id\nV1\nV2\nM1\nM2\n",
      "certificates.csv": """
      holder_id,standard,valid_from,valid_until
      M1,ISO 9001,2024-01-01,2027-12-31
      M1,BS 10012,2024-01-01,2023-12-31

      """,
    ])
    let outcome = try Program.run(["screen", ".", "--quiet"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    let places = outcome.errorLines.map { $0.split(separator: " ")[0] }
    #expect(places == ["certificates.csv:2:2:", "certificates.csv:3:4:", "bids.csv:5:2:"])
  }

  @Test func withoutItemsTheInputIsMissing() throws {
    let folder = try TemporaryFolder()
    try folder.write("case.yaml", try #require(Self.files["case.yaml"]))
    #expect(try Program.run(["screen", "."], in: folder).status == 66)
  }

  @Test func theWorkbookAndTheChineseTableAreMade() throws {
    let folder = try Self.folder()
    let run = try Program.run(
      ["run", ".", "--workbook", "a.xlsx", "--language", "zh-Hant", "--quiet"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let screen = try Program.run(["screen", ".", "--language", "zh-Hant", "--quiet"], in: folder)
    #expect(screen.output.contains("未載明") || screen.output.contains("納入"))
  }
}
