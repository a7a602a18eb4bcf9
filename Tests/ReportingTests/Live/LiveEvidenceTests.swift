import Policy
import Quantities
import TestSupport
import Testing

@testable import Reporting

/// Evidence, parameters and decisions that someone changes in the book: the reserve prices there are those
/// that the engine gives for the same input.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"))
struct LiveEvidenceTests {
  /// One change of a row of evidence, or of an item.
  private struct Change {
    let file: String
    let row: String
    let column: String
    let text: String

    init(_ file: String, _ row: String, _ column: String, _ text: String) {
      self.file = file
      self.row = row
      self.column = column
      self.text = text
    }
  }

  private static let changes = [
    Change("historical_awards", "plain-0", "unit_price", "12.5"),
    Change("agency_prices", "plain-3", "award_date", "2024-06-30"),
    Change("market_quotes", "plain-5", "quote_date", "2026-01-21"),
    Change("historical_awards", "outlier-4", "unit_price", "101.5"),
    Change("agency_prices", "no-deviation-4", "unit_price", "50"),
    Change("market_quotes", "equal-1", "unit_price", "35"),
    Change("agency_prices", "repeats-0", "unit_price", "30.01"),
    Change("market_quotes", "repeats-3", "source", "three"),
    Change("market_quotes", "repeats-6", "source", "four"),
    Change("agency_prices", "stale-1", "award_date", "2025-08-01"),
    Change("historical_awards", "terms-0", "term_months", "6"),
    Change("historical_awards", "terms-1", "award_date", "2025-05-01"),
    Change("agency_prices", "terms-2", "tax_included", "yes"),
    Change("agency_prices", "terms-3", "unit", "user"),
    Change("agency_prices", "terms-4", "fee_included", "no"),
    Change("market_quotes", "terms-5", "quantity_tier", ""),
    Change("market_quotes", "small-0", "unit_price", "1.75"),
  ]

  private static let policies: [[PolicyKey: String]] = [
    [:],
    [.reserveCombine: "median", .reserveOutlierZ: "1.5", .reserveTaxRate: "0.1"],
    [
      .reserveCombine: "weighted-mean", .reserveWeightAgency: "2.5", .reserveWeightMarket: "0",
      .reserveFeeUplift: "0.011",
    ],
    [.reserveCombine: "quantile", .reserveQuantile: "0.37", .reserveRoundingUnit: "10"],
    [.reserveCombine: "historical", .reserveAgeLimitDaysHistorical: "320"],
    [.reserveCombine: "agency", .reserveMinimumEffectiveSources: "4"],
    [.reserveCombine: "market", .reserveAgeLimitDaysMarket: "46"],
  ]

  private func content(_ text: String) -> WorkbookEdit.Content {
    if text.isEmpty { return .empty }
    if let day = try? Day(text: text) { return .number(Double(day.daysSinceEpoch + 25_569)) }
    return Double(text).map { .number($0) } ?? .text(text)
  }

  /// The column of the sheet that holds a column of a file.
  private func column(_ name: String) -> String {
    switch name {
    case "award_date", "quote_date": "date"
    case "source": "quote_source"
    default: name
    }
  }

  @Test func everyStepComesToWhatTheEngineComesTo() throws {
    let folder = try ScratchFolder()
    let paths = try Self.policies.enumerated().map { index, policy in
      var small = EvidenceCase.full
      small.policy = policy
      return try LiveBook(
        of: small.run(), named: "written-\(index)", in: folder,
        language: index.isMultiple(of: 2) ? .english : .traditionalChinese
      ).path
    }
    for (index, comparison) in try LibreOffice.recompute(paths).enumerated() {
      #expect(comparison.formulaCount > 1_500)
      #expect(comparison.differences.map(\.description) == [], "\(index)")
    }
  }

  @Test func changedCellsGiveTheReservePricesOfTheChangedInput() throws {
    let folder = try ScratchFolder()
    let base = try LiveBook(of: EvidenceCase.full.run(), named: "base", in: folder)
    var expected: [LiveBook] = []
    var copies: [String] = []
    for (index, policy) in Self.policies.enumerated() {
      var small = EvidenceCase.full
      small.policy = policy
      var edits = try base.edits(setting: policy)
      for change in Self.changes {
        let file = "\(change.file).csv"
        let row = try #require(small.tables[file]?.firstIndex { $0[0] == change.row })
        small.set(file, row: row, change.column, to: change.text)
        let place = try #require(base.row(change.row, of: "price_evidence", column: 1))
        edits.append(
          try base.edit("price_evidence", column(change.column), row: place, content(change.text)))
      }
      expected.append(try LiveBook(of: small.run(), named: "expected-\(index)", in: folder))
      copies.append(folder.file("changed-\(index).xlsx"))
      try WorkbookEditor.edit(base.path, edits, savingAs: copies[index])
    }
    for (index, path) in try LibreOffice.convert(copies, to: "xlsx", in: folder).enumerated() {
      let (count, differences) = try expected[index].differences(
        from: base, recalculated: path, leavingOut: ["rise"])
      #expect(count > 1_500)
      #expect(differences.isEmpty, "\(index): \(differences.prefix(6))")
    }
  }

  @Test func decisionsMoveTheReserveAndItsAward() throws {
    let folder = try ScratchFolder()
    let base = try LiveBook(of: EvidenceCase.full.run(), named: "base", in: folder)
    func decision(_ item: String, _ column: String, _ content: WorkbookEdit.Content) throws
      -> WorkbookEdit
    {
      let row = try #require(base.row(item, of: "review_decisions", column: 0))
      return try base.edit("review_decisions", column, row: row, content)
    }
    let copy = folder.file("decided.xlsx")
    try WorkbookEditor.edit(
      base.path,
      [
        // The one bid of each item is 20.
        try decision("plain", "decision", .text("override")),
        try decision("plain", "override_price", .number(19.5)),
        try decision("none", "decision", .text("override")),
        try decision("none", "override_price", .number(33)),
        try decision("equal", "decision", .text("hold")),
        try decision("equal", "override_price", .number(1)),
        try decision("late", "decision", .text("accept")),
      ], savingAs: copy)
    let found = try Spreadsheet(path: LibreOffice.convert(copy, to: "xlsx", in: folder))
    func value(_ item: String, _ table: String, _ column: String) throws -> String {
      let row = try #require(base.row(item, of: table, column: 0))
      return try base.value(table, column, row: row, in: found)
    }
    #expect(try value("plain", "reserve_prices", "reserve_price") == "19.5")
    #expect(try value("plain", "reserve_prices", "status") == "decided by the committee")
    #expect(try value("plain", "item_awards", "awarded") == "0")
    #expect(try value("none", "reserve_prices", "reserve_price") == "33")
    #expect(try value("none", "item_awards", "awarded") == "1")
    #expect(try value("equal", "reserve_prices", "status") == "computed by the policy")
    #expect(try value("late", "reserve_prices", "status") == "computed by the policy")
    let late = try #require(base.row("late", of: "review_decisions", column: 0))
    #expect(
      try base.value("reserve_prices", "reserve_price", row: late, in: found)
        == base.value("review_decisions", "computed", row: late, in: found))
  }
}
