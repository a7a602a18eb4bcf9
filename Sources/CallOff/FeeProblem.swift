public import Policy
public import Quantities

/// An input error that keeps the fees from being computed, with the place where it stands.
public struct FeeProblem: Error, Hashable, Sendable {
  /// What is wrong; each rule states its own reasons.
  public enum Reason: Hashable, Sendable {
    /// The tier table is at fault.
    case table(FeeTableProblem)
    /// No rate covers an order, or a part of it.
    case coverage(FeeCoverageProblem)
    /// An order's row is at fault.
    case order(OrderProblem)
    /// A contract's period is at fault.
    case contract(ContractProblem)
    /// A payment's row is at fault.
    case collection(CollectionProblem)
    /// A number does not fit.
    case overflow(ArithmeticOverflow)
  }

  /// What is wrong.
  public let reason: Reason
  /// The row; `nil` where a contract or a grand total is at fault.
  public let position: SourcePosition?
  /// The column at fault, as the input tables name it; `nil` where no single one is.
  public let column: String?

  /// Creates a problem.
  public init(_ reason: Reason, at position: SourcePosition?, column: String?) {
    self.reason = reason
    self.position = position
    self.column = column
  }

  /// The problem in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch reason {
    case .table(let problem): problem.phrase
    case .coverage(let problem): problem.phrase
    case .order(let problem): problem.phrase
    case .contract(let problem): problem.phrase
    case .collection(let problem): problem.phrase
    case .overflow(let overflow):
      Phrase(
        "\(overflow.operation) does not fit; expected smaller numbers",
        "數值過大，無法計算；請確認數量、單價、費率與收款金額")
    }
  }
}

/// Everything that keeps the fees from being computed; at least one problem.
public struct FeeProblems: Error, Hashable, Sendable {
  /// The problems: of the tiers, the contracts, the orders, the payments, each in input order.
  public let problems: [FeeProblem]

  /// Creates the list.
  public init(_ problems: [FeeProblem]) {
    self.problems = problems
  }
}
