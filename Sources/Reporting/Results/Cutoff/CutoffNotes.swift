public import Pipeline
public import Policy
import Quantities

extension CutoffAnalysis {
  /// What a committee should read first, in plain sentences: where the cutoff has no effect, from how
  /// many bids on it has one, what is pending, and what a padding bid would do.
  public var findings: [Phrase] {
    [itemFinding, countFinding, pendingFinding, paddingFinding].compactMap(\.self)
  }

  private var ownTotal: CutoffTotal? {
    zip(readings, totals() ?? []).first { $0.0 == ownReading }?.1
  }

  private var itemFinding: Phrase? {
    guard let total = ownTotal else { return nil }
    let reading = ownReading.phrase
    let items = total.openItemCount + total.bitingItemCount
    guard items > 0 else { return Phrase("No item has a valid bid.", "各品項均無有效標。") }
    guard total.openItemCount > 0 else {
      return Phrase(
        "On each of the \(items) items with a valid bid the cutoff at \(reading.english) leaves a bid"
          + " without an award.",
        "\(items) 個具有效標之品項，依 \(reading.traditionalChinese)均有未得標者。")
    }
    return Phrase(
      "On \(total.openItemCount) of \(items) items with a valid bid every valid bid wins at"
        + " \(reading.english): there the cutoff brings no competition, and whoever knows it can bid"
        + " the reserve price. It bites on \(total.bitingItemCount).",
      "\(items) 個具有效標之品項中，\(total.openItemCount) 個依 \(reading.traditionalChinese)有效標皆得標："
        + "該等品項之決標比例不產生競爭，知悉者得以底價投標；其餘 \(total.bitingItemCount) 個品項有未得標者。")
  }

  private var countFinding: Phrase {
    let reading = ownReading.phrase
    guard let count = smallestBitingCount else {
      let largest = CutoffAnalysis.largestBidCount
      return Phrase(
        "Up to \(largest) valid bids every one wins at \(reading.english).",
        "\(largest) 件以內之有效標依 \(reading.traditionalChinese)皆得標。")
    }
    return Phrase(
      "At \(reading.english) the cutoff bites from \(count) valid bids on; with fewer, every one"
        + " wins.",
      "依 \(reading.traditionalChinese)，有效標達 \(count) 件方有未得標者；不足者皆得標。")
  }

  private var pendingFinding: Phrase? {
    guard let total = ownTotal, total.pendingItemCount > 0 else { return nil }
    return Phrase(
      "On \(total.pendingItemCount) items equal bids across the cutoff are pending"
        + " (\(total.pendingCount) bids): they are not counted as winners, and sums are without them.",
      "\(total.pendingItemCount) 個品項有決標名額邊界同價待決者（\(total.pendingCount) 件）："
        + "未計為得標，金額亦不含之。")
  }

  private var paddingFinding: Phrase? {
    guard let total = ownTotal else { return nil }
    let change = (try? total.paddingChange.get())?.decimalText ?? "–"
    return Phrase(
      "One bid more at the reserve price, of a vendor that has not bid, would let more of the"
        + " original bidders win on \(total.paddingGainItemCount) items and win itself on"
        + " \(total.paddingWinItemCount); the original bidders' contract prices would change by"
        + " NT$\(change) in all (one unit each, items with a pending tie left out).",
      "若另有一家未投標之廠商以底價投標，\(total.paddingGainItemCount) 個品項之原投標廠商得標家數將增加，"
        + "該底價標於 \(total.paddingWinItemCount) 個品項自身得標；原投標廠商之契約價合計變動"
        + " NT$\(change)（各計一單位，不含同價待決之品項）。")
  }

  /// The items on which every valid bid wins, by name; `nil` where there is none.
  ///
  /// - Parameter limit: How many are named; the rest is counted.
  /// - Returns: One sentence.
  public func namesOfItemsWithoutEffect(limit: Int) -> Phrase? {
    let items = itemsWithoutEffect
    guard !items.isEmpty else { return nil }
    let names = items.prefix(limit).map(\.text)
    let rest = items.count - names.count
    return Phrase(
      "Every valid bid wins on: " + names.joined(separator: ", ")
        + (rest > 0 ? " and \(rest) more, marked in the table of items." : "."),
      "有效標皆得標之品項：" + names.joined(separator: "、")
        + (rest > 0 ? " 等，另 \(rest) 個品項詳品項表。" : "。"))
  }
}
