import Foundation
import Simulation
import Testing

/// The shipped case `datasets/cloud-1150202` is what the generator makes by default.
@Suite struct ShippedCaseTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("datasets/cloud-1150202")

  @Test func isRegeneratedByteForByte() throws {
    let made = try GeneratedCase.ofDefaultSize()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: ShippedCaseTests.folder.path)
    #expect(names.sorted() == made.files.keys.sorted())
    for name in names.sorted() {
      let shipped = try Data(contentsOf: ShippedCaseTests.folder.appendingPathComponent(name))
      // Not compared inside the macro, which would print both files.
      let isEqual = Array(shipped) == made.files[name]
      #expect(isEqual, "\(name): regenerate the case with awardsim generate")
    }
  }
}
