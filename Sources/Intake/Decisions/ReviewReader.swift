import Policy
public import Pricing
public import Quantities
public import WorkbookReading

/// A decision that stands in a row of the review.
public struct ReviewedItem: Sendable {
  /// The item.
  public let itemID: ItemID
  /// What was decided; `nil` where only other cells of the row are filled in.
  public let decision: ReserveDecision?
  /// The price that takes the place of the computed one; `nil` for any other decision.
  public let override: ReserveOverride?
}

/// Reads decisions out of the cells that people filled in.
public struct ReviewReader {
  /// The keys of the columns that are read.
  public enum ColumnKey {
    /// The item that the row is about; nobody fills it in.
    public static let item = "item_id"
    /// The decision, in a word.
    public static let decision = "decision"
    /// The price that takes the place of the computed one.
    public static let price = "override_price"
    /// Why.
    public static let reason = "reason"
    /// Who decided.
    public static let decidedBy = "decided_by"
    /// When.
    public static let decidedOn = "decided_on"
    /// Whatever else is to be kept in mind.
    public static let notes = "notes"

    /// All that is filled in, in the order of the sheet.
    public static let entries = [decision, price, reason, decidedBy, decidedOn, notes]
  }

  /// The decisions, in the order of the rows; rows that nobody filled in are left out.
  public private(set) var items: [ReviewedItem] = []
  /// The overrides that a price stands for, whether or not all else does: what a spreadsheet computes
  /// with.
  public private(set) var standingOverrides: [ReserveOverride] = []
  /// The rows that somebody filled in, as they stand, sound or not: the texts of the entries in the
  /// order of ``ColumnKey/entries``.
  public private(set) var shown: [(itemID: String, texts: [String])] = []
  /// What is wrong with the cells.
  public private(set) var diagnostics = Diagnostics()
  private let place: String
  private let dates: DateSystem
  private let lastDay: Day

  /// Reads the rows of a review.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - place: The file and the sheet, such as `case.xlsx!Review`.
  ///   - dates: What the workbook counts its dates from.
  ///   - lastDay: The last day that a decision may be of.
  public init(_ rows: [ReviewRow], in place: String, dates: DateSystem, lastDay: Day) {
    self.place = place
    self.dates = dates
    self.lastDay = lastDay
    for row in rows {
      if let item = read(row) { items.append(item) }
    }
  }

  private mutating func read(_ row: ReviewRow) -> ReviewedItem? {
    let texts = ColumnKey.entries.map { text($0, of: row) }
    guard texts.contains(where: { !$0.isEmpty }) else { return nil }
    shown.append((row.itemID, texts))
    let itemID = ItemID(row.itemID)
    let word = text(ColumnKey.decision, of: row)
    let hasPrice = !text(ColumnKey.price, of: row).isEmpty
    let decision = ReserveDecision(word: word)
    guard word.isEmpty || decision != nil else {
      report(ColumnKey.decision, of: row, "\(word.quoted) is no decision", ReviewReader.words)
      return nil
    }
    guard decision == .override || !hasPrice else {
      report(
        ColumnKey.decision, of: row,
        (word.isEmpty ? "no decision stands" : "\(word.quoted) stands")
          + " beside an override price",
        "\(ReserveDecision.override.words.english) or \(ReserveDecision.override.words.traditionalChinese), or no price"
      )
      return nil
    }
    guard decision == .override else {
      return ReviewedItem(itemID: itemID, decision: decision, override: nil)
    }
    return override(row, itemID).map {
      ReviewedItem(itemID: itemID, decision: decision, override: $0)
    }
  }

  private static let words = ReserveDecision.allCases.map {
    "\($0.words.english) (\($0.words.traditionalChinese))"
  }.listed

  private mutating func override(_ row: ReviewRow, _ itemID: ItemID) -> ReserveOverride? {
    let price = value(ColumnKey.price, of: row, expected: "a price", parsePrice)
    let wording: (String) throws(QuantityFormatError) -> String = { text in
      try ReviewReader.sound(try bounded(text, RowReader.textLimit, "a text"))
    }
    let reason = value(ColumnKey.reason, of: row, expected: "why", wording)
    let decidedBy = value(ColumnKey.decidedBy, of: row, expected: "who decided", wording)
    let lastDay = lastDay
    let decidedOn = value(ColumnKey.decidedOn, of: row, expected: Day.expectedFormat) {
      text throws(QuantityFormatError) in
      let day = try RowReader.parseDay(text)
      guard day <= lastDay else {
        throw QuantityFormatError(
          "is after the contract's end", expected: "a day not after \(lastDay)")
      }
      return day
    }
    guard let price else { return nil }
    let override = ReserveOverride(
      itemID: itemID, reservePrice: price, reason: reason ?? "", decidedBy: decidedBy ?? "",
      decidedOn: decidedOn ?? lastDay,
      position: SourcePosition(
        file: place, line: row.entries[ColumnKey.price]?.place.row ?? 1, numbering: .cells))
    standingOverrides.append(override)
    return reason == nil || decidedBy == nil || decidedOn == nil ? nil : override
  }

  // MARK: Cells

  /// A cell's text without the spaces around it; what cannot be shown as text reads as what it is.
  private func text(_ key: String, of row: ReviewRow) -> String {
    guard let cell = row.entries[key]?.cell else { return "" }
    let text: String
    do throws(QuantityFormatError) {
      text = try cell.plainText(dates)
    } catch {
      // A formula without a result is as good as nothing, but it is there.
      if case .error(let word) = cell.value { return word }
      return "=" + (cell.formula?.text ?? "")
    }
    let bytes = Array(text.utf8)
    return String(decoding: bytes[CSVTable.trimmed(0..<bytes.count, in: bytes)], as: UTF8.self)
  }

  private mutating func value<Value>(
    _ key: String, of row: ReviewRow, expected: String,
    _ parse: (String) throws(QuantityFormatError) -> Value
  ) -> Value? {
    let text = text(key, of: row)
    guard !text.isEmpty else {
      report(key, of: row, "\(key) is empty beside an override", expected)
      return nil
    }
    do throws(QuantityFormatError) {
      if let cell = row.entries[key]?.cell { _ = try cell.plainText(dates) }
      return try parse(text)
    } catch {
      report(key, of: row, "\(key) \(text.quoted) \(error.problem)", error.expectation)
      return nil
    }
  }

  private mutating func report(
    _ key: String, of row: ReviewRow, _ problem: String, _ expectation: String
  ) {
    let cell = row.entries[key]?.place
    diagnostics.report(
      Diagnostic(
        file: place, line: cell?.row ?? 0, column: cell?.column ?? 0, numbering: .cells,
        problem: problem, expectation: expectation))
  }

  /// A text that a table can hold.
  private static func sound(_ text: String) throws(QuantityFormatError) -> String {
    let isBad: (Unicode.Scalar) -> Bool = { $0.isControl && !"\n\t".unicodeScalars.contains($0) }
    guard let scalar = text.unicodeScalars.first(where: isBad) else { return text }
    throw QuantityFormatError(
      "holds a control character (U+\(String(scalar.value, radix: 16, uppercase: true)))",
      expected: "text without control characters")
  }
}
