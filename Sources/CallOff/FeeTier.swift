public import Policy
public import Quantities

/// One tier of the service fee: a rate from a lower bound on.
public struct FeeTier: Hashable, Sendable {
  /// The inclusive lower bound: minor units of an amount, or units of a quantity times 100.
  ///
  /// A table is written before it is known whether it follows amounts or quantities, so a bound is
  /// kept as the decimal that was written, in hundredths.
  public let lowerBoundHundredths: Int64
  /// The rate.
  public let rate: Rate
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a tier.
  public init(lowerBoundHundredths: Int64, rate: Rate, position: SourcePosition) {
    self.lowerBoundHundredths = lowerBoundHundredths
    self.rate = rate
    self.position = position
  }
}

/// The tiers of the service fee, in ascending order of their lower bounds.
///
/// The boundary between 1 % and 1.1 % is in no public source, so a table is always data and never
/// built in.
public struct FeeTierTable: Hashable, Sendable {
  /// The tiers; at least one, strictly ascending.
  public let tiers: [FeeTier]
  /// The table's name, as the user named the file; printed with every fee.
  public let name: String
  /// Whether the table is a demonstration: its name says so.
  public var isDemonstration: Bool { name.lowercased().contains("demo") }

  /// Creates a table.
  ///
  /// - Returns: `nil` when there is no tier or the bounds are not strictly ascending.
  public init?(name: String, tiers: [FeeTier]) {
    let bounds = tiers.map(\.lowerBoundHundredths)
    guard !tiers.isEmpty, zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return nil
    }
    self.name = name
    self.tiers = tiers
  }
}
