import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Synchronization
import Tendering

/// `awardsim award` of loose files whose result is a stream of rows: reads, awards and writes on several
/// threads, in memory that does not grow with the length of names or rows.
///
/// The same result, notes, warnings and errors as the way through `LooseFiles`, `TenderStage` and
/// `ReportTable`, which does what this one leaves.
struct BulkAwardRun {
  /// Bids that are read in full at a time, for items that `AwardRule` decides.
  private static let bidsPerStage = 500_000

  let input: BulkAwardInput
  let policy: AwardPolicy
  let threads: Int
  let result: ResultOutput
  var workbook: AwardWorkbook?

  /// What the rows are written from.
  struct Outcome {
    fileprivate var award: BulkAward
    fileprivate var ruled = RuledLines()
    fileprivate var ruledRows = RuledAwardRows()
    fileprivate(set) var notes: TenderNotes
  }

  /// Awards and writes.
  func run(warns: Bool) throws {
    let outcome = try awarded(warns: warns)
    result.note(outcome.notes.phrases)
    if let workbook { try write(outcome, to: workbook) }
    if result.printsRows(beside: workbook) { try result.stream { try write(outcome, to: $0) } }
  }

  /// Awards every item.
  ///
  /// - Parameter warns: Whether warnings are printed.
  /// - Returns: What the rows are written from.
  /// - Throws: The exit status; why is printed.
  func awarded(warns: Bool) throws -> Outcome {
    let award = BulkAward(
      of: input.columns, reservePrices: input.reservePrices, leftToRule: input.hasRebid,
      policy: policy, threads: threads)
    let checked = try InputFailure.reporting { () throws(IntakeError) in
      try input.checked(equalVendorRows: award.equalVendorRows)
    }
    if warns {
      checked.diagnostics.warningLines.forEach { StandardError.line("warning: \($0)") }
    }
    var outcome = Outcome(award: award, notes: TenderNotes(policy))
    outcome.notes.pendingCount = award.pendingCount
    try decideByRule(checked.rebids, &outcome)
    return outcome
  }

  /// Lets `AwardRule` decide the items that the kernel leaves to it, some at a time.
  private func decideByRule(_ rebids: [Rebid], _ outcome: inout Outcome) throws {
    var problems: [TenderProblem] = []
    let rebidsOfItem = Dictionary(grouping: rebids, by: \.itemID)
    for items in batches(outcome.award.itemsForRule) {
      var isWanted = [Bool](repeating: false, count: input.reservePrices.count)
      for item in items { isWanted[Int(item)] = true }
      let bids = try InputFailure.reporting { () throws(IntakeError) in
        try input.bids(where: isWanted)
      }
      let stage = TenderStage(
        lots: lots(of: items),
        submissions: .init(
          bids: bids.map(\.bid),
          rebids: Set(bids.map(\.bid.itemID)).flatMap { rebidsOfItem[$0] ?? [] }),
        policy: policy)
      problems += stage.problems()
      outcome.notes.add(stage)
      if result.printsRows(beside: workbook) {
        outcome.ruled.add(stage, rows: bids.map(\.row), result.options.format, result.language)
      }
      if workbook != nil { outcome.ruledRows.add(stage, rows: bids.map(\.row)) }
    }
    try InputFailure.refuse(problems, from: input.inputFiles)
    outcome.ruled.sort()
    outcome.ruledRows.sort()
  }

  /// What is put up for award of some items.
  private func lots(of items: [UInt32]) -> [TenderStage.Lot] {
    items.map { item in
      let price = input.reservePrices[Int(item)]
      return TenderStage.Lot(
        itemID: input.itemID(item), reservePrice: price > 0 ? Money(minorUnits: price) : nil)
    }
  }

  /// Parts items so that each part has not too many bids.
  private func batches(_ items: [UInt32]) -> [[UInt32]] {
    guard !items.isEmpty else { return [] }
    var counts = [Int](repeating: 0, count: input.reservePrices.count)
    for columns in input.columns {
      for item in columns.items where item != BidColumns.noItem { counts[Int(item)] += 1 }
    }
    var batches: [[UInt32]] = [[]]
    var size = 0
    for item in items {
      let count = counts[Int(item)]
      if size + count > BulkAwardRun.bidsPerStage, batches.last?.isEmpty == false {
        batches.append([])
        size = 0
      }
      batches[batches.count - 1].append(item)
      size += count
    }
    return batches
  }

