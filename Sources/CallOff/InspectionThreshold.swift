public import Policy
public import Quantities

/// The inspection threshold (查核金額) from which an order needs the superior's approval.
///
/// Regulations for Inter-entity Supply Contracts, Art. 6 IV. Cloud services are services, whose
/// threshold is NT$10 million; that of goods is NT$50 million.
public enum InspectionThreshold {
  /// The threshold of services: NT$10,000,000.
  public static let services = Money(minorUnits: 10_000_000 * Money.minorUnitsPerUnit)
  /// Where the approval is required.
  public static let rule = Derivation.Rule(
    Citation("Regulations for Inter-entity Supply Contracts (共同供應契約實施辦法), Art. 6 IV"), .law)

  /// Whether an amount is at or above the threshold of services.
  public static func isReached(by amount: Money) -> Bool { amount >= services }
}
