import Testing

@testable import Workbook

@Suite struct CellAddressTests {
  /// Counts on from A as a spreadsheet does, over every column that there is.
  @Test func `columns are lettered A to XFD`() {
    var letters: [UInt8] = [UInt8(ascii: "A")]
    for column in 0..<SheetLimits.columnCount {
      #expect(CellAddress.letters(ofColumn: column) == String(decoding: letters, as: UTF8.self))
      var index = letters.count - 1
      while index >= 0, letters[index] == UInt8(ascii: "Z") {
        letters[index] = UInt8(ascii: "A")
        index -= 1
      }
      if index >= 0 { letters[index] += 1 } else { letters.insert(UInt8(ascii: "A"), at: 0) }
    }
    #expect(CellAddress.letters(ofColumn: SheetLimits.columnCount - 1) == "XFD")
  }

  @Test func `rows are counted from 1 and dollars fix a place`() {
    let cell = CellAddress(row: 4, column: 27)
    #expect(cell.text() == "$AB$5")
    #expect(cell.text(absoluteColumn: false, absoluteRow: false) == "AB5")
    #expect(cell.text(absoluteColumn: true, absoluteRow: false) == "$AB5")
  }
}
