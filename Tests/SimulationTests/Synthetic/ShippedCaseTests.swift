import Foundation
import Intake
import Pipeline
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

  /// Nothing in it is an error, and all that is warned of is the note beside each fee tier.
  @Test func readsAsACaseOfItsStatedSize() throws {
    let folder = try CaseFolder.read(ShippedCaseTests.folder.path)
    let lines = folder.diagnostics.warningLines
    #expect(lines.allSatisfy { $0.contains("fee_tiers.csv") })
    let contents = folder.contents
    #expect(contents.header.synthetic != nil)
    #expect(contents.header.caseNumber == "1150202")
    #expect(contents.items?.count == 64)
    #expect(contents.evidence?.count == 1_024)
    #expect(contents.bids?.count == 720)
    #expect(contents.orders?.count == 2_560)
    #expect(contents.otherContracts.count == 2)
    #expect(contents.reserveOverrides.count == 2)
  }
}
