import Policy
import Quantities
import Reporting
import Tendering
import Workbook

/// Writes rows of awards, each text of an outcome prepared once.
final class AwardBookTexts {
  /// The numbers of a row.
  struct Numbers {
    let unitPrice: Money?
    let rank: Int?
    let contractPrice: Money?
  }

  /// The texts of a row.
  struct Prepared {
    let outcome: PreparedText
    let reason: PreparedText
    let flags: PreparedText
    let style: ReportTable.RowStyle
  }

  private let language: Language
  private var ofVerdicts = [Prepared?](repeating: nil, count: PackedVerdict.kindCount)
  private var ofRows: [AwardBookRow: Prepared] = [:]
  /// Reasons may name prices; more texts than this are not kept.
  private static let keptTextCount = 1_000

  init(_ language: Language) {
    self.language = language
  }

  /// Writes a row.
  func write(
    item: Span<UInt8>, vendor: Span<UInt8>, _ bid: Numbers, _ texts: Prepared,
    to rows: inout StreamedRows
  ) throws(WorkbookError) {
    try rows.beginRow(texts.style)
    try rows.write(utf8: item)
    try rows.write(utf8: vendor)
    try write(bid.unitPrice, to: &rows)
    if let rank = bid.rank {
      try rows.write(integer: Int64(rank))
    } else {
      try rows.writeEmpty()
    }
    try rows.write(texts.outcome)
    try rows.write(texts.reason)
    try write(bid.contractPrice, to: &rows)
    try rows.write(texts.flags)
  }

  private func write(_ money: Money?, to rows: inout StreamedRows) throws(WorkbookError) {
    if let money { try rows.write(money) } else { try rows.writeEmpty() }
  }

  /// The texts of a verdict; of a bid above the reserve price, new ones each time.
  func prepared(_ verdict: PackedVerdict, reservePrice: Money?) -> Prepared? {
    if let known = ofVerdicts[verdict.kind] { return known }
    guard let row = AwardBookRow(verdict, reservePrice: reservePrice) else { return nil }
    guard verdict.outcome != .aboveReserve else { return prepared(row) }
    let prepared = make(row)
    ofVerdicts[verdict.kind] = prepared
    return prepared
  }

  /// The texts of a row.
  func prepared(_ row: AwardBookRow) -> Prepared {
    if let known = ofRows[row] { return known }
    let prepared = make(row)
    if ofRows.count < AwardBookTexts.keptTextCount { ofRows[row] = prepared }
    return prepared
  }

  private func make(_ row: AwardBookRow) -> Prepared {
    Prepared(
      outcome: PreparedText(row.outcome, language), reason: PreparedText(row.reason, language),
      flags: PreparedText(row.lowPriceFlags), style: row.style)
  }
}
