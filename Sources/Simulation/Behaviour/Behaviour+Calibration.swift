public import Pipeline
import Policy
import Pricing
public import Quantities

extension Behaviour {
  /// Calibrates behaviour from a case, but for what is stated.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - reserve: Its reserve prices, which the bids are taken as parts of.
  ///   - stated: What a behaviour file states.
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  /// - Complexity: O(bids + orders), beside the tables of counts.
  public init(
    calibratedOn input: Case, reserve: ReserveStage, stated: BehaviourSettings = BehaviourSettings()
  ) throws(ArithmeticOverflow) {
    let past = PastLots(input, reserve: reserve)
    let bidding = try BidderCalibration(past, stated: stated)
    let ordering = try OrderCalibration(input, stated: stated)
    vendors = past.vendors
    bidders = bidding.models
    orders = ordering.models
    habits = ordering.habits
    notes = bidding.notes + ordering.notes
  }
}
