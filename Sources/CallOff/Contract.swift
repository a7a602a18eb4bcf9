public import Policy
public import Quantities

/// The period of one contract; contracts overlap, since two start each year.
public struct Contract: Hashable, Sendable {
  /// The case number that orders refer to.
  public let caseNumber: String
  /// The first day.
  public let start: Day
  /// The last day; fees fall due on the day after it.
  public let end: Day

  /// Creates a contract period.
  public init(caseNumber: String, start: Day, end: Day) {
    self.caseNumber = caseNumber
    self.start = start
    self.end = end
  }
}

/// A fee payment received for an order.
public struct Collection: Hashable, Sendable {
  /// The order paid for.
  public let orderID: OrderID
  /// The day the payment came in.
  public let collectedOn: Day
  /// The amount; more than zero.
  public let amount: Money
  /// Where the row stands.
  public let position: SourcePosition

  /// Creates a payment.
  public init(orderID: OrderID, collectedOn: Day, amount: Money, position: SourcePosition) {
    self.orderID = orderID
    self.collectedOn = collectedOn
    self.amount = amount
    self.position = position
  }
}
