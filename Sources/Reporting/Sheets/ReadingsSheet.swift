import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet of readings: what every reading of the cutoff comes to, and where the winners differ.
enum ReadingsSheet {
  static let key = "readings"
  private static let totalsKey = "reading_totals"

  static func sheet(of stage: TenderStage) -> ReportSheet {
    let comparison = stage.readings()
    return ReportSheet(
      key, name: Phrase("Readings compared", "規則解讀比較"),
      title: Phrase("Every reading of the cutoff at once", "決標界線各種解讀之比較"),
      summary: Phrase(
        "Rounding, ties and base are stated nowhere public: winners and NT$ under each reading",
        "取整方式、同價處理與計算基數均未見於公開資料：各種解讀下之得標廠商與金額"), tab: .warning,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "How 90 % of the bidders becomes a whole number, what happens to equal bids at the"
                + " boundary, and which bids are counted is stated nowhere public. All eighteen"
                + " readings are computed by the same rule; sums are contract prices of one unit each,"
                + " without pending bids.",
              "「前 90%」如何取整、界線上同價標如何處理、以何者為基數，均未見於公開資料。以下以同一規則計算"
                + "十八種解讀；金額為契約單價合計，不含同價待決者。"), kind: .assumption)),
        .table(totals(of: comparison, stage)),
        .heading(Phrase("Items whose winners differ", "得標廠商因解讀而異之品項")),
        .note(ReportNote(differenceNote(comparison))),
        .table(differences(of: comparison, own: Reading(of: stage.policy))),
      ])
  }

  private static func totals(
    of comparison: ReadingsComparison, _ stage: TenderStage
  ) -> ReportTable {
    let own = Reading(of: stage.policy)
    var table = ReportTable(
      totalsKey,
      columns: [
        .integer("number", Phrase("no.", "編號")),
        .identifier("rounding", Phrase("rounding", "取整")),
        .identifier("tie", Phrase("ties", "同價")), .identifier("base", Phrase("base", "基數")),
        .integer("items", Phrase("items awarded", "決標品項")),
        .integer("pending_items", Phrase("items pending", "待決品項")),
        .integer("failed", Phrase("items failed", "未決標品項")),
        .integer("awarded", Phrase("bids awarded", "決標件數")),
        .integer("pending", Phrase("bids pending", "待決件數")),
        .money("sum", Phrase("awarded sum", "契約價合計")),
        .money("difference", Phrase("to the policy's reading", "與採用解讀之差額")),
      ], frozenColumnCount: 4)
    let ownSum = comparison.totals.first { $0.reading == own }.flatMap { try? $0.awardedSum.get() }
    for (index, total) in comparison.totals.enumerated() {
      let reading = total.reading
      let sum = try? total.awardedSum.get()
      let difference = sum.flatMap { sum in ownSum.flatMap { try? sum - $0 } }
      let reference = Formula.reference(CellRange(totalsKey, "sum", rows: .one(own.text)))
      table.append(
        [
          .count(index + 1), .text(reading.rounding.rawValue), .text(reading.tie.rawValue),
          .text(reading.base.rawValue), .count(total.awardedItemCount),
          .count(total.pendingItemCount), .count(total.failedItemCount),
          .count(total.awardedCount), .count(total.pendingCount), .money(sum),
          Cell.money(difference).computed(by: Formula("={sum}-\(reference)")),
        ], key: reading.text, style: reading == own ? .good : .normal)
    }
    return table
  }

  private static func differenceNote(_ comparison: ReadingsComparison) -> Phrase {
    let spread = (try? comparison.spread.get())?.decimalText ?? "–"
    let count = comparison.differences.count
    return Phrase(
      "\(count) of \(comparison.itemCount) items have other winners under another reading; the"
        + " awarded sums of all readings lie within NT$\(spread).",
      "\(comparison.itemCount) 個品項中有 \(count) 個得標廠商因解讀而異；各解讀契約價合計相差"
        + " NT$\(spread)。")
  }

  private static func differences(
    of comparison: ReadingsComparison, own: Reading
  ) -> ReportTable {
    var table = ReportTable(
      "reading_differences",
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("readings", Phrase("readings, by no.", "解讀編號"), width: .characters(20)),
        .integer("winner_count", Phrase("winners", "得標家數")),
        .text(
          "added", Phrase("awarded beside the policy's winners", "較採用解讀增加"), width: .characters(34)),
        .text("dropped", Phrase("of these not awarded", "較採用解讀減少"), width: .characters(34)),
        .text("pending", Phrase("pending", "待決廠商"), width: .characters(34)),
        .money("sum", Phrase("awarded sum", "契約價合計")),
        .money("spread", Phrase("NT$ between readings", "各解讀金額差距")),
      ],
      emptyNotice: Phrase(
        "Every reading gives the same winners.", "各種解讀之得標廠商均相同。"))
    for difference in comparison.differences {
      let chosen = difference.variants.first { $0.readings.contains(own) }
      for variant in difference.variants {
        append(variant, of: difference, chosen: chosen?.winners ?? [], to: &table)
      }
    }
    return table
  }

  /// A variant beside the winners of the policy's own reading.
  private static func append(
    _ variant: ReadingsComparison.Variant, of difference: ReadingsComparison.Difference,
    chosen: [VendorID], to table: inout ReportTable
  ) {
    let names = { (vendors: [VendorID]) in
      Cell.text(vendors.isEmpty ? nil : vendors.map(\.text).joined(separator: ", "))
    }
    let isChosen = variant.winners == chosen
    table.append(
      [
        .identifier(difference.itemID), .text(numbers(of: variant.readings)),
        .count(variant.winners.count), names(variant.winners.filter { !chosen.contains($0) }),
        names(chosen.filter { !variant.winners.contains($0) }), names(variant.pending),
        .money(try? variant.awardedSum.get()), .money(try? difference.spread.get()),
      ], style: isChosen ? .good : .normal)
  }

  /// The numbers of some readings in the table of totals, runs joined: `1, 2, 5–8`.
  private static func numbers(of readings: [Reading]) -> String {
    var runs: [ClosedRange<Int>] = []
    for (index, reading) in Reading.all.enumerated() where readings.contains(reading) {
      let number = index + 1
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
