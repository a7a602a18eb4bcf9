import Testing

@testable import Intake

/// Where input files are read from.
@Suite struct InputFilesTests {
  /// Whatever given files name, the disk is not looked at.
  @Test func givenFilesStandInForTheDisk() throws {
    let header = """
      case_no: "1150202"
      title: x
      currency: TWD
      pricing_date: 2026-01-20
      contract_start: 2026-04-01
      contract_end: 2027-03-31
      policy: /etc/hostname

      """
    let files = InputFiles(
      ["c/case.yaml": Array(header.utf8), "c/items.csv": Array("item_id,category,name\n".utf8)],
      keptByteLimit: 1_000)
    let error = #expect(throws: IntakeError.self) { try CaseFolder.read("c", files: files) }
    #expect(error?.lines == ["/etc/hostname: there is no such file or folder"])
    #expect(try files.exists(at: "c/items.csv"))
    #expect(try !files.exists(at: "/etc/hostname"))
    #expect(try files.names(inFolder: "c") == ["case.yaml", "items.csv"])
  }

  @Test func notesEachFileOnceAndKeepsUpToTheLimit() throws {
    let files = InputFiles(
      ["c/a": Array("12345".utf8), "c/b": Array("123456".utf8), "d": Array("12345".utf8)],
      keptByteLimit: 10)
    for (path, name) in [("c/a", "a"), ("c/a", "a"), ("c/b", "b"), ("d", "d")] {
      _ = try files.bytes(at: path, named: name)
    }
    #expect(files.read.map(\.name) == ["a", "b", "d"])
    #expect(files.read.map { $0.bytes == nil } == [false, true, false])
    #expect(files.read.map(\.isOfCase) == [true, true, false])
    #expect(files.read.map(\.byteCount) == [5, 6, 5])
    // The SHA-256 of “12345”, as sha256sum prints it.
    #expect(
      files.read[0].sha256 == "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5")
  }

  @Test func keepsNothingUnlessAsked() throws {
    let files = InputFiles()
    _ = try files.bytes(at: #filePath, named: "this")
    #expect(files.read.isEmpty)
  }
}
