import Testing

/// Where output goes: closed, full or abandoned streams, and paths that cannot be written.
@Suite struct StreamTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", "item_id,vendor_id,unit_price\nA,V1,1\n")
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    return folder
  }

  private let award = ["award", "--bids", "bids.csv", "--reserves", "reserves.csv"]

  @Test(
    "a standard error that takes nothing changes no exit status",
    arguments: ["2>&-", "2>/dev/full", "2>&1 >/dev/null | true"],
    [(["award", "--bids", "nowhere.csv", "--reserves", "nowhere.csv"], 66), (["award"], 64)])
  func silentErrors(redirection: String, run: ([String], Int)) throws {
    // The status of the program itself, not that of the reader.
    let shell = "{ \"$@\"; echo $? >status; } \(redirection)"
    let folder = try folder()
    _ = try Program.run(run.0, shell: shell, in: folder)
    #expect(try folder.read("status") == "\(run.1)\n")
  }

  @Test(
    "a standard output that is closed or full exits 74; a reader that goes away is no failure",
    arguments: [(">&-", 74), (">/dev/full", 74), ("| true", 0)])
  func brokenOutput(redirection: String, status: Int) throws {
    let folder = try folder()
    _ = try Program.run(
      ["reserve", Program.shippedCase, "--format", "csv"],
      shell: "{ \"$@\"; echo $? >status; } \(redirection)", in: folder)
    // A closed or full stream takes the echo too, so it goes to a file of its own.
    #expect(try folder.read("status") == "\(status)\n")
  }

  @Test(
    "an output that cannot be made exits 73, and nothing is left behind",
    arguments: ["nowhere/out.csv", "bids.csv/out.csv", ".", "bids.csv"])
  func refusedOutputs(path: String) throws {
    let folder = try folder()
    let outcome = try Program.run(award + ["--output", path], in: folder)
    #expect(outcome.status == 73, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try folder.names() == ["bids.csv", "reserves.csv"])
    #expect(try folder.read("bids.csv") == "item_id,vendor_id,unit_price\nA,V1,1\n")
  }

  @Test func aHyphenIsStandardOutput() throws {
    let folder = try folder()
    let plain = try Program.run(award, in: folder)
    let hyphen = try Program.run(award + ["--output", "-"], in: folder)
    #expect(plain.status == 0)
    #expect(plain.output == hyphen.output)
    #expect(!plain.output.isEmpty)
    #expect(try folder.names() == ["bids.csv", "reserves.csv"])
  }

  @Test func aFullDiskExits74() throws {
    let outcome = try Program.run(
      award + ["--output", "/dev/full", "--force"], in: try folder())
    #expect(outcome.status == 74)
  }

  @Test(
    "a folder in place of a file is no crash", arguments: ["bids.csv", "reserves.csv"])
  func foldersAsFiles(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("\(name)/inner.txt", "")
    if name != "bids.csv" { try folder.write("bids.csv", "item_id,vendor_id,unit_price\n") }
    if name != "reserves.csv" { try folder.write("reserves.csv", "item_id,reserve_price\n") }
    let outcome = try Program.run(award, in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains(name))
  }

  @Test(
    "a case that cannot be generated there exits 73",
    arguments: ["nowhere/case", "bids.csv", "bids.csv/case", "."])
  func refusedFolders(path: String) throws {
    let folder = try folder()
    let outcome = try Program.run(["generate", path, "--items", "3"], in: folder)
    #expect(outcome.status == 73, "\(outcome.errors)")
    #expect(try folder.names() == ["bids.csv", "reserves.csv"])
  }

  @Test func theResultAndTheWorkbookAreTwoFiles() throws {
    let folder = try folder()
    let outcome = try Program.run(
      ["run", Program.shippedCase, "--workbook", "a.xlsx", "--output", "a.xlsx", "--force"],
      in: folder)
    #expect(outcome.status == 64)
    #expect(try folder.names() == ["bids.csv", "reserves.csv"])
  }
}
