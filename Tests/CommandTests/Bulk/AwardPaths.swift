import ArgumentParser
import Foundation
import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Tendering
import Testing

@testable import awardsim

/// The two ways from loose tables to awards: the plain one, and that of large tables.
struct AwardPaths {
  /// What a way comes to.
  enum Outcome: Hashable, CustomStringConvertible {
    case result(String, warnings: [String])
    /// The lines on standard error.
    case errors([String])
    /// Re-bids that no rule can decide over, or a policy that does not fit.
    case refused
    /// The table is none for the way of large ones.
    case unfit

    var description: String {
      switch self {
      case .result(let text, let warnings): text + warnings.joined(separator: "\n")
      case .errors(let lines): lines.joined(separator: "\n")
      case .refused: "refused"
      case .unfit: "unfit"
      }
    }
  }

  let folder: TemporaryFolder
  let bids: String
  let reserves: String
  let rebids: String?
  var policy: AwardPolicy
  var format = TableFormat.csv
  var language = Language.english

  init(
    bids: [UInt8], reserves: [UInt8], rebids: String? = nil, policy: AwardPolicy? = nil
  ) throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    self.bids = try folder.write("bids.csv", bytes: bids)
    self.reserves = try folder.write("reserves.csv", bytes: reserves)
    self.rebids = try rebids.map { try folder.write("rebids.csv", $0) }
    self.policy = try policy ?? AwardPaths.policy()
  }

  init(bids: String, reserves: String, rebids: String? = nil) throws {
    try self.init(bids: Array(bids.utf8), reserves: Array(reserves.utf8), rebids: rebids)
  }

  /// Parameters that leave much to ties.
  static func policy(share: String = "0.9") throws -> AwardPolicy {
    AwardPolicy(
      cutoffShare: try Share(text: share), lowPriceItem: try Share(text: "0.7"),
      lowPriceTotal: try Share(text: "0.8"))
  }

  /// The way of all small tables.
  func plain() throws -> Outcome {
    let loose: LooseAward
    do throws(IntakeError) {
      loose = try LooseFiles.award(bids: bids, reserves: reserves, rebids: rebids)
    } catch {
      return .errors(error.lines)
    }
    let stage = TenderStage(
      lots: loose.reserves.map { .init(itemID: $0.itemID, reservePrice: $0.reservePrice) },
      submissions: .init(bids: loose.bids, rebids: loose.rebids), policy: policy)
    guard stage.problems().isEmpty else { return .refused }
    return .result(
      format.text(of: stage.resultTable, language: language),
      warnings: loose.diagnostics.warningLines + stage.notes.map { $0[language] })
  }

  /// The way of large tables.
  func bulk(threads: Int, chunkLengthBytes: Int) throws -> Outcome {
    let checked: (input: BulkAwardInput, warnings: [String])?
    do throws(IntakeError) {
      checked = try check(threads: threads, chunkLengthBytes: chunkLengthBytes)
    } catch {
      return .errors(error.lines)
    }
    guard let checked else { return .unfit }
    let run = try run(checked.input, threads: threads)
    do {
      let outcome = try run.awarded(warns: false)
      return .result(
        try written { try run.write(outcome, to: $0) },
        warnings: checked.warnings + outcome.notes.phrases.map { $0[language] })
    } catch is ExitCode {
      return .refused
    }
  }

  /// Expects that nothing but an exit status comes of bids that change after they are awarded.
  func expectFailure(
    afterChangingBidsTo text: String, threads: Int, chunkLengthBytes: Int
  ) throws {
    let run = try #require(
      try check(threads: threads, chunkLengthBytes: chunkLengthBytes).map {
        try self.run($0.input, threads: threads)
      })
    let outcome = try run.awarded(warns: false)
    // Into the same file, which is open.
    let file = try FileHandle(forWritingTo: URL(filePath: bids))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    #expect(throws: ExitCode.self) { _ = try written { try run.write(outcome, to: $0) } }
  }

  /// The workbook of the way of all small tables.
  func plainWorkbook() throws -> Data {
    let loose = try LooseFiles.award(bids: bids, reserves: reserves, rebids: rebids)
    let stage = TenderStage(
      lots: loose.reserves.map { .init(itemID: $0.itemID, reservePrice: $0.reservePrice) },
      submissions: .init(bids: loose.bids, rebids: loose.rebids), policy: policy)
    return try workbook { try $0.write(stage, files: loose.inputFiles) }
  }

  /// The workbook of the way of large tables.
  func bulkWorkbook(threads: Int, chunkLengthBytes: Int) throws -> Data {
    let checked = try #require(
      try check(threads: threads, chunkLengthBytes: chunkLengthBytes))
    return try workbook { workbook in
      var run = try run(checked.input, threads: threads)
      run.workbook = workbook
      try run.write(try run.awarded(warns: false), to: workbook)
    }
  }

  private func workbook(_ write: (AwardWorkbook) throws -> Void) throws -> Data {
    let options = ["--language", language.rawValue, "--quiet", "--force"]
    let path = folder.path("book.xlsx")
    try write(
      AwardWorkbook(
        path, policy: PolicyView(try PolicyFile.shipped(), on: nil),
        result: ResultOutput(try OutputOptions.parse(options))))
    return try Data(contentsOf: URL(filePath: path))
  }

  private func run(_ input: BulkAwardInput, threads: Int) throws -> BulkAwardRun {
    let options = ["--format", format.rawValue, "--language", language.rawValue, "--quiet"]
    return BulkAwardRun(
      input: input, policy: policy, threads: threads,
      result: try ResultOutput(try OutputOptions.parse(options)))
  }

  /// What is written, without the care that a file of a user's takes.
  private func written(_ produce: (OrderedOutput) throws -> Void) throws -> String {
    let descriptor = unsafe open(folder.path("awards"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    try produce(OrderedOutput(descriptor))
    return try folder.read("awards")
  }

  private func check(
    threads: Int, chunkLengthBytes: Int
  ) throws(IntakeError) -> (input: BulkAwardInput, warnings: [String])? {
    guard
      let input = try BulkAwardInput(
        bids: bids, reserves: reserves, rebids: rebids, threads: threads,
        chunkLengthBytes: chunkLengthBytes)
    else { return nil }
    let award = BulkAward(
      of: input.columns, reservePrices: input.reservePrices, leftToRule: input.hasRebid,
      policy: policy, threads: threads)
    let diagnostics = try input.checked(equalVendorRows: award.equalVendorRows).diagnostics
    return (input, diagnostics.warningLines)
  }
}
