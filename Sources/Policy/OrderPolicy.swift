public import Quantities

/// The parameters of the rules of call-off orders, as one value.
///
/// A rule flags an order and decides nothing: the fee accrues all the same.
public struct OrderPolicy: Hashable, Sendable {
  /// Who may order.
  public let agency: RuleRequirement
  /// The kinds of agency that may, as tables write them.
  public let agencyKinds: [String]
  /// The superior's approval.
  public let approval: RuleRequirement
  /// The amount from which on an order needs it; `nil` for none.
  public let inspectionThreshold: Money?
  /// Orders within the contract's period.
  public let contractPeriod: RuleRequirement
  /// Orders at or below the item's reserve price.
  public let reserve: RuleRequirement
  /// Orders from vendors that were awarded the item.
  public let award: RuleRequirement
  /// The check of where data is stored.
  public let dataLocation: RuleRequirement
  /// The territories in which data is not abroad, as ISO 3166 codes.
  public let domesticTerritories: [String]
  /// The path of a cancellation.
  public let cancellation: RuleRequirement

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    agency = try policy.requirement(.ordersAgency)
    agencyKinds = try policy.names(.ordersAgencyKinds)
    approval = try policy.requirement(.ordersApproval)
    inspectionThreshold = try policy.optionalMoney(.ordersInspectionThreshold)
    contractPeriod = try policy.requirement(.ordersContractPeriod)
    reserve = try policy.requirement(.ordersReserve)
    award = try policy.requirement(.ordersAward)
    dataLocation = try policy.requirement(.ordersDataLocation)
    domesticTerritories = try policy.names(.ordersDomesticTerritories)
    cancellation = try policy.requirement(.ordersCancellation)
  }

  /// The names of all rules, as results write them.
  public static let ruleNames: [String] = PolicyKey.allCases.filter { key in
    key.isOfOrders && key.kind == PolicyKey.ordersAgency.kind
  }.map(\.ruleName)
}
