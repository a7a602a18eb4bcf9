public import Pipeline
import Policy
public import Quantities
import Tendering

/// How many bids of a table came to each outcome.
public struct AwardCounts: Sendable {
  /// The outcomes in the order of reports.
  private static let order: [BidOutcome] = [
    .awarded(.withinCutoff), .notAwarded(.beyondCutoff), .aboveReserve(reservePrice: .zero),
    .disqualified(.refused), .pendingTie, .noReserve,
  ]

  private var counts: [Phrase: Int] = [:]
  /// How many bids there are.
  public private(set) var rowCount = 0
  /// Whether any amount of the rows has cents.
  public private(set) var hasCents = false

  /// No bids.
  public init() {}

  /// The bids of a stage.
  public init(of stage: TenderStage) {
    for (_, bid) in stage.bidAwards {
      add(AwardBookRow(bid), count: 1)
      note(bid.bid.unitPrice)
      note(bid.contractPrice)
    }
  }

  /// Counts bids with equal texts.
  public mutating func add(_ row: AwardBookRow, count: Int) {
    counts[row.outcome, default: 0] += count
    rowCount += count
  }

  /// Looks at an amount of a row.
  public mutating func note(_ money: Money?) {
    guard let money, !hasCents else { return }
    hasCents = !money.minorUnits.isMultiple(of: Money.minorUnitsPerUnit)
  }

  /// The outcomes with their counts, those without bids included.
  var outcomes: [(outcome: BidOutcome, count: Int)] {
    AwardCounts.order.map { ($0, counts[$0.name] ?? 0) }
  }
}
