import Foundation
import Testing

/// `awardsim award` on loose files as a user runs it.
@Suite struct BulkAwardCommandTests {
  static let bids =
    "item_id,vendor_id,unit_price,note\nA,V1,90,\nA,V2,95.50,\nB,V1,10,\nA,V3,101,\n"
  static let reserves = "item_id,reserve_price\nA,100\nB,\n"

  private func run(_ more: [String], bids: String = bids, aPipe: Bool = false) throws
    -> Program.Outcome
  {
    let folder = try TemporaryFolder()
    try folder.write("reserves.csv", BulkAwardCommandTests.reserves)
    let options = ["award", "--bids", "bids.csv", "--reserves", "reserves.csv"] + more
    if aPipe {
      // A pipe can be read once only and has no length: it is read as a whole.
      try folder.write("source.csv", bids)
      let shell = "mkfifo bids.csv; cat source.csv > bids.csv & \"$@\""
      return try Program.run(options, shell: shell, in: folder)
    }
    try folder.write("bids.csv", bids)
    return try Program.run(options, in: folder)
  }

  @Test(
    "output, warnings and status are those of the plain way",
    arguments: [
      ["--format", "csv"], ["--format", "json"], ["--format", "csv", "--language", "zh-Hant"],
      ["--format", "csv", "--set", "award.cutoff_share=0.5"], ["--format", "csv", "--quiet"],
    ])
  func samePlain(options: [String]) throws {
    let plain = try run(options, aPipe: true)
    let bulk = try run(options)
    #expect(plain.status == 0 && bulk.status == 0)
    #expect(bulk.output == plain.output)
    #expect(bulk.errors == plain.errors)
    #expect(bulk.output.contains("V3"))
  }

  @Test(
    "errors are those of the plain way",
    arguments: ["A,V1,1,\n", "A,V9,0,\n", "Z,V1,1,\n", "A,V\"9,1,\n", "A,\"V9,1,\n", "A,V9\n"])
  func sameErrors(row: String) throws {
    let bids = BulkAwardCommandTests.bids + row
    let plain = try run(["--format", "csv"], bids: bids, aPipe: true)
    let bulk = try run(["--format", "csv"], bids: bids)
    #expect(plain.status == 65 && bulk.status == 65)
    #expect(bulk.errors == plain.errors && bulk.errors.contains("bids.csv:6:"))
    #expect(bulk.output.isEmpty)
  }

  @Test("any number of threads is taken, and gives the same", arguments: ["1", "2", "3", "1024"])
  func threads(count: String) throws {
    let outcome = try run(["--format", "csv", "--threads", count])
    #expect(outcome.status == 0)
    #expect(outcome.output == (try run(["--format", "csv"])).output)
  }

  @Test("a number of threads that cannot be exits 64", arguments: ["0", "-1", "1025", "two"])
  func wrongThreads(count: String) throws {
    let outcome = try run(["--format", "csv", "--threads=\(count)"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("threads") && outcome.output.isEmpty)
  }

  @Test("a full disk exits 74 and says so")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    try folder.write("reserves.csv", BulkAwardCommandTests.reserves)
    try folder.write("bids.csv", BulkAwardCommandTests.bids)
    let options = [
      "award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv",
    ]
    let outcome = try Program.run(options, shell: "\"$@\" > /dev/full", in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("writing failed"))
  }
}
