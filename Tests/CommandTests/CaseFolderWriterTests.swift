import Foundation
import Testing

@testable import awardsim

@Suite struct CaseFolderWriterTests {
  let parent: URL

  init() throws {
    parent = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
  }

  private var target: URL { parent.appendingPathComponent("case") }

  /// What stands beside and in the target.
  private func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: parent.path).sorted()
  }

  @Test func appearsWholeWhenCommitted() throws {
    var writer = try CaseFolderWriter(path: target.path)
    try writer.append(Array("a,b\n".utf8), to: "items.csv")
    try writer.append(Array("x".utf8), to: "case.yaml")
    try writer.append(Array("1,2\n".utf8), to: "items.csv")
    #expect(!FileManager.default.fileExists(atPath: target.path))
    try writer.commit()
    #expect(try paths() == ["case", "case/case.yaml", "case/items.csv"])
    let text = try String(
      contentsOf: target.appendingPathComponent("items.csv"), encoding: .utf8)
    #expect(text == "a,b\n1,2\n")
  }

  @Test func leavesNothingWithoutACommit() throws {
    do {
      var writer = try CaseFolderWriter(path: target.path)
      try writer.append([1, 2, 3], to: "bids.csv")
    }
    #expect(try paths().isEmpty)
  }

  @Test func replacesAnEmptyFolder() throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    var writer = try CaseFolderWriter(path: target.path)
    try writer.append([65], to: "a")
    try writer.commit()
    #expect(try paths() == ["case", "case/a"])
  }

  @Test(arguments: ["case", "case/kept"]) func refusesWhatHoldsSomething(_ kept: String) throws {
    let file = parent.appendingPathComponent(kept)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data([1]).write(to: file)
    let before = try paths()
    #expect(throws: CaseFolderError.isNotEmpty(target.path)) {
      _ = try CaseFolderWriter(path: target.path)
    }
    #expect(try paths() == before)
  }

  @Test func refusesAFolderThatFillsUpMeanwhile() throws {
    var writer = try CaseFolderWriter(path: target.path)
    try writer.append([65], to: "a")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    try Data([1]).write(to: target.appendingPathComponent("kept"))
    var wasRefused = false
    do throws(CaseFolderError) { try writer.commit() } catch { wasRefused = true }
    #expect(wasRefused)
    let kept = try Data(contentsOf: target.appendingPathComponent("kept"))
    #expect(kept == Data([1]))
  }

  @Test func saysWhereNothingCanBeMade() {
    let path = parent.appendingPathComponent("missing/case").path
    #expect(throws: CaseFolderError.self) { _ = try CaseFolderWriter(path: path) }
  }
}
