import Foundation
import Policy
import Reporting
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func contents(_ name: String) -> String? {
    try? String(contentsOfFile: folder.file(name), encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a new file holds the text and nothing else is left`() throws {
    try AtomicFile.write("底價\n", to: folder.file("a.csv"), replacing: false)
    #expect(contents("a.csv") == "底價\n")
    #expect(try names() == ["a.csv"])
  }

  @Test func `an existing file is replaced only when asked for`() throws {
    try AtomicFile.write("old", to: folder.file("a"), replacing: false)
    #expect(throws: OutputFileError.exists(path: folder.file("a"))) {
      try AtomicFile.write("new", to: folder.file("a"), replacing: false)
    }
    #expect(contents("a") == "old")
    try AtomicFile.write("new", to: folder.file("a"), replacing: true)
    #expect(contents("a") == "new")
  }

  @Test func `a file that appears meanwhile is not replaced`() throws {
    let path = folder.file("a")
    #expect(throws: OutputFileError.exists(path: path)) {
      try AtomicFile.write(to: path, replacing: false) { _ in
        try Data("other".utf8).write(to: URL(filePath: path))
      }
    }
    #expect(contents("a") == "other")
    #expect(try names() == ["a"])
  }

  @Test(arguments: [true, false])
  func `a failure leaves everything as it was`(exists: Bool) throws {
    struct Failure: Error {}
    if exists { try AtomicFile.write("old", to: folder.file("a"), replacing: false) }
    #expect(throws: Failure.self) {
      try AtomicFile.write(to: folder.file("a"), replacing: true) { path in
        try Data("half".utf8).write(to: URL(filePath: path))
        throw Failure()
      }
    }
    #expect(contents("a") == (exists ? "old" : nil))
    #expect(try names() == (exists ? ["a"] : []))
  }

  @Test func `a folder is no output file`() {
    #expect(throws: OutputFileError.isFolder(path: folder.path)) {
      try AtomicFile.write("x", to: folder.path, replacing: true)
    }
  }

  @Test func `a missing folder is named`() throws {
    let path = folder.file("missing/a")
    let error = #expect(throws: OutputFileError.self) {
      try AtomicFile.write("x", to: path, replacing: false)
    }
    #expect(error?.isInputOutputFailure == false)
    #expect(error?.phrase.english.hasPrefix(path) == true)
  }

  @Test func `a device is written into and stays a device`() throws {
    try AtomicFile.write("x", to: "/dev/null", replacing: false)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }
}
