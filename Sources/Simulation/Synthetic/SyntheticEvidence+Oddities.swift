import Policy
import Pricing
import Quantities
import Statistics

extension SyntheticEvidence {
  /// The oddities of single rows, each with the class that it is planted in.
  ///
  /// An ordinary item has two of them, four places apart, so that they seldom share a class.
  private static let rowOddities: [(kind: OddityKind, evidenceClass: EvidenceClass)] = [
    (.outlierLow, .market), (.selfMatchCase, .historical), (.selfMatchOrder, .agency),
    (.repeatedQuote, .market), (.stale, .historical), (.outlierHigh, .agency),
    (.afterPricingDate, .market), (.otherTier, .historical), (.withoutTax, .agency),
    (.otherUnit, .market), (.otherTerm, .market),
  ]

  /// Rows that a class must have before one of them becomes odd: an outlier shows among four or more.
  private static let fewestRows = 4

  /// Plants the two row oddities of an ordinary item.
  func plantOddities(
    into rows: inout PerEvidenceClass<[EvidenceDraft]>, of item: SyntheticItem
  ) {
    var draws = RandomStream(seed: seed, item: item.index, .oddities)
    // A count of items that shares no factor with the number of oddities walks through all of them.
    let table = SyntheticEvidence.rowOddities
    for offset in [0, 4] {
      let (kind, evidenceClass) = table[(item.index + offset) % table.count]
      let count = rows[evidenceClass].count
      guard count >= SyntheticEvidence.fewestRows else { continue }
      let row = draws.next(below: count)
      guard rows[evidenceClass][row].oddity == nil else { continue }
      if kind == .repeatedQuote {
        repeatQuote(of: row, in: &rows[evidenceClass])
      } else {
        change(&rows[evidenceClass][row], into: kind, item, &draws)
      }
    }
  }

  /// Lets the next row state the quote of `row` under its own name.
  private func repeatQuote(of row: Int, in rows: inout [EvidenceDraft]) {
    let copy = (row + 1) % rows.count
    guard rows[copy].oddity == nil else { return }
    rows[copy].date = rows[row].date
    rows[copy].price = rows[row].price
    rows[copy].source = rows[row].source
    // The later one of the two is the repetition.
    rows[max(row, copy)].oddity = .repeatedQuote
  }

  private func change(
    _ row: inout EvidenceDraft, into kind: OddityKind, _ item: SyntheticItem,
    _ draws: inout RandomStream
  ) {
    row.oddity = kind
    switch kind {
    case .outlierLow: row.price = max(row.price / 10, 1)
    case .outlierHigh: row.price = row.price * Int64(3 + draws.next(below: 8))
    case .selfMatchCase:
      guard case .historical(_, let vendor) = row.origin else { return }
      row.origin = .historical(caseNumber: calendar.current.number, vendor: vendor)
    case .selfMatchOrder:
      guard case .agency(let agency, _) = row.origin else { return }
      let order = "\(calendar.earlier[0].number)-\(row.id)"
      row.origin = .agency(agency, frameworkOrder: OrderID(order))
    case .stale: makeStale(&row)
    case .afterPricingDate: row.date = calendar.pricingDate + 1 + draws.next(below: 11)
    case .withoutTax: removeTax(from: &row)
    case .otherUnit:
      row.unit = "bundle-of-10"
      row.price *= 10
    case .otherTerm:
      let isMonthly = item.item.termMonths == 1
      row.termMonths = isMonthly ? 12 : 1
      row.price = isMonthly ? row.price * 12 : max(row.price / 12, 1)
    case .otherTier:
      row.quantityTier = "5000+"
      row.price = max(row.price * 4 / 5, 1)
    default: row.oddity = nil
    }
  }

  private func makeStale(_ row: inout EvidenceDraft) {
    guard case .historical(_, let vendor) = row.origin else { return }
    let old = calendar.newestCase(awardedBefore: ageLimit(.historical))
    row.origin = .historical(caseNumber: old.number, vendor: vendor)
    row.date = old.awardStart + 7
    row.source = "award notice \(old.number) \(row.id)"
  }

  /// States the price without tax, to the cent; a price that cannot be stated so stays as it is.
  private func removeTax(from row: inout EvidenceDraft) {
    guard let price = try? Money(units: row.price),
      let divisor = try? policy.taxRate.value + Rational.one,
      let exact = try? price.exact / divisor,
      let net = try? Money(rounding: exact, .halfUp, toMultipleOf: Money(minorUnits: 1))
    else {
      row.oddity = nil
      return
    }
    row.priceWithoutTax = net
  }
}
