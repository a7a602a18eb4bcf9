import Pipeline
import Policy
import TestSupport
import Testing

@testable import Reporting

/// Cells that someone changes in the book: what follows there is what the engine gives for the same
/// input.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"))
struct LiveEditTests {
  /// One change of the input, in its file and in the book.
  private struct Edit {
    let file: String
    let table: String
    let column: String
    let row: Int
    let text: String

    /// Changes a row of a file, counted from 1 below the headings, whose table has the same order.
    static func input(
      _ file: String, _ table: String, _ column: String, row: Int, _ text: String
    ) -> Edit {
      Edit(file: file, table: table, column: column, row: row, text: text)
    }
  }

  private static let bids = "bids.csv"

  /// The row of an item's bid, counted from 1; the bids of the case stand in the order of its items.
  private static func row(_ item: String, _ number: Int) -> Int {
    var before = 0
    for entry in SmallCase.awardItems {
      if entry.item == item { return before + number }
      before += entry.bids.split(separator: " ").count
    }
    return 0
  }

  private static func bid(
    _ item: String, _ number: Int, _ column: String, _ text: String
  ) -> Edit {
    .input(bids, "bids", column, row: row(item, number), text)
  }

  private static func order(_ row: Int, _ column: String, _ text: String) -> Edit {
    .input("orders.csv", "orders", column, row: row, text)
  }

  /// Changes that meet different items and orders, so that one book shows them all.
  private static let changes: [Edit] = [
    // The lowest bid becomes one above the reserve, and another is refused.
    bid("ten", 1, "unit_price", "100.01"), bid("ten", 4, "status", "disqualified"),
    // A tie is broken by a bid, and another comes to be.
    bid("tie", 10, "unit_price", "91"), bid("all-equal", 2, "unit_price", "59.99"),
    bid("low-tie", 4, "unit_price", "95"),
    // A bid that was refused takes part, and one above the reserve comes down to it.
    bid("above", 3, "status", "valid"), bid("above", 1, "unit_price", "100"),
    bid("mixed", 2, "unit_price", "100"), bid("cents", 6, "unit_price", "33.98"),
    bid("one", 1, "unit_price", "0.01"),
    // Quantities and prices that cross tiers, and statuses that change.
    order(1, "unit_price", "500"), order(2, "quantity", "41"), order(3, "quantity", "9"),
    order(4, "status", "return-pending"), order(7, "status", "active"),
    order(9, "unit_price", "12345.67"), order(11, "status", "return-pending"),
    .input("fee_tiers.csv", "fee_tiers", "lower_bound", row: 2, "550.5"),
    .input("fee_tiers.csv", "fee_tiers", "rate", row: 1, "0.0125"),
    .input("collections.csv", "payments", "amount", row: 2, "4.75"),
  ]

  private static func content(_ text: String) -> WorkbookEdit.Content {
    Double(text).map { .number($0) } ?? .text(text)
  }

  @Test func changedCellsGiveWhatTheEngineGivesForTheChangedInput() throws {
    let folder = try ScratchFolder()
    let base = try LiveBook(of: SmallCase.full.run(), named: "base", in: folder)
    let policies: [[PolicyKey: String]] = [
      [:],
      [
        .awardCutoffShare: "0.75", .awardRounding: "ceiling", .awardTie: "include-all",
        .feeMode: "marginal", .feeBase: "net-of", .feeCap: "300",
      ],
    ]
    var expected: [LiveBook] = []
    var copies: [String] = []
    for (index, policy) in policies.enumerated() {
      var small = SmallCase.full
      small.policy = policy
      var edits = try base.edits(setting: policy)
      for change in Self.changes {
        small.set(change.file, row: change.row, change.column, to: change.text)
        edits.append(
          try base.edit(change.table, change.column, row: change.row, Self.content(change.text)))
      }
      expected.append(try LiveBook(of: small.run(), named: "expected-\(index)", in: folder))
      copies.append(folder.file("changed-\(index).xlsx"))
      try WorkbookEditor.edit(base.path, edits, savingAs: copies[index])
    }
    let found = try LibreOffice.convert(copies, to: "xlsx", in: folder)
    for (index, path) in found.enumerated() {
      let (count, differences) = try expected[index].differences(from: base, recalculated: path)
      #expect(count > 3_000)
      #expect(differences.isEmpty, "\(index): \(differences.prefix(6))")
    }
  }

