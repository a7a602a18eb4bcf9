import ArgumentParser
import CallOff
import Foundation
import Intake
import Pipeline
import Policy
import Pricing
import Quantities
import Reporting
import WorkbookReading

/// The decisions of a workbook, ready to be recorded in its case.
struct DecisionApplication {
  /// What becomes of an item's row.
  enum Change: String {
    /// A row is added.
    case added
    /// A row is replaced.
    case replaced
    /// The row says so already.
    case unchanged
  }

  let language: Language
  private(set) var changes: [(override: ReserveOverride, change: Change)] = []
  private(set) var notes: [String] = []
  private let path: String
  private let contents: [UInt8]

  /// Reads the decisions and holds the case to what the workbook was made of.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - folder: The folder of the case.
  ///   - command: The command that the workbook was made by; that of its record if not given.
  /// - Throws: The exit status, after every error was printed.
  init(_ book: RecordedBook, folder: String, command: (any WorkbookCommand)? = nil) throws {
    path = folder + "/" + TableName.reserveOverrides.fileName
    let target = try CaseOfBook(
      book, folder: folder,
      command: try command ?? WorkbookReplay.command(of: book, quiet: true))
    let replay = target.replay
    let result = try replay.result()
    language = result.document.language
    let places = try BookVerification.places(of: result.document, book)
    let review = BookReview(result.document, places, in: book.cells)
    let decisions = review.decisions(
      of: book, lastDay: result.input.header.contract.end)
    let misplaced = review.misplaced.map { cell in
      "\(book.path)!\(review.sheetName ?? "")!\(cell.place): another item stands here, expected"
        + " “\(cell.written)”, as the rows were written"
    }
    guard misplaced.isEmpty, !decisions.diagnostics.hasErrors else {
      throw StandardError.failure(
        misplaced + decisions.diagnostics.errorLines, .inputErrors)
    }
    if review.sheetName == nil { notes.append("\(book.path) has no review sheet") }

    let current = try replay.loaded(
      replacing: [TableName.reserveOverrides.fileName: target.overrides])
    try DecisionApplication.refuseConflicts(
      decisions.items, path, recorded: result.input.reserveOverrides,
      current: current.input.reserveOverrides)
    let known = Dictionary(
      current.input.reserveOverrides.map { ($0.itemID, $0) },
      uniquingKeysWith: { first, _ in first })
    for item in decisions.items {
      notes += DecisionApplication.notes(of: item, recorded: known[item.itemID])
      guard let override = item.override else { continue }
      let before = known[item.itemID]
      let change: Change =
        before == nil ? .added : before?.states(override) == true ? .unchanged : .replaced
      changes.append((override, change))
    }
    contents = try DecisionApplication.contents(
      with: changes.filter { $0.change != .unchanged }.map(\.override), target, current)
    if hasChanges {
      // What is written has to read as what was decided.
      _ = try replay.loaded(replacing: [TableName.reserveOverrides.fileName: contents])
    }
  }

  private static func contents(
    with overrides: [ReserveOverride], _ target: CaseOfBook, _ current: LoadedCase
  ) throws -> [UInt8] {
    let name = TableName.reserveOverrides.fileName
    let fields = current.input.inputFiles.first { $0.name == name }?.fieldNumbers ?? [:]
    guard
      let table = OverrideTable(
        target.overrides, fieldNumbers: fields, encoding: target.replay.encoding)
    else {
      throw StandardError.failure(
        ["\(name): a column has no field of its own, expected all columns of the table"],
        .inputErrors)
    }
    return try InputFailure.reporting { () throws(IntakeError) in try table.replacing(overrides) }
  }

  /// Refuses decisions on items whose overrides have changed since the workbook was made.
  private static func refuseConflicts(
    _ items: [ReviewedItem], _ path: String, recorded: [ReserveOverride],
    current: [ReserveOverride]
  ) throws {
    let lines = items.compactMap { item -> String? in
      guard let decided = item.override else { return nil }
      let then = recorded.first { $0.itemID == item.itemID }
      let now = current.first { $0.itemID == item.itemID }
      let isSame = now == nil ? then == nil : then.map { now?.states($0) == true } ?? false
      guard !isSame, now?.states(decided) != true else { return nil }
      return
        "\(path): the override of \(item.itemID.text) has changed since the workbook was made,"
        + " expected the one that the workbook shows; make the workbook anew"
    }
    guard lines.isEmpty else { throw StandardError.failure(lines, .inputErrors) }
  }

  private static func notes(of item: ReviewedItem, recorded: ReserveOverride?) -> [String] {
    switch item.decision {
    case .hold: ["\(item.itemID.text) is on hold; nothing is recorded"]
    case .accept:
      recorded.map {
        [
          "\(item.itemID.text) is accepted; its override of \($0.decidedOn) to"
            + " \($0.reservePrice.decimalText) stays, delete its row to take it back"
        ]
      } ?? []
    case .override, nil: []
    }
  }

  // MARK: Results

  private var hasChanges: Bool { changes.contains { $0.change != .unchanged } }

  /// Writes the overrides; nothing where there is nothing new.
  ///
  /// - Parameter replacing: Whether a file that is there may be replaced.
  /// - Throws: The exit status 73 where it may not, 74 where writing fails.
  func write(replacing: Bool) throws {
    guard hasChanges else { return }
    do {
      try AtomicFile.write(to: path, replacing: replacing) { temporaryPath in
        let handle = try FileHandle(forWritingTo: URL(filePath: temporaryPath))
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(contents))
      }
    } catch let error as OutputFileError {
      throw ResultOutput.failure(error)
    } catch {
      throw StandardError.failure(
        ["\(path): writing failed: \(error.localizedDescription)"], .inputOutputFailed)
    }
  }

  /// What was recorded, one row an item.
  var resultTable: ReportTable {
    var table = ReportTable(
      "recorded", title: Phrase("Recorded overrides", "登錄之改定底價"),
      columns: [
        .identifier("item_id", Phrase("item", "品項")),
        .money("reserve_price", Phrase("reserve price", "底價")),
        .text("reason", Phrase("reason", "理由")),
        .text("decided_by", Phrase("decided by", "決定人員")),
        .date("decided_on", Phrase("decided on", "決定日期")),
        .choice("change", Phrase("change", "異動")),
      ])
    for (override, change) in changes {
      table.append([
        .identifier(override.itemID), .money(override.reservePrice), .text(override.reason),
        .text(override.decidedBy), .day(override.decidedOn),
        .choice(change.rawValue, change.words),
      ])
    }
    return table
  }
}

extension DecisionApplication.Change {
  fileprivate var words: Phrase {
    switch self {
    case .added: Phrase("added", "新增")
    case .replaced: Phrase("replaced", "取代")
    case .unchanged: Phrase("unchanged", "未變")
    }
  }
}

extension ReserveOverride {
  /// Whether it says what another one says, wherever the two stand.
  fileprivate func states(_ other: ReserveOverride) -> Bool {
    itemID == other.itemID && reservePrice == other.reservePrice && reason == other.reason
      && decidedBy == other.decidedBy && decidedOn == other.decidedOn
  }
}
