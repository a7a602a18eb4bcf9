/// An exact computation whose result has no exact representation here.
///
/// Thrown in place of a trap or a wrapped value: a number that is too large is reported, never wrong.
public struct ArithmeticOverflow: Error, Hashable, Sendable {
  /// What was being computed, as a noun phrase ("a sum of amounts").
  public let operation: String

  /// Creates the error for the named computation.
  public init(_ operation: String) {
    self.operation = operation
  }
}

/// A text that is not the quantity it should be.
public struct QuantityFormatError: Error, Hashable, Sendable {
  /// What is wrong with the text ("has three decimals").
  public let problem: String
  /// What would have been right ("an amount such as 1234.50").
  public let expectation: String

  /// Creates the error from what is wrong and what was expected.
  public init(_ problem: String, expected expectation: String) {
    self.problem = problem
    self.expectation = expectation
  }
}
