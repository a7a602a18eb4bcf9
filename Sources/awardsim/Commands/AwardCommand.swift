import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Reporting
import Tendering

/// `awardsim award`: the multiple award at the cutoff.
struct AwardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "award",
    abstract: """
      awardsim award --bids bids.csv --reserves reserves.csv --format csv

      Awards each item to the lowest share of its bidders under the reserve price.
      """,
    discussion: """
      Works on a case, whose reserve prices it computes first, or on loose files. Prints one row a \
      bid, in the order of the input. Equal bids across the cutoff are decided by re-bids, then by a \
      lot with --set award.lot_seed=NUMBER; otherwise they are pending.

      Loose files may have up to 134,217,728 rows where the result is csv, json or a workbook; all \
      processors work on them. A workbook has a first sheet with the input files, the policy and the \
      counts, then all rows, on as many sheets as they need.
      """)

  @Argument(help: ArgumentHelp("Folder of the case.", valueName: "case"))
  var path: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of bids (CSV or XLSX), in place of a case.", valueName: "file"))
  var bids: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of reserve prices, in place of a case.", valueName: "file"))
  var reserves: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Table of re-bids of tied vendors.", valueName: "file"))
  var rebids: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Number of threads for loose files; all processors if not given. It does not change the result.",
      valueName: "n"))
  var threads: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Workbook to write (XLSX), in place of rows on standard output.", valueName: "file"))
  var workbook: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let usage = "expected either a CASE, or --bids FILE with --reserves FILE"
    if path == nil, bids == nil || reserves == nil { throw ValidationError(usage) }
    if path != nil, bids != nil || reserves != nil || rebids != nil {
      throw ValidationError("a CASE brings its own tables; \(usage)")
    }
    if let workbook, workbook == output.output {
      throw ValidationError("--workbook and --output name the same file; expected two files")
    }
    guard (1...1_024).contains(threads ?? 1) else {
      throw ValidationError("--threads is \(threads ?? 0); expected 1 to 1024")
    }
  }

  func run() throws {
    if let path {
      try award(caseAt: path)
    } else if let bids, let reserves {
      try award(bids: bids, reserves: reserves)
    }
  }

  private func award(caseAt path: String) throws {
    let loaded = try LoadedCase(
      path, tables: TableName.forAward, policyOptions: policy, fileOptions: files,
      warns: !output.quiet)
    let result = try ResultOutput(output, caseLanguage: loaded.input.header.language)
    let book = try workbook.map {
      try AwardWorkbook($0, policy: loaded.policy, header: loaded.input.header, result: result)
    }
    result.note(loaded.notes)
    let stage = try loaded.tenderStage(reserve: try loaded.reserveStage())
    try write(stage, to: result, book, from: loaded.input.inputFiles)
  }

  private func award(bids: String, reserves: String) throws {
    let view = try policy.policyWithoutCase()
    let result = try ResultOutput(output)
    let book = try workbook.map { try AwardWorkbook($0, policy: view, result: result) }
    if let run = try bulkRun(bids: bids, reserves: reserves, view, result, book) {
      return try run.run(warns: !output.quiet)
    }
    let loose = try InputFailure.reporting { () throws(IntakeError) in
      try LooseFiles.award(
        bids: bids, reserves: reserves, rebids: rebids, options: files.readOptions)
    }
    if !output.quiet {
      loose.diagnostics.warningLines.forEach { StandardError.line("warning: \($0)") }
    }
    let parameters = try InputFailure.reporting { () throws(PolicyError) in try AwardPolicy(view) }
    let stage = TenderStage(
      lots: loose.reserves.map { .init(itemID: $0.itemID, reservePrice: $0.reservePrice) },
      submissions: .init(bids: loose.bids, rebids: loose.rebids), policy: parameters)
    try InputFailure.refuse(stage.problems(), from: loose.inputFiles)
    try write(stage, to: result, book, from: loose.inputFiles)
  }

  /// The way for tables of any length; `nil` where it cannot be gone.
  ///
  /// Aligned columns need all rows at once, and mapped or encoded tables and sheets of workbooks are
  /// read as a whole.
  private func bulkRun(
    bids: String, reserves: String, _ view: PolicyView, _ result: ResultOutput,
    _ book: AwardWorkbook?
  ) throws -> BulkAwardRun? {
    let paths = [bids, reserves] + (rebids.map { [$0] } ?? [])
    guard output.format != .table || !result.printsRows(beside: book), files.map == nil,
      files.encoding == .utf8,
      !paths.contains(where: LooseFiles.isWorkbook), let parameters = try? AwardPolicy(view)
    else { return nil }
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let input = try InputFailure.reporting { () throws(IntakeError) in
      try BulkAwardInput(bids: bids, reserves: reserves, rebids: rebids, threads: threads)
    }
    return input.map {
      BulkAwardRun(input: $0, policy: parameters, threads: threads, result: result, workbook: book)
    }
  }

  private func write(
    _ stage: TenderStage, to result: ResultOutput, _ book: AwardWorkbook?,
    from inputFiles: [Case.InputFile]
  ) throws {
    result.note(stage.notes)
    try book?.write(stage, files: inputFiles)
    if result.printsRows(beside: book) { try result.write(stage.resultTable) }
  }
}

extension LoadedCase {
  /// The case's awards at its reserve prices.
  func tenderStage(reserve: ReserveStage) throws -> TenderStage {
    let parameters = try InputFailure.reporting { () throws(PolicyError) in
      try AwardPolicy(policy)
    }
    let screening = try screeningStage()
    guard
      let stage = TenderStage(
        input, lots: reserve.lots, screening: screening, policy: parameters)
    else {
      throw InputFailure.missing(file(of: .bids), "since awards are decided among bids")
    }
    try InputFailure.refuse(stage.problems(), from: input.inputFiles)
    return stage
  }
}