  /// Writes the rows, chunk by chunk.
  ///
  /// - Parameters:
  ///   - outcome: What came of the award.
  ///   - output: Where the rows go.
  /// - Throws: `OrderedOutput.Failure`, or the exit status where the bids cannot be read again.
  func write(_ outcome: Outcome, to output: OrderedOutput) throws {
    let (input, options, language) = (input, result.options, result.language)
    let makeScribe: @Sendable () -> Scribe? = {
      Scribe(input, outcome, options.format, language)
    }
    guard let first = makeScribe() else { return }
    let starts = firstRows
    let isEmpty = input.columns.allSatisfy { $0.count == 0 }
    try output.write(isEmpty ? first.writer.empty : first.writer.opening, piece: 0)
    let cause = Mutex<IntakeError?>(nil)
    do throws(OrderedOutput.Failure) {
      _ = try inParallel(starts.count, threads: threads, assistant: makeScribe) {
        scribe, chunk throws(OrderedOutput.Failure) in
        do throws(IntakeError) {
          try scribe?.read(chunk)
        } catch {
          cause.withLock { $0 = error }
          output.abandon()
          throw .abandoned
        }
        try scribe?.write(chunk, first: starts[chunk], piece: chunk + 1, to: output)
      }
      if !isEmpty { try output.write(first.writer.closing, piece: starts.count + 1) }
    } catch {
      guard let cause = cause.withLock({ $0 }) else { throw error }
      throw StandardError.failure(cause.lines, ExitCode(cause.exitStatus))
    }
    try InputFailure.reporting { () throws(IntakeError) in try input.checkUnchanged() }
  }

  /// Writes the workbook, chunk by chunk.
  ///
  /// - Parameters:
  ///   - outcome: What came of the award.
  ///   - workbook: The workbook.
  /// - Throws: The exit status where the workbook cannot be made, or the bids cannot be read again.
  func write(_ outcome: Outcome, to workbook: AwardWorkbook) throws {
    let source = BulkAwardRows(
      input: input, award: outcome.award, ruled: outcome.ruledRows, firstRows: firstRows)
    let files = try InputFailure.reporting { () throws(IntakeError) in
      try input.hashedInputFiles()
    }
    try workbook.write(source.counts, files: files, notes: outcome.notes.phrases) {
      rows, texts in
      try InputFailure.reporting(rows: { () throws(BulkAwardRows.Failure) in
        try source.write(to: &rows, texts)
      })
    }
  }

  /// The row of the table that each chunk begins with.
  private var firstRows: [Int] {
    var rowCount = 0
    return input.columns.map { columns in
      defer { rowCount += columns.count }
      return rowCount
    }
  }

  /// Reads names and writes rows; each thread has one.
  private final class Scribe {
    private let input: BulkAwardInput
    private let verdicts: VerdictTable
    private var names: BulkNames
    var writer: AwardLineWriter

    init?(
      _ input: BulkAwardInput, _ outcome: Outcome, _ format: TableFormat, _ language: Language
    ) {
      guard let names = BulkNames(of: input),
        let writer = AwardLineWriter(
          format, language, reservePrices: input.reservePrices, ruled: outcome.ruled)
      else { return nil }
      self.input = input
      verdicts = outcome.award.verdicts
      self.names = names
      self.writer = writer
    }

    func read(_ chunk: Int) throws(IntakeError) {
      try names.read(chunk: chunk)
    }

    func write(
      _ chunk: Int, first: Int, piece: Int, to output: OrderedOutput
    ) throws(OrderedOutput.Failure) {
      let rows = AwardLineWriter.Rows(
        first: first, columns: input.columns[chunk], names: names.rows, aside: names.aside)
      names.withBytes { writer.write(rows, bytes: $0, verdicts: verdicts) }
      try unsafe writer.withBytes { bytes throws(OrderedOutput.Failure) in
        try unsafe output.write(bytes, piece: piece)
      }
    }
  }
}
