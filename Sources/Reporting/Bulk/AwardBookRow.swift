public import Policy
public import Quantities
public import Tendering

/// What stands in a row of a workbook of awards behind the bid itself, but for numbers.
public struct AwardBookRow: Hashable, Sendable {
  /// The outcome in words.
  public let outcome: Phrase
  /// Why the bid came to it.
  public let reason: Phrase
  /// What calls for a review of a low price; empty for nothing.
  public let lowPriceFlags: String
  /// How the row looks.
  public let style: ReportTable.RowStyle

  /// The columns of the table, as `awardsim award` has them.
  public static var columns: [ReportTable.Column] { AwardTableRow.columns }

  /// A row of a bid's award.
  public init(_ bid: BidAward) {
    outcome = bid.outcome.name
    reason = bid.reason
    lowPriceFlags = bid.lowPriceFlagText
    style = AwardBookRow.style(of: bid.outcome)
  }

  /// A row of a verdict; `nil` where it is undecided.
  ///
  /// - Parameters:
  ///   - verdict: The verdict.
  ///   - reservePrice: The item's reserve price, which stands in the reason of a bid above it.
  public init?(_ verdict: PackedVerdict, reservePrice: Money?) {
    guard let outcome = verdict.bidOutcome(reservePrice: reservePrice) else { return nil }
    self.outcome = outcome.name
    reason = outcome.phrase
    lowPriceFlags = verdict.lowPriceFlags.map(\.rawValue).joined(separator: ";")
    style = AwardBookRow.style(of: outcome)
  }

  private static func style(of outcome: BidOutcome) -> ReportTable.RowStyle {
    switch outcome {
    case .awarded: .good
    case .pendingTie: .attention
    case .notAwarded: .normal
    case .aboveReserve, .disqualified, .noReserve: .muted
    }
  }
}
