import Foundation
import Pipeline
import Policy
import Quantities
import Simulation
import Tendering
import Testing

@testable import Reporting

/// The sheet of the cutoff analysis: what it says first, and what it says without bids.
@Suite struct CutoffSheetTests {
  private static func policy(_ share: String = "0.9") throws -> AwardPolicy {
    AwardPolicy(
      cutoffShare: try Share(text: share), lowPriceItem: try Share(text: "0.7"),
      lowPriceTotal: try Share(text: "0.8"))
  }

  /// One item of three bids, one of ten, one without any.
  private static func stage(_ policy: AwardPolicy) -> TenderStage {
    let money = { (units: Int64) in Money(minorUnits: units * Money.minorUnitsPerUnit) }
    let counts = [("small", 3), ("large", 10), ("empty", 0)]
    return TenderStage(
      lots: counts.map { .init(itemID: ItemID($0.0), reservePrice: money(100)) },
      submissions: .init(
        bids: counts.flatMap { item, count in
          (0..<count).map { number in
            Bid(
              itemID: ItemID(item), vendorID: VendorID("V\(number)"),
              unitPrice: money(80 + Int64(number)),
              position: SourcePosition(file: "bids.csv", line: number + 2))
          }
        }), policy: policy)
  }

  private static func report(
    hasBids: Bool, _ policy: AwardPolicy
  ) throws -> CutoffReport {
    let analysis = try CutoffAnalysis(policy: policy, stage: hasBids ? stage(policy) : nil)
    return CutoffReport(
      analysis,
      Result { () throws(EquilibriumError) in
        try CutoffEquilibria(policy: policy, shares: analysis.shares)
      })
  }

  private static func notes(of sheet: ReportSheet) -> [ReportNote] {
    sheet.blocks.compactMap { block in
      if case .note(let note) = block { note } else { nil }
    }
  }

  private static func tables(of sheet: ReportSheet) -> [ReportTable] {
    sheet.blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  @Test func theFirstLineSaysWhereTheCutoffBringsNoCompetition() throws {
    let sheet = CutoffSheet.sheet(of: try Self.report(hasBids: true, try Self.policy()))
    let first = try #require(Self.notes(of: sheet).first)
    #expect(first.kind == .warning)
    #expect(
      first.text.english.hasPrefix(
        "On 1 of 2 items with a valid bid every valid bid wins at 90 %, half-up"))
    #expect(first.text.traditionalChinese.contains("90%（四捨五入）"))
    #expect(Self.notes(of: sheet).contains { $0.text.english == "Every valid bid wins on: small." })
    #expect(sheet.key == "cutoff")
  }

  @Test func theCostsAreSaidToBeAssumedWhereverTheyShow() throws {
    let sheet = CutoffSheet.sheet(of: try Self.report(hasBids: true, try Self.policy()))
    let texts =
      Self.notes(of: sheet).map { ($0.text, $0.kind == .assumption) }
      + Self.tables(of: sheet).compactMap { table in table.title.map { ($0, false) } }
      + sheet.blocks.compactMap { block in
        if case .chart(let chart) = block { (chart.title, false) } else { nil }
      }
    let naming = texts.filter { $0.0.english.contains("uniform(0.6,1.2)") }
    #expect(naming.count == 3)
    for (text, isAssumption) in naming {
      #expect(isAssumption || text.english.contains("assumed"), "\(text.english)")
      #expect(isAssumption || text.traditionalChinese.contains("假設"))
    }
  }

  @Test func withoutBidsThereAreTheNumbersOfBidsAndOfVendors() throws {
    let sheet = CutoffSheet.sheet(of: try Self.report(hasBids: false, try Self.policy()))
    #expect(
      Self.tables(of: sheet).map(\.key) == [
        "cutoff_equilibria", "winners_by_bids", "winners_added",
      ])
    let first = try #require(Self.notes(of: sheet).first)
    #expect(first.text.english.contains("bites from 6 valid bids on"))
    let chart = sheet.blocks.contains { block in
      if case .chart(let chart) = block { chart.kind == .line } else { false }
    }
    #expect(chart)
  }

  @Test func aRuleWithoutAnEquilibriumSaysSoInItsPlace() throws {
    var policy = try Self.policy()
    policy.contractPrice = .matchLowest
    let sheet = CutoffSheet.sheet(of: try Self.report(hasBids: true, policy))
    let reason = Self.notes(of: sheet).first { $0.text.english.contains("match-lowest") }
    #expect(reason?.kind == .warning)
    #expect(!Self.tables(of: sheet).contains { $0.key == "cutoff_equilibria" })
  }

  @Test func aShareOfManyDigitsHasColumnsOfItsOwnAndNoFormulaThatWouldRoundIt() throws {
    let policy = try Self.policy("0.90000000000000001")
    let sheet = CutoffSheet.sheet(of: try Self.report(hasBids: true, policy))
    let counts = try #require(Self.tables(of: sheet).first { $0.key == "winners_by_bids" })
    #expect(Set(counts.columns.map(\.key)).count == 14)
    let formulas = counts.rows[0].cells.map { $0.formula != nil }
    #expect(formulas.count { $0 } == 10)
  }

  @Test func onTheTerminalTheItemsComeFirst() throws {
    let text = try Self.report(hasBids: true, try Self.policy()).text(.english)
    let places = [
      "On 1 of 2 items", "Every valid bid wins on: small.", "Item by item",
      "Winners by number of valid bids", "Equilibrium by number of vendors",
    ].map { text.range(of: $0)?.lowerBound }
    let found = places.compactMap(\.self)
    #expect(found.count == places.count)
    #expect(found == found.sorted())
  }
}
