import Policy
import Pricing
import Quantities
import Statistics

/// Makes the price evidence of one item: three classes around its market price.
struct SyntheticEvidence {
  let seed: UInt64
  let vendorCount: Int
  let calendar: SyntheticCalendar
  let index: SyntheticPriceIndex
  let policy: ReservePolicy

  /// Earlier cases that award prices are taken from.
  static let historicalCaseCount = 4

  /// The rows of an item by class, with the planted oddities.
  func rows(of item: SyntheticItem, count: Int) -> PerEvidenceClass<[EvidenceDraft]> {
    var draws = RandomStream(seed: seed, item: item.index, .evidence)
    // Three tenths each for the awards and the agencies, the rest for the market.
    let share = item.story == .singleClass ? 0 : count * 3 / 10
    var rows = PerEvidenceClass<[EvidenceDraft]> { evidenceClass in
      let length = evidenceClass == .market ? count - 2 * share : share
      switch evidenceClass {
      case .historical: return historical(item, length, &draws)
      case .agency: return agency(item, length, &draws)
      case .market: return market(item, length, &draws)
      }
    }
    switch item.story {
    case .constantClass: makeConstant(&rows[.agency])
    case .ordinary: plantOddities(into: &rows, of: item)
    default: break
    }
    return rows
  }

  private func historical(
    _ item: SyntheticItem, _ count: Int, _ draws: inout RandomStream
  ) -> [EvidenceDraft] {
    let firstVendor = draws.next(below: vendorCount)
    return (0..<count).map { row in
      let source =
        item.story == .staleEvidence
        ? calendar.newestCase(awardedBefore: ageLimit(.historical))
        : calendar.earlier[row % SyntheticEvidence.historicalCaseCount]
      let date = source.awardStart + draws.next(below: SyntheticCalendar.awardSpreadDays)
      let vendor = SyntheticNames.vendor((firstVendor + row) % vendorCount, of: vendorCount)
      let id = "H\(item.digits)-" + SyntheticNames.number(row + 1, like: 10)
      return EvidenceDraft(
        id: id, origin: .historical(caseNumber: source.number, vendor: vendor), date: date,
        price: price(item, .historicalFactor, on: date, &draws),
        quantity: 5 + Int64(draws.next(below: 800)), source: "award notice \(source.number) \(id)")
    }
  }

  private func agency(
    _ item: SyntheticItem, _ count: Int, _ draws: inout RandomStream
  ) -> [EvidenceDraft] {
    (0..<count).map { row in
      let date = day(.agency, item, within: 330, &draws)
      let agency = SyntheticNames.agency(draws.next(below: SyntheticNames.agencyCount))
      let id = "A\(item.digits)-" + SyntheticNames.number(row + 1, like: 10)
      return EvidenceDraft(
        id: id, origin: .agency(agency, frameworkOrder: nil), date: date,
        price: price(item, .agencyFactor, on: date, &draws),
        quantity: 1 + Int64(draws.next(below: 300)), source: "agency file \(id)")
    }
  }

  private func market(
    _ item: SyntheticItem, _ count: Int, _ draws: inout RandomStream
  ) -> [EvidenceDraft] {
    let channels = QuoteChannel.allCases
    return (0..<count).map { row in
      let channel = channels[row % channels.count]
      let date = day(.market, item, within: 120, &draws)
      let factor: QuantileTable = channel == .promotion ? .promotionFactor : .listFactor
      let id = "M\(item.digits)-" + SyntheticNames.number(row + 1, like: 10)
      return EvidenceDraft(
        id: id, origin: .market(channel), date: date, price: price(item, factor, on: date, &draws),
        quantity: nil, source: "quote \(id)")
    }
  }

  /// The last day that is too old for a class.
  func ageLimit(_ evidenceClass: EvidenceClass) -> Day {
    calendar.pricingDate + -(policy.ageLimitDays[evidenceClass] + 1)
  }

  /// A day of the last `days` before the pricing date, within the class's age limit; before it where
  /// the item's evidence is stale.
  private func day(
    _ evidenceClass: EvidenceClass, _ item: SyntheticItem, within days: Int,
    _ draws: inout RandomStream
  ) -> Day {
    if item.story == .staleEvidence {
      return ageLimit(evidenceClass) + -draws.next(below: 150)
    }
    let span = max(min(days, policy.ageLimitDays[evidenceClass]), 1)
    return calendar.pricingDate + -(1 + draws.next(below: span)) + 1
  }

  /// A price around the market price of its month, in whole NT$.
  private func price(
    _ item: SyntheticItem, _ factor: QuantileTable, on date: Day, _ draws: inout RandomStream
  ) -> Int64 {
    let level = item.marketPrice * index.tenths(in: date.month) / index.pricingTenths
    return max((level * draws.value(factor) + 500_000) / 1_000_000, 1)
  }

  /// Gives all rows but the last one price in one month, so that their deviations' median is 0.
  private func makeConstant(_ rows: inout [EvidenceDraft]) {
    guard rows.count >= 4, let first = (calendar.pricingDate.month + -2).firstDay else { return }
    let price = rows[0].price
    for row in rows.indices {
      rows[row].date = first + row % 28
      if row == rows.count - 1 {
        rows[row].price = price * 107 / 100
      } else {
        rows[row].price = price
        rows[row].oddity = .constantClass
      }
    }
  }
}
