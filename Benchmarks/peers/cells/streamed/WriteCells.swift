import Policy
import Quantities
import Reporting
import Workbook

/// Writes a workbook of mixed cells: `write-cells ROWS FILE`.
@main struct WriteCells {
  static func main() throws {
    guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[1]) else {
      print("usage: write-cells ROWS FILE")
      return
    }
    let title = Phrase("Cells", "儲存格")
    let book = StreamedWorkbook(
      ReportDocument(title: title, createdOn: Day(daysSinceEpoch: 20_544), language: .english),
      tables: [
        StreamedTable("cells", name: title, title: title, columns: Rows.frame, rowCount: count)
      ])
    var rows = Rows()
    try book.write(to: CommandLine.arguments[2], replacing: true) { _, output in
      try rows.write(count, to: &output)
    }
  }
}
