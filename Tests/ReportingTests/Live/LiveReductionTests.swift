import Policy
import TestSupport
import Testing

@testable import Reporting

/// Items whose prices were reduced: no formula follows the rounds, and the sheets say so.
@Suite struct LiveReductionTests {
  private static var small: SmallCase {
    var small = SmallCase.full
    small.policy = [.awardPriceReduction: "article-53"]
    small.tables["reductions.csv"] = [
      ["item_id", "vendor_id", "round", "unit_price"], ["above", "V2", "0", "100.00"],
    ]
    return small
  }

  @Test func theValidPricesAreValuesAndTheSheetsSaySo() throws {
    let document = try CaseReport.document(of: Self.small.run(), language: .english)
    let bids = try #require(document.table("bid_calculation"))
    let price = try #require(bids.columns.firstIndex { $0.key == "valid_price" })
    let fixed = bids.rows.filter { $0.cells[price].formula == nil }
    #expect(fixed.map { $0.cells[0].value } == Array(repeating: .text("above"), count: 3))
    for key in ["item_calc", "bid_calc", "item_awards", "awards"] {
      let sheet = try #require(document.sheets.first { $0.key == key })
      let says = sheet.blocks.contains { block in
        if case .note(let note) = block {
          note.text.english.contains("Art. 53): above")
        } else {
          false
        }
      }
      #expect(says, "\(key)")
    }
  }

  @Test(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"))
  func theRestRecalculatesToWhatIsStored() throws {
    let folder = try ScratchFolder()
    let book = try LiveBook(of: Self.small.run(), named: "reduced", in: folder)
    let path = try LibreOffice.convert(book.path, to: "xlsx", in: folder)
    let (count, differences) = try book.differences(from: book, recalculated: path)
    #expect(count > 3_000)
    #expect(differences.isEmpty, "\(differences.prefix(4))")
  }
}
