import Pipeline
import Policy
import Quantities

extension CutoffSheet {
  private static let countKey = "winners_by_bids"

  /// The winners by number of bids, and what one bid more at the reserve price does to them.
  static func countBlocks(of analysis: CutoffAnalysis) -> [ReportSheet.Block] {
    [
      .heading(Phrase("Winners by number of valid bids", "各有效標件數之得標家數")),
      .note(
        ReportNote(
          Phrase(
            "Bids below the reserve price, no two alike. Marked: every one wins.",
            "標價均低於底價且互異。標示者為全數得標。"))),
      .table(countTable(of: analysis)),
      .heading(Phrase("Winners that one bid more adds", "加一件底價標所增加之得標家數")),
      .note(
        ReportNote(
          Phrase(
            "The bid more is at the reserve price: it ranks last and loses where the table above is not"
              + " marked, but with it k is taken of one bid more, and one more of the others may win.",
            "所加之標以底價投標，名次最後；上表未標示處該標不得標，惟基數增加一件，原投標廠商可能多一家得標。"))),
      .table(gainTable(of: analysis)),
    ]
  }

  private static func countTable(of analysis: CutoffAnalysis) -> ReportTable {
    let marks = analysis.distinctReadings.map { reading in
      let column = column(of: reading)
      return ConditionalFormat.when(
        Formula("={\(column)}={bids}"), style: .attention, columns: [column])
    }
    return table(countKey, of: analysis, marks) { count in
      Cell.count(count.winnerCount).computed(
        by: winnerFormula(of: count.reading, "{bids}", analysis.policy).map { "=MIN({bids},\($0))" }
      )
    }
  }

  private static func gainTable(of analysis: CutoffAnalysis) -> ReportTable {
    let marks = analysis.distinctReadings.map { reading in
      let column = column(of: reading)
      return ConditionalFormat.when(
        Formula("={\(column)}>0"), style: .attention, columns: [column])
    }
    return table("winners_added", of: analysis, marks) { count in
      let before = CellRange(
        countKey, column(of: count.reading), rows: .one("\(count.bidCount)"))
      return Cell.count(count.gainedCount).computed(
        by: winnerFormula(of: count.reading, "({bids}+1)", analysis.policy).map {
          "=MIN({bids},\($0))-\(Formula.reference(before))"
        })
    }
  }

  private static func table(
    _ key: String, of analysis: CutoffAnalysis, _ marks: [ConditionalFormat],
    _ cell: (WinnerCount) -> Cell
  ) -> ReportTable {
    var table = ReportTable(
      key,
      columns: [.integer("bids", Phrase("bids", "有效標"), width: .characters(8))]
        + analysis.distinctReadings.map {
          .integer(column(of: $0), analysis.heading(of: $0), width: .characters(10))
        }, conditionalFormats: marks)
    for bidCount in 1...CutoffAnalysis.largestBidCount {
      table.append(
        [.count(bidCount)] + analysis.counts(of: bidCount).map(cell), key: "\(bidCount)")
    }
    return table
  }

  private static func column(of reading: CutoffReading) -> String { "winners_\(reading.key)" }

  /// The winners of n bids before they are bounded by the bids; `nil` where a spreadsheet's numbers are
  /// too short for the share.
  private static func winnerFormula(
    of reading: CutoffReading, _ bids: String, _ policy: AwardPolicy
  ) -> String? {
    let (part, whole) = (reading.share.value.numerator, reading.share.value.denominator)
    // Products of up to 21 bids stay far below 2^53.
    guard whole < 1_000_000_000_000 else { return nil }
    let minimum = Formula.reference(
      CellRange(AssumptionSheet.policyKey, PolicyKey.awardMinimumWinners.rawValue))
    let share = CutoffFormula.shareCount(
      of: "\(part)*\(bids)", over: "\(whole)", reading.rounding)
    return "MAX(\(minimum),\(share))"
  }
}
