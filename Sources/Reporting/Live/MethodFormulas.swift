import Policy

/// The formulas that combine an item's class representatives.
struct MethodFormulas {
  private static let classes = CellRange.column(EvidenceLists.classKey, "class")
  private static let classNames = EvidenceClass.allCases.map(\.rawValue)

  private static func classPrices(_ column: String) -> String {
    CellRange.column(ClassPriceSheet.tableKey, column)
  }

  let first = Formula("=INDEX(\(classPrices("first")),({number}-1)*ROWS(\(classes))+1)")
  let last = Formula("=INDEX(\(classPrices("last")),{number}*ROWS(\(classes)))")

  /// The sum of a count over the item's classes.
  func sum(of column: String) -> Formula {
    let prices = MethodFormulas.classPrices(column)
    let classes = MethodFormulas.classes
    return Formula(
      "=SUM(INDEX(\(prices),({number}-1)*ROWS(\(classes))+1):"
        + "INDEX(\(prices),{number}*ROWS(\(classes))))")
  }

  /// The representative of the class at a place of the list of classes.
  func representative(_ index: Int) -> Formula {
    let name = MethodFormulas.classNames[index]
    let number = Formula.reference(
      CellRange(EvidenceLists.classKey, "number", rows: .one(name)))
    return Formula(
      "=INDEX(\(MethodFormulas.classPrices("representative")),"
        + "({number}-1)*ROWS(\(MethodFormulas.classes))+\(number))")
  }

  private static let representatives = classNames.map { "{\($0)}" }.joined(separator: ",")

  private static func weight(_ name: String) -> String {
    Formula.reference(CellRange(EvidenceLists.classKey, "weight", rows: .one(name)))
  }

  /// The weights of the classes that have a price.
  let weight = Formula(
    "=" + classNames.map { "ISNUMBER({\($0)})*\(weight($0))" }.joined(separator: "+"))

  /// 1 where there is evidence enough for a price.
  let priced = Formula(
    "=IF(AND({effective}>=\(PolicyKey.reserveMinimumEffectiveSources.reference),"
      + "COUNT(\(representatives))>0),1,0)")

  /// The exact price of a method.
  func exact(_ method: CombinationMethod) -> Formula {
    let names = MethodFormulas.classNames
    let kept = Block(table: EvidenceReviewSheet.tableKey, first: "{first}", last: "{last}")
      .cells("kept")
    let price =
      switch method {
      case .minimum: "MIN(\(MethodFormulas.representatives))"
      case .median: "MEDIAN(\(MethodFormulas.representatives))"
      case .weightedMean:
        "IF({weight}=0,\"\",("
          + names.map { "N({\($0)})*\(MethodFormulas.weight($0))" }.joined(separator: "+")
          + ")/{weight})"
      case .historical, .agency, .market: "{\(method.rawValue)}"
      case .quantile: "PERCENTILE(\(kept),\(PolicyKey.reserveQuantile.reference))"
      }
    return Formula("=IF({priced}=0,\"\",\(price))")
  }

  /// The exact price of the policy's method.
  var chosen: Formula {
    let keys = CombinationMethod.allCases.map { "{\(MethodPriceSheet.exactKey($0))}" }
    let names = CellRange.column(EvidenceLists.methodKey, "name")
    return Formula(
      "=INDEX(\(keys.first ?? ""):\(keys.last ?? ""),"
        + "MATCH(\(PolicyKey.reserveCombine.reference),\(names),0))")
  }
}
