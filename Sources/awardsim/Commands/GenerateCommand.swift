import ArgumentParser
import Intake
import Policy
import Simulation

/// `awardsim generate`: a synthetic case of a given size and seed.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: """
      awardsim generate big-case --items 2000 --evidence 100000 --bids 40000 --orders 100000

      Writes a synthetic case: the same size and seed give the same bytes.
      """,
    discussion: """
      Every figure is made up and every file says so. Counts that are left out follow the number of \
      items; the defaults are those of datasets/cloud-1150202.
      """)

  @Argument(
    help: ArgumentHelp("Folder to make; it may not hold anything yet.", valueName: "folder"))
  var path: String

  @Option(name: .long, help: ArgumentHelp("Number of items.", valueName: "n"))
  var items = 64

  @Option(name: .long, help: ArgumentHelp("Number of vendors.", valueName: "n"))
  var vendors = 24

  @Option(name: .long, help: ArgumentHelp("Rows of price evidence.", valueName: "n"))
  var evidence: Int?

  @Option(name: .long, help: ArgumentHelp("Number of bids.", valueName: "n"))
  var bids: Int?

  @Option(name: .long, help: ArgumentHelp("Number of call-off orders.", valueName: "n"))
  var orders: Int?

  @Option(name: .long, help: ArgumentHelp("Seed of every random choice.", valueName: "n"))
  var seed: UInt64 = 1_150_202

  @Option(name: .long, help: ArgumentHelp("Case number.", valueName: "number"))
  var caseNumber = "1150202"

  @Flag(name: .long, help: "Print no warnings, notes or progress.")
  var quiet = false

  @OptionGroup var policy: PolicyOptions

  func run() throws {
    let size = try size()
    let view = try policy.policyWithoutCase()
    do {
      var writer = try CaseFolderWriter(path: path)
      try size.generate(under: view) { file, bytes in try writer.append(bytes, to: file) }
      try writer.commit()
    } catch let error as CaseFolderError {
      throw StandardError.failure([error.message], error.status)
    }
  }

  private func size() throws -> SyntheticCase {
    do {
      return try SyntheticCase(
        seed: seed, items: items, vendors: vendors, evidence: evidence, bids: bids, orders: orders,
        caseNumber: caseNumber)
    } catch {
      throw StandardError.failure([error.message], .wrongUsage)
    }
  }
}

extension CaseFolderError {
  /// The exit status: the folder may not be made, or writing it failed.
  var status: ExitCode {
    switch self {
    case .isNotEmpty, .cannotCreate: .outputRefused
    case .failed: .inputOutputFailed
    }
  }
}
