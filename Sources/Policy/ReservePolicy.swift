public import Quantities

/// The parameters of reserve pricing, as one value.
public struct ReservePolicy: Hashable, Sendable {
  /// How the class representatives become one price.
  public var combine: CombinationMethod
  /// Weights of the classes under ``CombinationMethod/weightedMean``.
  public var weights: PerEvidenceClass<Rate>
  /// The quantile under ``CombinationMethod/quantile``.
  public var quantile: Share
  /// The modified z-score above which a price is an outlier.
  public var outlierZ: Rational
  /// Effective evidence rows below which there is no reserve price.
  public var minimumEffectiveSources: Int
  /// The age in days above which a row is dropped, by class.
  public var ageLimitDays: PerEvidenceClass<Int>
  /// What a reserve price is rounded down to a multiple of.
  public var roundingUnit: Money
  /// The rise over the last award above which a warning is given.
  public var riseWarning: Rate
  /// Tax that is added to prices stated without it.
  public var taxRate: Rate
  /// Service fee that is added to prices stated without it.
  public var feeUplift: Rate

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    combine = try policy.choice(.reserveCombine)
    weights = PerEvidenceClass(
      historical: try policy.rate(.reserveWeightHistorical),
      agency: try policy.rate(.reserveWeightAgency),
      market: try policy.rate(.reserveWeightMarket))
    quantile = try policy.share(.reserveQuantile)
    outlierZ = try policy.rate(.reserveOutlierZ).value
    minimumEffectiveSources = Int(try policy.integer(.reserveMinimumEffectiveSources))
    ageLimitDays = PerEvidenceClass(
      historical: Int(try policy.integer(.reserveAgeLimitDaysHistorical)),
      agency: Int(try policy.integer(.reserveAgeLimitDaysAgency)),
      market: Int(try policy.integer(.reserveAgeLimitDaysMarket)))
    let units = try policy.integer(.reserveRoundingUnit)
    roundingUnit = Money(minorUnits: units * Money.minorUnitsPerUnit)
    riseWarning = try policy.rate(.reserveRiseWarning)
    taxRate = try policy.rate(.reserveTaxRate)
    feeUplift = try policy.rate(.reserveFeeUplift)
  }
}

/// One of the three classes of price evidence (slide 3).
public enum EvidenceClass: String, CaseIterable, Sendable {
  /// 共契以往決標價: award prices of earlier cases of the framework.
  case historical
  /// 機關提供非共契決標價: award prices that agencies obtained outside the framework.
  case agency
  /// 軟協市場詢價: quotes from the market inquiry.
  case market

  /// The class in words.
  public var phrase: Phrase {
    switch self {
    case .historical: Phrase("historical award", "共契以往決標價")
    case .agency: Phrase("agency price", "機關提供非共契決標價")
    case .market: Phrase("market inquiry", "軟協市場詢價")
    }
  }
}

/// One value for each class of price evidence.
public struct PerEvidenceClass<Value> {
  /// The value of the historical awards.
  public var historical: Value
  /// The value of the agency prices.
  public var agency: Value
  /// The value of the market quotes.
  public var market: Value

  /// Creates the three values.
  public init(historical: Value, agency: Value, market: Value) {
    self.historical = historical
    self.agency = agency
    self.market = market
  }

  /// Creates each value from its class.
  @inlinable
  public init<Failure: Error>(
    _ value: (EvidenceClass) throws(Failure) -> Value
  ) throws(Failure) {
    historical = try value(.historical)
    agency = try value(.agency)
    market = try value(.market)
  }

  /// The value of one class.
  @inlinable
  public subscript(evidenceClass: EvidenceClass) -> Value {
    get {
      switch evidenceClass {
      case .historical: historical
      case .agency: agency
      case .market: market
      }
    }
    set {
      switch evidenceClass {
      case .historical: historical = newValue
      case .agency: agency = newValue
      case .market: market = newValue
      }
    }
  }
}

extension PerEvidenceClass: Equatable where Value: Equatable {}
extension PerEvidenceClass: Hashable where Value: Hashable {}
extension PerEvidenceClass: Sendable where Value: Sendable {}
