import Policy
import Quantities
import TestSupport
import Testing

@testable import Reporting

/// Where formulas would make a spreadsheet crawl, or mistake one thing for another, the book holds the
/// engine's values and says so.
@Suite struct LiveFallbackTests {
  private static let awardKeys = ["bids", "item_awards", "awards"]
  private static let feeKeys = [
    "order_input", "fee_input", "orders", "fee_calendar", "fee_statements",
  ]

  private func document(
    _ small: SmallCase = .full, limits: FormulaLimits = .standard
  ) throws -> ReportDocument {
    try CaseReport.document(of: small.run(), language: .english, limits: limits)
  }

  /// Sheets that say that they hold values and no formulas.
  private func sheetsOfValues(_ document: ReportDocument) -> [String] {
    document.sheets.filter { sheet in
      sheet.blocks.contains { block in
        if case .note(let note) = block {
          note.text.english.contains("and no formulas")
        } else {
          false
        }
      }
    }.map(\.key)
  }

  private func formulaCount(_ document: ReportDocument, of keys: [String]) -> Int {
    document.sheets.filter { keys.contains($0.key) }.flatMap(\.blocks).reduce(0) { count, block in
      guard case .table(let table) = block else { return count }
      return count + table.rows.reduce(0) { $0 + $1.cells.count { $0.formula != nil } }
    }
  }

  @Test func withinTheLimitsEverySheetHoldsFormulas() throws {
    let document = try document()
    #expect(sheetsOfValues(document).isEmpty)
    #expect(formulaCount(document, of: Self.awardKeys) > 1_000)
    #expect(formulaCount(document, of: Self.feeKeys) > 300)
  }

  @Test(arguments: [
    FormulaLimits(bidCount: 10), FormulaLimits(bidCountOfItem: 14),
  ])
  func moreBidsThanTheLimitAreValues(limits: FormulaLimits) throws {
    let document = try document(limits: limits)
    #expect(sheetsOfValues(document) == Self.awardKeys)
    #expect(formulaCount(document, of: Self.awardKeys) == 0)
    #expect(formulaCount(document, of: Self.feeKeys) > 300)
    #expect(!document.sheets.contains { ["item_calc", "bid_calc"].contains($0.key) })
  }

  @Test func moreOrdersThanTheLimitAreValues() throws {
    let document = try document(limits: FormulaLimits(orderCount: 11))
    #expect(sheetsOfValues(document) == Self.feeKeys)
    #expect(formulaCount(document, of: Self.feeKeys) == 0)
    #expect(formulaCount(document, of: Self.awardKeys) > 1_000)
    #expect(!document.sheets.contains { ["order_calc", "fee_calc"].contains($0.key) })
  }

  @Test func valuesAreTheSameAsThoseOfFormulas() throws {
    let live = try document()
    let values = try document(limits: FormulaLimits(bidCount: 0, orderCount: 0))
    for key in [
      "bid_awards", "item_awards", "call_off_orders", "fee_months", "fee_statement_lines",
    ] {
      let tables = [live, values].compactMap { $0.table(key) }
      try #require(tables.count == 2)
      #expect(
        tables[0].rows.map { $0.cells.map(\.value) } == tables[1].rows.map { $0.cells.map(\.value) }
      )
    }
  }

  /// Names that differ in case only, and names with wildcards.
  @Test(arguments: ["v2", "V*", "V?", "V~1"])
  func namesThatASpreadsheetTakesForOneAnotherAreValues(name: String) throws {
    var small = SmallCase.full
    small.set("bids.csv", row: 1, "vendor_id", to: name)
    #expect(sheetsOfValues(try document(small)) == Self.awardKeys)
  }

  @Test func amountsBeyondFourteenDigitsAreValues() throws {
    var small = SmallCase.full
    small.set("bids.csv", row: 1, "unit_price", to: "1234567890123.45")
    #expect(sheetsOfValues(try document(small)) == Self.awardKeys)
    small.set("orders.csv", row: 1, "unit_price", to: "1234567890123.45")
    #expect(sheetsOfValues(try document(small)) == Self.awardKeys + Self.feeKeys)
  }
}
