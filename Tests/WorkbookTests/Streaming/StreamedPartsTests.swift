import Policy
import Reporting
import Testing

@testable import Workbook

@Suite struct StreamedPartsTests {
  @Test(arguments: 4...16, 0...2)
  func `rows are spread without gaps over as few sheets as can be`(rowLimit: Int, noteCount: Int)
    throws
  {
    // A sheet has a title, a free row, paragraphs and a free row behind them, headings, and a foot of 3.
    let frame = 1 + 1 + (noteCount > 0 ? noteCount + 1 : 0) + 1 + 3
    let continuedFrame = 1 + 1 + noteCount + 1 + 1 + 1 + 3
    for rowCount in 0...60 {
      let parts = StreamedParts(rowCount: rowCount, noteCount: noteCount, rowLimit: rowLimit)
      let fitsOne = rowLimit > frame && rowCount + frame <= rowLimit
      guard fitsOne || rowLimit > continuedFrame else {
        #expect(parts == nil)
        continue
      }
      let found = try #require(parts)
      #expect(found.ranges.flatMap { Array($0) } == Array(0..<rowCount))
      let room = rowLimit - (fitsOne ? frame : continuedFrame)
      #expect(found.ranges.count == (fitsOne ? 1 : (rowCount + room - 1) / room))
      #expect(found.ranges.dropLast().allSatisfy { $0.count == room })
      #expect(found.headingRow + 4 == (fitsOne ? frame : continuedFrame))
    }
  }

  @Test func `a line on each sheet names its rows and its neighbours`() throws {
    let parts = try #require(StreamedParts(rowCount: 2_500_000, noteCount: 0, rowLimit: 1_048_576))
    let names = ["Bids", "Bids (2)", "Bids (3)"]
    let texts = (0..<3).map { parts.note(part: $0, names: names)?.text.english }
    #expect(
      texts == [
        "Rows 1 to 1,048,568 of 2,500,000; continues on sheet “Bids (2)”.",
        "Rows 1,048,569 to 2,097,136 of 2,500,000; continued from sheet “Bids”; continues on sheet"
          + " “Bids (3)”.",
        "Rows 2,097,137 to 2,500,000 of 2,500,000; continued from sheet “Bids (2)”.",
      ])
    #expect(
      StreamedParts(rowCount: 5, noteCount: 0, rowLimit: 20)?.note(part: 0, names: ["B"]) == nil)
  }

  @Test func `the number of a continued sheet is never cut from its name`() {
    let long = String(repeating: "雲", count: 40)
    #expect(SheetNames.numbered("Bids", 1) == "Bids")
    #expect(SheetNames.numbered("Bids", 12) == "Bids (12)")
    #expect(SheetNames.numbered(long, 3) == String(repeating: "雲", count: 27) + " (3)")
    let names = SheetNames.unique(["Bids", "bids (2)", SheetNames.numbered("Bids", 2)])
    #expect(names == ["Bids", "bids (2)", "Bids (2) (2)"])
  }
}
