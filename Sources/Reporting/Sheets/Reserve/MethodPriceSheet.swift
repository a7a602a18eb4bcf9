import Pipeline
import Policy
import Pricing
import Quantities

/// The sheet that combines the class representatives by every method, one row an item.
///
/// Before the one rounding down, and after it for the policy's method.
enum MethodPriceSheet {
  static let key = "method_prices"
  /// The key of the table; rows are named by item.
  static let tableKey = "method_prices"

  /// The column of a method's exact price.
  static func exactKey(_ method: CombinationMethod) -> String { "exact_\(method.rawValue)" }

  /// The formula that rounds an exact price down to the unit; empty where that leaves nothing.
  static func roundedDown(_ price: String) -> Formula {
    let steady = FormulaConstants.steady(price)
    let unit = PolicyKey.reserveRoundingUnit.reference
    return Formula(
      "=IF(\(price)=\"\",\"\",IF(\(steady)<\(unit),\"\",INT(\(steady)/\(unit))*\(unit)))")
  }

  static func sheet(of evidence: LiveEvidence) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Methods worked out", "方法計算"),
      title: Phrase("The methods, worked out", "各計算方法之計算"),
      summary: Phrase(
        "The exact price of each method, and the one of the policy rounded down",
        "各方法捨去前之精確值，及採用方法捨去後之計算值"), tab: .calculation, isProtected: true,
      blocks: evidence.notes + [.table(evidence.finished(table(of: evidence)))])
  }

  private static func table(of evidence: LiveEvidence) -> ReportTable {
    var columns: [ReportTable.Column] = [
      .identifier("item_id", Phrase("item", "品項編號")),
      .integer("number", Phrase("number", "序號")),
      .integer("first", Phrase("first row", "首列")), .integer("last", Phrase("last row", "末列")),
      .integer("effective", Phrase("effective", "有效")),
      .integer("left", Phrase("used", "採計")),
    ]
    columns += EvidenceClass.allCases.map {
      .decimal($0.rawValue, $0.phrase, fractionDigitLimit: 2)
    }
    columns += [
      .decimal("weight", Phrase("weights", "權重合計")),
      .integer("priced", Phrase("enough evidence", "資料足夠")),
    ]
    columns += CombinationMethod.allCases.map {
      .decimal(exactKey($0), $0.heading, fractionDigitLimit: 2)
    }
    columns += [
      .decimal("chosen", Phrase("method in force", "採用方法"), fractionDigitLimit: 2),
      .money("computed", Phrase("computed reserve", "底價計算值")),
    ]
    var table = ReportTable(tableKey, columns: columns)
    let policy = evidence.stage.pricing.policy
    var last = 0
    for (index, item) in evidence.stage.items.enumerated() {
      let first = last + 1
      last += item.rows.count
      let head = [
        Cell.identifier(item.item.id).linked(
          to: .row(table: ReserveSheet.tableKey, key: item.item.id.text)),
        .count(index + 1), Cell.count(first).computed(by: formulas.first),
        Cell.count(last).computed(by: formulas.last),
      ]
      table.append(head + cells(of: item, policy), key: item.item.id.text)
    }
    return table
  }

  private static let formulas = MethodFormulas()

  private static func cells(of item: PricedItem, _ policy: ReservePolicy) -> [Cell] {
    let present = EvidenceClass.allCases.filter { item.classes[$0].representative != nil }
    let weights = present.map { policy.weights[$0].value }
    let weight = try? weights.reduce(Rational.zero) { sum, next in try sum + next }
    let isPriced =
      item.counts.effective >= policy.minimumEffectiveSources && !present.isEmpty
    var cells = [
      Cell.count(item.counts.effective).computed(by: formulas.sum(of: "effective")),
      Cell.count(item.counts.used).computed(by: formulas.sum(of: "left")),
    ]
    for (index, evidenceClass) in EvidenceClass.allCases.enumerated() {
      cells.append(
        Cell.price(item.classes[evidenceClass].representative).computed(
          by: formulas.representative(index)))
    }
    cells += [
      Cell.decimal(weight).computed(by: formulas.weight),
      Cell.count(isPriced ? 1 : 0).computed(by: formulas.priced),
    ]
    for combination in item.combinations {
      cells.append(
        Cell.price(combination.result.exact).computed(by: formulas.exact(combination.method)))
    }
    cells += [
      Cell.price(item.computed.exact).computed(by: formulas.chosen),
      Cell.money(item.computed.reservePrice).computed(by: roundedDown("{chosen}")),
    ]
    return cells
  }
}

extension ComputedReserve {
  /// The price before rounding down; `nil` where the evidence gives none.
  fileprivate var exact: ExactPrice? {
    switch self {
    case .price(let price, _), .none(.roundsToZero(let price, _)): price
    case .none: nil
    }
  }
}

extension CombinationMethod {
  /// The method in a word or two, for the heading of a column.
  var heading: Phrase {
    switch self {
    case .minimum: Phrase("minimum", "最低價")
    case .median: Phrase("median", "中位數")
    case .weightedMean: Phrase("weighted mean", "加權平均")
    case .historical: Phrase("historical", "共契決標")
    case .agency: Phrase("agency", "機關決標")
    case .market: Phrase("market", "市場詢價")
    case .quantile: Phrase("quantile", "分位數")
    }
  }
}
