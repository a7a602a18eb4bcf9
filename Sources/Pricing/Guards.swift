public import Policy
public import Quantities

/// What the committee is warned of about an item; a warning never changes a price.
///
/// The sixth step, assumed.
public enum ReserveWarning: Hashable, Sendable {
  /// Fewer than two classes have a price.
  case fewerThanTwoClasses(count: Int)
  /// Every row of a class up to the pricing date was dropped for its age.
  case staleEvidence(EvidenceClass)
  /// The reserve price lies above the last award by more than the policy's rate.
  case rise(reserve: Money, lastAward: LastAward, limit: Rate)
  /// The MAD of a class is 0, so its outliers were measured against the mean deviation.
  case meanDeviationUsed(EvidenceClass)

  /// The warning in words.
  public var phrase: Phrase {
    switch self {
    case .fewerThanTwoClasses(let count):
      Phrase("\(count) of the three classes of evidence has a price", "三類價格資料中僅 \(count) 類有價格")
    case .staleEvidence(let evidenceClass):
      Phrase(
        "stale evidence: every row of the class \(evidenceClass.phrase.english) is too old",
        "資料過時：「\(evidenceClass.phrase.traditionalChinese)」全部逾時效")
    case .rise(let reserve, let last, let limit):
      Phrase(
        "the reserve price of NT$\(reserve.decimalText) is more than \(limit.decimalText) above the"
          + " last award of NT$\(last.price.decimalText) on \(last.date)",
        "底價 NT$\(reserve.decimalText) 較 \(last.date) 最近一次決標價"
          + " NT$\(last.price.decimalText) 漲幅逾 \(limit.decimalText)")
    case .meanDeviationUsed(let evidenceClass):
      Phrase(
        "the MAD of the class \(evidenceClass.phrase.english) is 0: outliers are measured against"
          + " the mean deviation",
        "「\(evidenceClass.phrase.traditionalChinese)」之中位數絕對離差為 0，離群值改以平均絕對離差衡量")
    }
  }
}

/// The last award of an item before its pricing date.
public struct LastAward: Hashable, Sendable {
  /// The day of the award.
  public let date: Day
  /// The lowest price awarded on that day, on the item's terms but in its own month.
  public let price: ExactPrice
  /// Where the row stands.
  public let position: SourcePosition

  /// Finds the last award among an item's rows.
  ///
  /// The lowest price on the most recent day among the normalised historical rows that are neither
  /// self-matches nor dated after the pricing date. Rows that are too old for the price count here,
  /// because a rise is a rise however long it took; the index does not, because it would hide one.
  ///
  /// - Returns: `nil` when there is no such row.
  init?(among review: EvidenceReview) {
    var last: LastAward?
    for (index, row) in review.rows.enumerated() where row.origin.evidenceClass == .historical {
      switch review.exclusions[index] {
      case .notIndependent(.caseBeingPriced), .notIndependent(.afterPricingDate): continue
      default: break
      }
      guard let price = review.normalised[index]?.beforeIndex else { continue }
      if let last {
        let isLater = row.date > last.date
        guard isLater || (row.date == last.date && price < last.price) else { continue }
      }
      last = LastAward(date: row.date, price: price, position: row.position)
    }
    guard let last else { return nil }
    self = last
  }

  private init(date: Day, price: ExactPrice, position: SourcePosition) {
    self.date = date
    self.price = price
    self.position = position
  }
}
