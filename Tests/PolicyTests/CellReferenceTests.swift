import Policy
import Testing

@Suite struct CellReferenceTests {
  @Test(arguments: [
    ("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("ZZ1", 1, 702), ("AAA1", 1, 703),
    ("XFD1048576", 1_048_576, 16_384), ("B17", 17, 2),
  ])
  func isReadAndWritten(_ text: String, _ row: Int, _ column: Int) throws {
    let reference = try #require(CellReference(text))
    #expect((reference.row, reference.column) == (row, column))
    #expect(reference.description == text)
    #expect(CellReference(row: row, column: column) == reference)
  }

  @Test(arguments: [
    "", "A", "1", "A0", "A01", "a1", "1A", "A1B", "XFE1", "A1048577", "A-1", "A1:B2", "É1", "AAAA1",
  ])
  func isRefused(_ text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test func dollarsAreNoPartOfIt() {
    #expect(CellReference("$B$17") == CellReference("B17"))
  }

  /// Every column has letters of its own, which read back.
  @Test func everyColumnHasItsLetters() {
    for column in 1...CellReference.columnLimit {
      #expect(CellReference(CellReference.letters(ofColumn: column) + "1")?.column == column)
    }
  }

  @Test func comesRowByRow() throws {
    let texts = ["A1", "B1", "AA1", "A2", "A10"]
    let references = texts.compactMap { CellReference($0) }
    #expect(references.reversed().sorted() == references)
  }
}
