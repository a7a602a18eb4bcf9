public import CallOff
public import Policy
public import Quantities

/// The service fees of a case's orders.
public struct CallOffStage: Sendable {
  /// Every order with its fee, and what became of it.
  public let ledger: FeeLedger
  /// The parameters.
  public let policy: FeePolicy
  /// The periods of all contracts.
  public let contracts: ContractCalendar
  private let orders: [Order]
  private let table: FeeTierTable
  private let collections: [Collection]?

  /// Accrues the fees of some orders.
  ///
  /// - Throws: `FeeProblems` with everything that is wrong with any row.
  public init(
    orders: [Order], table: FeeTierTable, policy: FeePolicy, contracts: ContractCalendar,
    collections: [Collection]?
  ) throws(FeeProblems) {
    ledger = try FeeAccrual.ledger(
      orders: orders, table: table, policy: policy, contracts: contracts, collections: collections)
    self.policy = policy
    self.contracts = contracts
    self.orders = orders
    self.table = table
    self.collections = collections
  }

  /// Accrues the fees of a case's own orders.
  ///
  /// - Returns: `nil` where the case has no table of orders, or none of fee tiers.
  /// - Throws: ``FeeProblems`` with everything that is wrong with any row.
  public init?(_ input: Case, policy: FeePolicy) throws(FeeProblems) {
    guard let orders = input.orders, let table = input.feeTiers else { return nil }
    try self.init(
      orders: orders, table: table, policy: policy,
      contracts: ContractCalendar(own: input.header.contract, others: input.otherContracts),
      collections: input.collections)
  }

  /// The fees of the same orders under other parameters, less those reversed.
  ///
  /// - Returns: `nil` where the other parameters cannot be applied to these orders.
  public func netFee(under policy: FeePolicy) -> Money? {
    let other = try? FeeAccrual.ledger(
      orders: orders, table: table, policy: policy, contracts: contracts, collections: collections)
    return try? other?.balance().net()
  }

  /// The fees, less those reversed.
  ///
  /// - Throws: `ArithmeticOverflow` when the sum does not fit.
  public func netFee() throws(ArithmeticOverflow) -> Money { try ledger.balance().net() }
}
