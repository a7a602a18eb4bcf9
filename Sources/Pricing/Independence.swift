public import Policy
public import Quantities

/// The second step: rows that are no evidence of their own are dropped, with the reason.
///
/// Self-matches, framework orders, rows dated after the pricing date and rows beyond their class's
/// age limit fall on their own merits. Of one quote under several names the first row counts, taken
/// among the rows that pass everything else, so that a stale first row does not swallow its repeat.
/// Assumed, after the faults that audits of comparable tools found.
struct Independence {
  let caseNumber: String
  let pricingDate: Day
  let ageLimitDays: PerEvidenceClass<Int>

  /// What speaks against a row whatever the other rows are; `nil` when nothing does.
  func fault(of row: Evidence) -> IndependenceFault? {
    switch row.origin {
    case .historical(let awarded, _) where awarded == caseNumber:
      return .caseBeingPriced(awarded)
    case .agency(_, let order?):
      return .frameworkOrder(order)
    default: break
    }
    let ageDays = pricingDate - row.date
    guard ageDays >= 0 else { return .afterPricingDate(row.date) }
    let limitDays = ageLimitDays[row.origin.evidenceClass]
    return ageDays > limitDays ? .tooOld(ageDays: ageDays, limitDays: limitDays) : nil
  }

  /// For each row, the earlier row that it repeats.
  ///
  /// Two rows of an item repeat one quote when they state the same price, date and source, of
  /// whatever class; a row without a source repeats none.
  ///
  /// - Parameters:
  ///   - rows: Every row of one item, in input order.
  ///   - candidates: The indices, ascending, of the rows that pass everything else.
  /// - Returns: For each row the index of the first row of the same quote; `nil` when it is that
  ///   first row, has no source or is no candidate.
  /// - Complexity: O(n).
  static func firsts(of rows: [Evidence], among candidates: [Int]) -> [Int?] {
    struct Quote: Hashable {
      let unitPrice: Money
      let date: Day
      let source: String
    }
    var firstByQuote: [Quote: Int] = [:]
    var firsts = [Int?](repeating: nil, count: rows.count)
    for index in candidates {
      let row = rows[index]
      guard let source = row.source, !source.allSatisfy(\.isWhitespace) else { continue }
      let quote = Quote(unitPrice: row.unitPrice, date: row.date, source: source)
      if let first = firstByQuote[quote] {
        firsts[index] = first
      } else {
        firstByQuote[quote] = index
      }
    }
    return firsts
  }
}

/// Why a row is no evidence of its own.
public enum IndependenceFault: Hashable, Sendable {
  /// The award is one of the very case being priced.
  case caseBeingPriced(String)
  /// The agency's price is an order under the framework.
  case frameworkOrder(OrderID)
  /// The row is dated after the pricing date.
  case afterPricingDate(Day)
  /// The row is older than the limit of its class.
  case tooOld(ageDays: Int, limitDays: Int)
  /// An earlier row states the same quote.
  case repeats(EvidenceID, at: SourcePosition)

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .caseBeingPriced(let number):
      Phrase(
        "it was awarded in \(number), the case being priced", "為本案（\(number)）自身之決標價")
    case .frameworkOrder(let order):
      Phrase("it is an order under the framework (\(order))", "為共同供應契約訂單（\(order)）")
    case .afterPricingDate(let day):
      Phrase("it is dated \(day), after the pricing date", "日期 \(day) 晚於訂價日")
    case .tooOld(let age, let limit):
      Phrase(
        "it is \(age) days old, the limit is \(limit)", "距訂價日 \(age) 日，逾 \(limit) 日之時效")
    case .repeats(let id, let position):
      Phrase("it repeats the quote of \(id) (\(position))", "與 \(id)（\(position)）為同一報價")
    }
  }
}
