import Pipeline
import Policy
import Quantities

extension CutoffAnalysis {
  /// The readings that differ: at 100 % every rounding gives the same.
  var distinctReadings: [CutoffReading] {
    readings.filter { $0.share.value < .one || $0.rounding == ownReading.rounding }
  }

  /// The heading of a reading's column.
  func heading(of reading: CutoffReading) -> Phrase {
    guard reading.share.value < .one else { return reading.share.phrase }
    let (share, rounding) = (reading.share.phrase, reading.rounding.phrase)
    return Phrase(
      "\(share.english) \(rounding.english)",
      "\(share.traditionalChinese) \(rounding.traditionalChinese)")
  }

  /// The winners by number of bids for reading on a terminal: `all` where every bid wins, `8 +1` where a
  /// padding bid lets one more of them win.
  var countTable: ReportTable {
    var table = ReportTable(
      "cutoff_counts",
      title: Phrase(
        "Winners by number of valid bids; +1: one more bid at the reserve price lets one more of them"
          + " win",
        "各有效標件數之得標家數；+1 表示另加一件底價標將使原投標廠商多一家得標"),
      columns: [.integer("bids", Phrase("bids", "有效標"))]
        + distinctReadings.map { .text("winners_\($0.key)", heading(of: $0)) })
    for bidCount in 1...CutoffAnalysis.largestBidCount {
      table.append([.count(bidCount)] + counts(of: bidCount).map { CutoffAnalysis.cell(of: $0) })
    }
    return table
  }

  /// The counts of one number of bids, in the order of ``distinctReadings``.
  func counts(of bidCount: Int) -> [WinnerCount] {
    let shown = distinctReadings
    return counts.filter { $0.bidCount == bidCount && shown.contains($0.reading) }
  }

  private static func cell(of count: WinnerCount) -> Cell {
    guard count.bites else { return .phrase(Phrase("all", "全部")) }
    return .text(
      count.gainedCount > 0 ? "\(count.winnerCount) +\(count.gainedCount)" : "\(count.winnerCount)")
  }
}
