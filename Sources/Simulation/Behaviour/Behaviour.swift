import Pipeline
import Policy
import Pricing
import Quantities

/// What bidders and agencies do, calibrated before the first draw.
///
/// Bidders: past entry counts and past bid-to-reserve ratios of the item's category; vendors drawn
/// without replacement, weighted by how often they bid, each with its own level. Orders: a negative
/// binomial count around the item's own past one or
/// the one that the demand survey shows, past quantities and months, the vendor chosen by a
/// logit in the price. Each part that is stated takes the place of the data.
struct Behaviour: Sendable {
  /// What was calibrated from what, and what is assumed, for people.
  let notes: [Phrase]
  /// Those of each category; none for one of an equilibrium without vendors.
  let bidders: [Category: Bidders]
  /// One model for each item, in the order of the items; empty without orders.
  let orders: [OrderModel]
  /// What holds for all orders; `nil` when no orders are simulated.
  let habits: OrderHabits?

  /// Calibrates behaviour from a case, but for what is stated.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - past: Its past lots.
  ///   - stated: What is stated.
  /// - Throws: ``BehaviourProblem``.
  /// - Complexity: O(bids log bids + orders), beside the tables.
  init(
    calibratedOn input: Case, _ past: PastLots, stated: BehaviourSettings
  ) throws(BehaviourProblem) {
    let bidding = try BidderCalibration(past, stated: stated)
    let ordering = try OrderCalibration(input, stated: stated)
    bidders = bidding.bidders
    orders = ordering.models
    habits = ordering.habits
    notes = (stated.note.map { [$0] } ?? []) + bidding.notes + ordering.notes
  }
}
