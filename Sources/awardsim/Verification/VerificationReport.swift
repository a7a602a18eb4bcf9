import Intake
import Policy
import Reporting
import WorkbookReading

/// What a verification found, as it is printed.
struct VerificationReport {
  private let verification: BookVerification
  private let book: RecordedBook

  init(_ verification: BookVerification, of book: RecordedBook) {
    self.verification = verification
    self.book = book
  }

  /// Whether nothing differs but what people were to fill in.
  var isAsWritten: Bool { verification.isAsWritten }

  /// The totals.
  var totals: String {
    let comparison = verification.comparison
    let what =
      "\(comparison.cellCount) cells and \(comparison.formulaCount) formulas on"
      + " \(comparison.sheetCount) sheets"
    let count = comparison.differences.count
    if count == 0 { return "\(book.path): \(what) are as written" }
    let rest = count - VerificationTables.rowLimit
    let difference = count == 1 ? "1 difference" : "\(count) differences"
    return "\(book.path): \(difference) in \(what)"
      + (rest > 0 ? "; the last \(rest) are not listed" : "")
  }

  /// What else to know.
  var notes: [String] {
    let comparison = verification.comparison
    var notes: [String] = []
    if book.record.program != Awardsim.version {
      notes.append(
        "\(book.path) was written by \(book.record.program), this is \(Awardsim.version): what"
          + " differs may be what the versions do differently")
    }
    if comparison.unsavedResultCount > 0 {
      notes.append(
        "\(comparison.unsavedResultCount) formulas hold no result until a spreadsheet program"
          + " computes them")
    }
    if !comparison.entries.isEmpty {
      notes.append(
        "\(comparison.entries.count) cells hold what was filled in, or follow from it; they are listed"
          + " apart")
    }
    return notes
  }

  /// What `apply` would refuse in the cells of decisions.
  var warnings: [String] { verification.decisions.diagnostics.errorLines }

  /// Prints the differences, and apart from them what was filled in.
  func write(to result: ResultOutput) throws {
    let differences = VerificationTables.differences(
      verification.comparison.differences.map(\.row))
    let entries = VerificationTables.differences(verification.comparison.entries.map(\.row))
    let decisions = VerificationTables.decisions(shownDecisions)
    switch result.options.format {
    case .csv:
      let rows = verification.comparison.differences + verification.comparison.entries
      try result.write(VerificationTables.differences(rows.map(\.row)))
    case .json:
      let comparison = verification.comparison
      let json = JSONValue.members([
        "as_written": .bool(isAsWritten), "program": .string(book.record.program),
        "cells": .integer(comparison.cellCount), "formulas": .integer(comparison.formulaCount),
        "sheets": .integer(comparison.sheetCount),
        "difference_count": .integer(comparison.differences.count),
        "differences": JSONValue(rowsOf: differences, language: result.language),
        "entries": JSONValue(rowsOf: entries, language: result.language),
        "decisions": JSONValue(rowsOf: decisions, language: result.language),
      ])
      try result.write(json.text + "\n")
    case .table:
      var tables: [ReportTable] = []
      if !differences.rows.isEmpty { tables.append(differences) }
      if !entries.rows.isEmpty {
        var table = entries
        table.title = Phrase("Filled in", "填寫內容")
        tables.append(table)
      }
      // An untouched book says no more than that it is one, whatever was decided before.
      if !decisions.rows.isEmpty, !entries.rows.isEmpty { tables.append(decisions) }
      guard !tables.isEmpty else { return }
      try result.write(
        tables.map { TableFormat.table.text(of: $0, language: result.language) }
          .joined(separator: "\n"))
    }
  }

  private var shownDecisions: [VerificationTables.Decision] {
    verification.decisions.shown.map { .init(item: $0.itemID, texts: $0.texts) }
  }
}

extension WorkbookDifference {
  /// The difference as a row.
  fileprivate var row: VerificationTables.Row {
    VerificationTables.Row(
      sheet: sheet, cell: cell.map { "\($0)" } ?? "", what: kind.rawValue, written: written,
      found: found)
  }
}
