import Policy
import Quantities
import Reporting
import Workbook

/// Rows of ten mixed cells, the same as those of `peers/cells/write_cells.c`.
struct Rows {
  static let frame: [StreamedColumn] = [
    StreamedColumn(.init("item", Phrase("item", "品項"), .identifier, width: .characters(10))),
    StreamedColumn(.init("vendor", Phrase("vendor", "廠商"), .identifier, width: .characters(10))),
    StreamedColumn(.init("outcome", Phrase("outcome", "結果"), .choice, width: .characters(10))),
    StreamedColumn(.init("rank", Phrase("rank", "名次"), .integer, width: .characters(6))),
    StreamedColumn(
      .init("bid", Phrase("bid", "標價"), .money, width: .characters(16)), fractionDigitCount: 2),
    StreamedColumn(.init("quantity", Phrase("quantity", "數量"), .integer, width: .characters(8))),
    StreamedColumn(
      .init(
        "share", Phrase("share", "比例"), .percentage(fractionDigitLimit: 2),
        width: .characters(8)),
      fractionDigitCount: 2),
    StreamedColumn(.init("note", Phrase("note", "備註"), .text, width: .characters(30))),
    StreamedColumn(
      .init("ordered_on", Phrase("ordered on", "訂購日"), .date, width: .characters(12))),
    StreamedColumn(
      .init(
        "contract_price", Phrase("contract price", "契約價"), .money, width: .characters(16)),
      fractionDigitCount: 2),
  ]

  private let outcomes = ["決標", "未決標", "超底價", "不合格標"].map { PreparedText($0) }
  private let firstDay = Day(daysSinceEpoch: 20_544)
  private var item = Array("I".utf8)
  private var vendor = Array("V".utf8)
  private var note = Array("第 ".utf8)
  private let noteStart = "第 ".utf8.count
  private let noteEnd = Array(" 列：維護 & 支援 <年>".utf8)

  /// Writes all rows.
  mutating func write(_ count: Int, to rows: inout StreamedRows) throws(WorkbookError) {
    for row in 0..<count {
      let price = Money(minorUnits: Int64(100_000 + row * 7_919 % 99_000_100))
      put(row / 12, digits: 7, behind: 1, of: &item)
      put(row * 31 % 997, digits: 1, behind: 1, of: &vendor)
      try rows.beginRow()
      try rows.write(utf8: item.span)
      try rows.write(utf8: vendor.span)
      try rows.write(outcomes[row % 4])
      try rows.write(integer: Int64(row % 12 + 1))
      try rows.write(price)
      try rows.write(integer: Int64(row * 104_729 % 5_000 + 1))
      try rows.write(real: Double(row * 613 % 10_000) / 10_000)
      if row % 5 == 0 {
        put(row, digits: 1, behind: noteStart, of: &note)
        note.append(contentsOf: noteEnd)
        try rows.write(utf8: note.span)
      } else {
        try rows.writeEmpty()
      }
      try rows.write(Day(daysSinceEpoch: firstDay.daysSinceEpoch + Int32(row % 365)))
      if row % 4 == 0 { try rows.write(price) } else { try rows.writeEmpty() }
    }
  }

  /// Writes a number of at least so many digits behind the beginning of a text.
  private func put(_ number: Int, digits: Int, behind start: Int, of text: inout [UInt8]) {
    text.removeLast(text.count - start)
    var rest = number
    while rest > 0 || text.count - start < digits {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    text[start...].reverse()
  }
}
