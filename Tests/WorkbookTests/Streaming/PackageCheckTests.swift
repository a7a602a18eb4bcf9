import Testing

@testable import Workbook

@Suite struct PackageCheckTests {
  @Test func `a file is large where a sheet or all of them pass what 32 bits count`() {
    #expect(!PackageCheck.isLarge([:]))
    #expect(!PackageCheck.isLarge([1: 3_500_000_000]))
    #expect(PackageCheck.isLarge([1: 10, 2: 3_500_000_001]))
    #expect(!PackageCheck.isLarge([1: 3_000_000_000, 2: 3_000_000_000]))
    let many = Dictionary(uniqueKeysWithValues: (1...30).map { ($0, 430_000_000) })
    #expect(PackageCheck.isLarge(many))
  }

  @Test func `a file that cannot be read back is no workbook`() {
    #expect(throws: WorkbookError.self) {
      try PackageCheck.check("/dev/null", sheetLengthsBytes: [1: 1])
    }
  }
}
