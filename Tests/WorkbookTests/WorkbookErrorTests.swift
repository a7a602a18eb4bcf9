import Foundation
import Policy
import Quantities
import Reporting
import TestSupport
import Testing
import Workbook

@Suite struct WorkbookErrorTests {
  private static let name = Phrase(verbatim: "s")

  private static func document(
    _ blocks: [ReportSheet.Block], names: [ReportDocument.DefinedName] = []
  ) -> ReportDocument {
    ReportDocument(
      title: name, createdOn: Day(daysSinceEpoch: 20_000), language: .english,
      sheets: [ReportSheet("s", name: name, title: name, blocks: blocks)], definedNames: names)
  }

  private static func table(_ cells: [Cell], keys: [String] = ["k"]) -> ReportSheet.Block {
    var table = ReportTable("t", columns: [.integer("n", name)])
    for key in keys { table.append(cells, key: key) }
    return .table(table)
  }

  private static func chart(_ series: [ReportChart.Series]) -> ReportSheet.Block {
    .chart(
      ReportChart(
        title: name, kind: .line, series: series, categoryAxis: .init(name), valueAxis: .init(name))
    )
  }

  static let faults: [(ReportDocument, WorkbookError)] = [
    (document([table([]), table([])]), .duplicateKey("t")),
    (document([table([], keys: ["k", "k"])]), .duplicateKey("t@k")),
    (document([table([.empty, .empty])]), .tooManyCells(table: "t", row: 1)),
    (
      document([table([Cell.integer(1).linked(to: .sheet("x"))])]),
      .unresolved(reference: "x", in: "s!A4")
    ),
    (
      document([table([Cell.integer(1).computed(by: Formula("={x}"))])]),
      .unresolved(reference: "x", in: "={x}")
    ),
    (document([chart([])]), .chart(title: "s", problem: "has no series")),
    (
      document([chart([.init(name, values: CellRange("t", "n"))])]),
      .unresolved(reference: "t.n", in: "s")
    ),
    (document([table([])], names: [.init("A1", for: CellRange("t", "n"))]), .definedName("A1")),
    (
      document([table([])], names: [.init("good", for: CellRange("t", "x"))]),
      .unresolved(reference: "t.x", in: "good")
    ),
  ]

  @Test(arguments: faults)
  func `a fault of the document is named and leaves no file`(
    document: ReportDocument, expected: WorkbookError
  ) throws {
    let folder = try ScratchFolder()
    #expect(throws: expected) {
      try WorkbookFile.write(document, to: folder.file("a.xlsx"), replacing: false)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `an existing workbook is replaced only when asked for`() throws {
    let folder = try ScratchFolder()
    let path = folder.file("a.xlsx")
    try AtomicFile.write("old", to: path, replacing: false)
    #expect(throws: OutputFileError.exists(path: path)) {
      try WorkbookFile.write(Self.document([]), to: path, replacing: false)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    try WorkbookFile.write(Self.document([]), to: path, replacing: true)
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Data("PK".utf8)))
  }
}
