public import Quantities

/// The service fee of one order as the tiers give it, before any cancellation.
public struct Fee: Hashable, Sendable {
  /// The tier that covers the whole order, by its index in the table.
  public let tierIndex: Int
  /// The tier's rate under slab tiers; fee ÷ amount, after rounding and cap, under marginal ones.
  public let effectiveRate: Rate
  /// The parts charged: one under slab tiers, one a tier reached under marginal ones.
  public let slices: [FeeSlice]
  /// The sum over the slices in minor units, before rounding.
  public let exact: Rational
  /// The sum rounded to NT$1.
  public let rounded: Money
  /// What is charged: the rounded sum, or the cap where that is less.
  public let charged: Money

  /// Whether the cap made the fee smaller.
  public var isCapped: Bool { charged < rounded }
}
