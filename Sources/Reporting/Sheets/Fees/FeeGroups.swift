import CallOff
import Pipeline
import Policy
import Pricing
import Quantities

/// The groups that fees are added up by, each with its row.
struct FeeGroups {
  let years: [FeeTotalRow]
  let contracts: [FeeTotalRow]
  let tiers: [FeeTotalRow]
  let categories: [FeeTotalRow]
  let vendors: [FeeTotalRow]
  /// Every month from the first entry to the last, so that an order has a row wherever it moves.
  let movements: [FeeMovement]

  private let categoryOfItem: [ItemID: String]
  private let rowOfGroup: [Kind: [FeeGroup: Int]]
  private let rowOfMonth: [Month: Int]

  private enum Kind { case year, contract, category, vendor }

  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  init(_ stage: CallOffStage, categories: [ItemID: String]) throws(ArithmeticOverflow) {
    let ledger = stage.ledger
    years = try ledger.totals(by: .fiscalYear)
    contracts = try ledger.totals(by: .contract)
    self.categories = try ledger.totals(by: .named(by: categories))
    vendors = try ledger.totals(by: .vendor)
    tiers = FeeGroups.everyTier(of: ledger, try ledger.totals(by: .tier))
    movements = FeeGroups.everyMonth(of: ledger, try ledger.movements(by: .month))
    categoryOfItem = categories
    rowOfGroup = [
      .year: FeeGroups.rows(years), .contract: FeeGroups.rows(contracts),
      .category: FeeGroups.rows(self.categories), .vendor: FeeGroups.rows(vendors),
    ]
    rowOfMonth = Dictionary(
      movements.enumerated().compactMap { index, movement in
        movement.month.map { ($0, index + 1) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows of the groups that an order belongs to.
  func rows(of row: FeeAssessment) -> OrderWorking.Groups {
    let place = { (kind: Kind, grouping: FeeGrouping) in
      rowOfGroup[kind]?[grouping.group(row)] ?? 0
    }
    return OrderWorking.Groups(
      year: place(.year, .fiscalYear), contract: place(.contract, .contract),
      category: place(.category, .named(by: categoryOfItem)), vendor: place(.vendor, .vendor),
      orderedMonth: self.row(of: row.order.orderedOn.month),
      reversedMonth: row.reversedOn.map { self.row(of: $0.month) })
  }

  /// The row of a month, counted from 1; 0 where it has none.
  func row(of month: Month) -> Int { rowOfMonth[month] ?? 0 }

  /// The row of a vendor and of a contract, counted from 1.
  func rows(of statement: FeeStatement) -> (contract: Int, vendor: Int) {
    let contract: FeeGroup = statement.contract.caseNumber.map { .contract($0) } ?? .unknown
    return (
      rowOfGroup[.contract]?[contract] ?? 0, rowOfGroup[.vendor]?[.vendor(statement.vendorID)] ?? 0
    )
  }

  /// Whether a spreadsheet tells the groups apart, in either language.
  var areDistinct: Bool {
    [years, contracts, categories, vendors].allSatisfy { rows in
      Language.allCases.allSatisfy { language in
        LookupNames.areDistinct(rows.map { $0.group.heading[language] })
      }
    }
  }

  private static func rows(_ totals: [FeeTotalRow]) -> [FeeGroup: Int] {
    Dictionary(
      totals.enumerated().map { ($0.element.group, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A row for each tier, those without an order too.
  private static func everyTier(of ledger: FeeLedger, _ totals: [FeeTotalRow]) -> [FeeTotalRow] {
    let known = Dictionary(
      totals.map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
    return ledger.rule.table.tiers.indices.map { index in
      known[.tier(index)] ?? FeeTotalRow(group: .tier(index), totals: .zero)
    }
  }

  /// The longest span of months that a table shows without a gap.
  private static let monthLimit = 600

  /// The months with an entry or an order, and those between.
  private static func everyMonth(
    of ledger: FeeLedger, _ movements: [FeeMovement]
  ) -> [FeeMovement] {
    var known: [Month: Int] = [:]
    for (index, movement) in movements.enumerated() {
      if let month = movement.month { known[month] = index }
    }
    let ordered = ledger.assessments.map(\.order.orderedOn.month)
    var every: [FeeMovement] = []
    var outstanding = Money.zero
    for month in months(from: Set(known.keys).union(ordered)) {
      if let index = known[month] {
        every.append(movements[index])
        outstanding = movements[index].closing
      } else {
        every.append(FeeMovement(of: month, outstanding: outstanding))
      }
    }
    return every
  }

  /// Some months and those between, in their order; without those between where they are too many.
  private static func months(from stated: Set<Month>) -> [Month] {
    let sorted = stated.sorted()
    guard let first = sorted.first, let last = sorted.last else { return [] }
    let span = last.months(since: first)
    guard span <= monthLimit else { return sorted }
    return (0...span).map { first + $0 }
  }
}

extension FeeMovement {
  /// A month in which nothing moves.
  fileprivate init(of month: Month, outstanding: Money) {
    self.init(
      period: .month(month), opening: outstanding, accrued: .zero, reversed: .zero,
      collected: .zero, closing: outstanding)
  }

  /// The month, where the period is one.
  var month: Month? {
    guard case .month(let month) = period else { return nil }
    return month
  }
}

extension FeeGroup {
  /// The group's name, a category in words.
  var heading: Phrase {
    guard case .named(let name) = self else { return phrase }
    return Category(rawValue: name)?.phrase ?? phrase
  }
}
