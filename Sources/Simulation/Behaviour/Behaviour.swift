public import Policy
import Pricing
public import Quantities

/// What bidders and agencies do in every draw, calibrated before the first one.
///
/// Bidders: past entry counts and past bid-to-reserve ratios of the item's category, resampled one by
/// one; vendors drawn without replacement, weighted by how often they bid. Orders: a negative binomial
/// count around the item's own past one, past quantities resampled, the vendor chosen by a logit in the
/// price. Each part that a behaviour file states takes the place of the data.
public struct Behaviour: Sendable {
  /// Every vendor of the case, in the order of its first bid.
  public let vendors: [VendorID]
  /// What was calibrated from what, and what is assumed, for people.
  public let notes: [Phrase]
  /// One model for each category.
  let bidders: [Category: BidderModel]
  /// One model for each item, in the order of the items; empty without orders.
  let orders: [OrderModel]
  /// What holds for all orders; `nil` when no orders are simulated.
  let habits: OrderHabits?
}