  /// Re-bids that are typed in decide a tie, and a lot among other vendors than those drawn is pending.
  @Test func rebidsAndLotsFollowWhatIsTypedIn() throws {
    let folder = try ScratchFolder()
    var small = SmallCase.full
    small.policy = [.awardLotSeed: "7"]
    let base = try LiveBook(of: small.run(), named: "base", in: folder)
    let copy = folder.file("rebids.xlsx")
    try WorkbookEditor.edit(
      base.path,
      [
        // The lot named two vendors at 90, and two at 85; these go lower.
        try base.edit("bids", "rebid", row: Self.row("tie", 9), .number(89)),
        try base.edit("bids", "rebid", row: Self.row("still-tied", 9), .number(84)),
        // One seat for two that were never drawn among.
        try base.edit("policy", "award.rounding", .text("floor")),
      ], savingAs: copy)
    let found = try Spreadsheet(path: LibreOffice.convert(copy, to: "xlsx", in: folder))
    func decision(_ item: String) throws -> String {
      let row = SmallCase.awardItems.firstIndex { $0.item == item } ?? 0
      return try base.value("item_cutoffs", "decision", row: row + 1, in: found)
    }
    #expect(try decision("tie") == "rebids")
    #expect(try decision("still-tied") == "rebids")
    #expect(try decision("two-equal") == "pending")
    #expect(
      try base.value("bid_calculation", "outcome", row: Self.row("tie", 9), in: found) == "awarded")
    #expect(
      try base.value("bid_calculation", "contract_price", row: Self.row("tie", 9), in: found)
        == "89")
    #expect(
      try base.value("bid_calculation", "outcome", row: Self.row("tie", 10), in: found)
        == "not-awarded")
    #expect(
      try base.value("bid_calculation", "contract_price", row: Self.row("still-tied", 9), in: found)
        == "84")
  }

  /// An order that no tier covers shows words, never 0, and a check counts it.
  @Test func anOrderThatNoTierCoversShowsWords() throws {
    let folder = try ScratchFolder()
    let base = try LiveBook(of: SmallCase.full.run(), named: "base", in: folder)
    let copy = folder.file("uncovered.xlsx")
    try WorkbookEditor.edit(
      base.path,
      [
        try base.edit("fee_tiers", "lower_bound", .number(300)),
        try base.edit("orders", "unit_price", row: 1, .number(299.99)),
      ], savingAs: copy)
    let found = try Spreadsheet(path: LibreOffice.convert(copy, to: "xlsx", in: folder))
    for column in ["tier", "rate", "charged", "accrued", "outstanding"] {
      let value = try base.value("call_off_orders", column, row: 1, in: found)
      #expect(value == "no tier covers it", "\(column)")
    }
    // Orders of 299.99, of 120 and of 90 lie below 300.
    let row = try #require(
      base.document.rowNumber(of: "orders_with_a_tier", in: "run_checks"))
    #expect(try base.value("run_checks", "found", row: row, in: found) == "3")
    #expect(try base.value("master_check", "failed", in: found) == "1")
  }
}

extension ReportDocument {
  /// The number of a row of a table by its key, counted from 1.
  func rowNumber(of key: String, in tableKey: String) -> Int? {
    for case .table(let table) in sheets.flatMap(\.blocks) where table.key == tableKey {
      return table.rows.firstIndex { $0.key == key }.map { $0 + 1 }
    }
    return nil
  }
}
