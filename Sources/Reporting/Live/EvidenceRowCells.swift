import Policy
import Pricing
import Quantities

/// The engine's numbers of one row of evidence, each with the formula that computes it.
struct EvidenceRowCells {
  private let row: ReviewedRow
  private let item: PricedItem
  private let itemNumber: Int
  private let itemFirst: Int
  private let steps: PricingSteps.Row?

  /// Notes a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - item: Its item.
  ///   - itemNumber: The item's place in the list of items, counted from 1.
  ///   - itemFirst: The place of the item's first row of evidence, counted from 1.
  ///   - steps: The steps that led to the row's price, where they fit.
  init(
    _ row: ReviewedRow, of item: PricedItem, itemNumber: Int, itemFirst: Int,
    _ steps: PricingSteps.Row?
  ) {
    self.row = row
    self.itemFirst = itemFirst
    self.item = item
    self.itemNumber = itemNumber
    self.steps = steps
  }

  func cells(_ formulas: EvidenceFormulas) -> [Cell] {
    identity(formulas) + normalising(formulas) + independence(formulas) + outlier(formulas)
      + [influence, .phrase(row.normalised.map { Phrase(joining: $0.steps.map(\.cause.phrase)) })]
      + [.phrase(row.disposition.exclusion?.phrase)]
  }

  private func identity(_ formulas: EvidenceFormulas) -> [Cell] {
    [
      Cell.identifier(row.evidence.itemID).linked(
        to: .row(table: ReserveSheet.tableKey, key: row.evidence.itemID.text)
      ).computed(by: formulas.itemID),
      Cell.identifier(row.evidence.id).computed(by: formulas.evidenceID),
      Cell.count(itemNumber).computed(by: formulas.itemRow),
      Cell.count(classNumber).computed(by: formulas.classNumber),
      Cell.count((itemNumber - 1) * EvidenceClass.allCases.count + classNumber)
        .computed(by: formulas.classRow),
    ]
  }

  private func normalising(_ formulas: EvidenceFormulas) -> [Cell] {
    let index = Cell.decimal(steps?.factors.index)
    let month = row.evidence.date.month
    return [
      Cell.integer(steps.map { $0.factors.fitsItem ? 1 : 0 }).computed(by: formulas.fits),
      Cell.decimal(steps?.factors.tax).computed(by: formulas.tax),
      Cell.decimal(steps?.factors.fee).computed(by: formulas.fee),
      Cell.integer(item.item.termMonths.map { Int64($0) }).computed(by: formulas.itemTerm),
      Cell.decimal(steps?.factors.term).computed(by: formulas.term),
      Cell.count(month.year * 12 + month.number).computed(by: formulas.monthNumber),
      formulas.index.map { index.computed(by: $0) } ?? index,
      Cell.price(row.normalised?.price).computed(by: formulas.normalised),
    ]
  }

  private func independence(_ formulas: EvidenceFormulas) -> [Cell] {
    [
      Cell.integer(steps.map { Int64($0.ageDays) }).computed(by: formulas.age),
      Cell.integer(fault).computed(by: formulas.fault),
      Cell.count(itemFirst).computed(by: formulas.itemFirst),
      Cell.integer(steps.map { Int64($0.earlierRepeats) }).computed(by: formulas.repeats),
      Cell.price(row.isEffective ? row.normalised?.price : nil).computed(by: formulas.effective),
    ]
  }

  private func outlier(_ formulas: EvidenceFormulas) -> [Cell] {
    let isUsed = row.disposition == .used
    let word = EvidenceLists.use.entries[isUsed ? 0 : 1]
    let reason = number.map { EvidenceLists.reasons.entries[$0 - 1].words }
    return [
      Cell.price(steps?.deviation).computed(by: formulas.deviation),
      Cell.decimal(row.outlierScore).computed(by: formulas.score),
      Cell.price(isUsed ? row.normalised?.price : nil).computed(by: formulas.kept),
      Cell.choice(word.token, word.words).computed(by: formulas.use),
      Cell.phrase(reason).computed(by: formulas.reason),
      Cell.percentage(toReserve).computed(by: formulas.toReserve),
    ]
  }

  private var classNumber: Int {
    (EvidenceClass.allCases.firstIndex(of: row.evidence.origin.evidenceClass) ?? 0) + 1
  }

  /// What speaks against the row on its own, as a number of the list of reasons; 0 for nothing.
  private var fault: Int64 { number.map { $0 < 6 ? Int64($0) : 0 } ?? 0 }

  /// The number of the reason; `nil` for a row that is used.
  private var number: Int? {
    switch row.disposition.exclusion {
    case nil: nil
    case .notNormalised, .notExact: 1
    case .notIndependent(.caseBeingPriced): 2
    case .notIndependent(.frameworkOrder): 3
    case .notIndependent(.afterPricingDate): 4
    case .notIndependent(.tooOld): 5
    case .notIndependent(.repeats): 6
    case .outlier: 7
    }
  }

  private var toReserve: Rational? {
    guard let price = row.normalised?.price.minorUnits, let reserve = item.reservePrice else {
      return nil
    }
    return try? price / reserve.exact
  }

  /// The NT$ that the price would change by, or in words that it would appear or go.
  private var influence: Cell {
    guard case .difference(let change) = row.influence else {
      return .phrase(row.influence?.phrase)
    }
    return .money(change)
  }
}
