import Policy

/// The tables of what a verification of a workbook found.
public enum VerificationTables {
  /// Rows that are listed at most.
  public static let rowLimit = 1_000
  /// Characters of a cell that are shown at most.
  private static let textLimit = 500

  /// A cell, sheet or name that is not as it was written.
  public struct Row: Hashable, Sendable {
    /// The sheet.
    public let sheet: String
    /// The cell; empty for a sheet or a name.
    public let cell: String
    /// What differs, and its words.
    public let what: String
    /// What was written.
    public let written: String
    /// What was found.
    public let found: String

    /// Creates a row.
    public init(sheet: String, cell: String, what: String, written: String, found: String) {
      self.sheet = sheet
      self.cell = cell
      self.what = what
      self.written = written
      self.found = found
    }
  }

  /// The table of differences.
  ///
  /// - Parameter rows: The rows; those beyond ``rowLimit`` are left out.
  /// - Returns: The table.
  public static func differences(_ rows: [Row]) -> ReportTable {
    var table = ReportTable(
      "differences", title: Phrase("Not as written", "與原寫入內容不同"),
      columns: [
        .identifier("sheet", Phrase("sheet", "工作表")),
        .identifier("cell", Phrase("cell", "儲存格")),
        .choice("what", Phrase("what", "項目")),
        .text("written", Phrase("written", "原內容")),
        .text("found", Phrase("found", "現內容")),
      ])
    for row in rows.prefix(rowLimit) {
      table.append([
        .text(row.sheet), .text(row.cell), .choice(row.what, words(of: row.what)),
        .text(shortened(row.written)), .text(shortened(row.found)),
      ])
    }
    return table
  }

  /// A decision as its cells state it.
  public struct Decision: Hashable, Sendable {
    /// The item.
    public let item: String
    /// The texts of the cells, in the order of the columns.
    public let texts: [String]

    /// Creates a decision.
    public init(item: String, texts: [String]) {
      self.item = item
      self.texts = texts
    }
  }

  /// The table of decisions.
  public static func decisions(_ decisions: [Decision]) -> ReportTable {
    var table = ReportTable(
      "decisions", title: Phrase("Decisions", "審議決定"),
      columns: [
        .identifier("item_id", Phrase("item", "品項")),
        .text("decision", Phrase("decision", "決定")),
        .text("override_price", Phrase("override price", "改定底價")),
        .text("reason", Phrase("reason", "理由")),
        .text("decided_by", Phrase("decided by", "決定人員")),
        .text("decided_on", Phrase("decided on", "決定日期")),
        .text("notes", Phrase("notes", "備註")),
      ])
    for decision in decisions {
      table.append([.text(decision.item)] + decision.texts.map { .text($0.isEmpty ? nil : $0) })
    }
    return table
  }

  private static func words(of what: String) -> Phrase {
    switch what {
    case "sheet": Phrase("sheet", "工作表")
    case "name": Phrase("name", "名稱")
    case "value": Phrase("value", "值")
    case "formula": Phrase("formula", "公式")
    case "not-recalculated": Phrase("not recalculated", "未重新計算")
    default: Phrase("entry", "填寫")
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > textLimit ? text.prefix(textLimit) + "…" : text
  }
}
