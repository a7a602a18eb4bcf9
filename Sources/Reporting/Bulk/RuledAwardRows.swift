public import Pipeline
public import Quantities
import Tendering

/// The rows of a large award table whose items `AwardRule` decided, as a workbook has them.
///
/// Names and prices are not kept: they are read again with all others.
public struct RuledAwardRows: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// Its number in the table.
    public let row: Int
    /// The rank; `nil` unless the bid is valid.
    public let rank: Int?
    /// The price of the contract; `nil` unless awarded.
    public let contractPrice: Money?
    /// The texts, by their number.
    public let texts: Int
  }

  /// The rows, ascending once they are sorted.
  public private(set) var rows: [Row] = []
  /// The texts of all rows, each once.
  public private(set) var texts: [AwardBookRow] = []
  private var numberOfTexts: [AwardBookRow: Int] = [:]

  /// Creates an empty collection.
  public init() {}

  /// Adds the rows of a stage.
  ///
  /// - Parameters:
  ///   - stage: A stage of whole items.
  ///   - newRows: The row of each of its bids, in the order of the bids.
  public mutating func add(_ stage: TenderStage, rows newRows: [Int]) {
    for (row, award) in zip(newRows, stage.bidAwards) {
      rows.append(
        Row(
          row: row, rank: award.bid.rank, contractPrice: award.bid.contractPrice,
          texts: number(of: AwardBookRow(award.bid))))
    }
  }

  private mutating func number(of row: AwardBookRow) -> Int {
    if let known = numberOfTexts[row] { return known }
    numberOfTexts[row] = texts.count
    texts.append(row)
    return texts.count - 1
  }

  /// Puts the rows in their order; to be called when all are added.
  public mutating func sort() {
    rows.sort { $0.row < $1.row }
  }
}
