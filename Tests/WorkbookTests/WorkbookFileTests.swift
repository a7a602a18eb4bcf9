import Foundation
import Policy
import Quantities
import Reporting
import TestSupport
import Testing
import Workbook

@Suite struct WorkbookFileTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test(arguments: Language.allCases)
  func `the same document gives the same bytes`(language: Language) throws {
    let document = try SampleDocument.make(language)
    try WorkbookFile.write(document, to: folder.file("a.xlsx"), replacing: false)
    try WorkbookFile.write(document, to: folder.file("b.xlsx"), replacing: false)
    let first = try Data(contentsOf: URL(filePath: folder.file("a.xlsx")))
    #expect(first == (try Data(contentsOf: URL(filePath: folder.file("b.xlsx")))))
    #expect(first.count > 1000)
  }
}
