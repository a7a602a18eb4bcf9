public import Pipeline
public import Policy
import Tendering

/// The rows of a large award table whose items `AwardRule` decided, written beforehand.
public struct RuledLines: Sendable {
  private var rows: [Int] = []
  private var lines: [Range<Int>] = []
  /// The lines one after the other, in no order.
  private(set) var bytes: [UInt8] = []

  /// Creates an empty collection.
  public init() {}

  /// Adds the rows of a stage.
  ///
  /// - Parameters:
  ///   - stage: A stage of whole items.
  ///   - newRows: The row of each of its bids, in the order of the bids.
  ///   - format: The form of the result.
  ///   - language: The language of the reasons.
  public mutating func add(
    _ stage: TenderStage, rows newRows: [Int], _ format: TableFormat, _ language: Language
  ) {
    for (row, award) in zip(newRows, stage.bidAwards) {
      let cells = AwardTableRow.cells(award.bid)
      let text =
        switch format {
        case .csv, .table:
          CommaSeparated.line(cells.map { $0.value.plainText(language) })
        case .json: "\n  " + JSONValue(row: cells, AwardTableRow.columns, language: language).text
        }
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      rows.append(row)
      lines.append(start..<bytes.count)
    }
  }

  /// Puts the rows in their order; to be called when all are added.
  public mutating func sort() {
    let order = rows.indices.sorted { rows[$0] < rows[$1] }
    rows = order.map { rows[$0] }
    lines = order.map { lines[$0] }
  }

  /// The first of the rows that is not before a row.
  func index(atOrBehind row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Moves forward to a row.
  func advance(_ index: Int, to row: Int) -> Int {
    var index = index
    while index < rows.count, rows[index] < row { index += 1 }
    return index
  }

  /// The line of a row; empty where there is none.
  func line(_ index: Int) -> Range<Int> {
    index < lines.count ? lines[index] : 0..<0
  }
}
