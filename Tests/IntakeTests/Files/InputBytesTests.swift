import Foundation
import Testing

@testable import Intake

@Test(arguments: [0, 1, 4_096, 100_001]) func readsTheWholeFile(length: Int) throws {
  let folder = try TemporaryFolder([:])
  let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31) }
  try folder.write("f", bytes)
  #expect(try inputBytes(at: folder.path + "/f") == bytes)
}

@Test func tellsMissingFromUnreadable() throws {
  let folder = try TemporaryFolder(["f": "x"])
  for path in ["/none", "/f/none"] {
    let error = #expect(throws: IntakeError.self) { try inputBytes(at: folder.path + path) }
    #expect(error?.exitStatus == 66)
    #expect(error?.lines == [folder.path + path + ": there is no such file or folder"])
  }
  let error = #expect(throws: IntakeError.self) { try inputBytes(at: folder.path) }
  #expect(error?.exitStatus == 74)
}

@Test func listsAFolderInCodePointOrder() throws {
  let folder = try TemporaryFolder(["b": "", "B": "", "a": "", "項": ""])
  let names = try fileNames(inFolder: folder.path).filter { !$0.hasPrefix(".") }
  #expect(names == ["B", "a", "b", "項"])
}
