public import Policy
public import Quantities

// The fifth step: the representatives of the classes become one price. The committee's formula is not
// public, so the method is a parameter (assumed), and all seven are worked out side by side.

extension ReservePolicy {
  /// The price of one method, or why there is none.
  ///
  /// Classes without a representative take no part: the minimum, the median and the weighted mean are
  /// taken over the representatives there are, with the weights scaled to them.
  ///
  /// - Throws: ``ArithmeticOverflow`` when the exact price does not fit.
  func combined(
    _ method: CombinationMethod, _ classes: PerEvidenceClass<ClassPrices>
  ) throws(ArithmeticOverflow) -> Result<Rational, NoReserveReason> {
    let price: Rational?
    switch method {
    case .minimum: price = classes.representatives.first
    case .median: price = try Rational.median(ofSorted: classes.representatives)
    case .weightedMean: return try weightedMean(classes)
    case .historical: return classes.representative(of: .historical)
    case .agency: return classes.representative(of: .agency)
    case .market: return classes.representative(of: .market)
    case .quantile: price = try Rational.quantile(quantile, ofSorted: classes.pool)
    }
    return price.map { .success($0) } ?? .failure(.noRowLeft)
  }

  private func weightedMean(
    _ classes: PerEvidenceClass<ClassPrices>
  ) throws(ArithmeticOverflow) -> Result<Rational, NoReserveReason> {
    var weightedSum = Rational.zero
    var weightSum = Rational.zero
    for evidenceClass in EvidenceClass.allCases {
      guard let price = classes[evidenceClass].representative else { continue }
      let weight = weights[evidenceClass].value
      weightedSum = try weightedSum + weight * price
      weightSum = try weightSum + weight
    }
    guard !classes.representatives.isEmpty else { return .failure(.noRowLeft) }
    guard weightSum > .zero else { return .failure(.weightsSumToZero) }
    return .success(try weightedSum / weightSum)
  }
}

extension PerEvidenceClass<ClassPrices> {
  /// The representatives there are, ascending.
  fileprivate var representatives: [Rational] {
    EvidenceClass.allCases.compactMap { self[$0].representative }.sorted()
  }

  /// Every price left, of whatever class, ascending.
  fileprivate var pool: [Rational] {
    EvidenceClass.allCases.flatMap { self[$0].kept }.sorted()
  }

  fileprivate func representative(
    of evidenceClass: EvidenceClass
  ) -> Result<Rational, NoReserveReason> {
    self[evidenceClass].representative.map { .success($0) }
      ?? .failure(.classWithoutPrice(evidenceClass))
  }
}

/// What one combination method makes of an item's evidence.
public struct CombinedPrice: Hashable, Sendable {
  /// The method.
  public let method: CombinationMethod
  /// Its price, or why there is none.
  public let result: ComputedReserve
  /// Its reserve price less that of the policy's method; `nil` when either has none.
  public let differenceToChosen: Money?
}

extension CombinationMethod {
  /// The method in words.
  public var phrase: Phrase {
    switch self {
    case .minimum: Phrase("minimum of the class representatives", "各類代表價之最低價")
    case .median: Phrase("median of the class representatives", "各類代表價之中位數")
    case .weightedMean:
      Phrase("weighted mean of the class representatives", "各類代表價之加權平均")
    case .historical: Phrase("historical awards alone", "僅採共契以往決標價")
    case .agency: Phrase("agency prices alone", "僅採機關提供非共契決標價")
    case .market: Phrase("market inquiry alone", "僅採軟協市場詢價")
    case .quantile: Phrase("quantile of all rows left", "採計資料全體之分位數")
    }
  }
}
