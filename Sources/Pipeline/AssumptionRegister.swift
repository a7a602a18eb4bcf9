public import Policy
public import Quantities
import Statistics

/// Every assumed value that a run rests on, ranked by the NT$ at stake.
///
/// What is at stake is the largest less the smallest result over the value and its alternatives, one
/// parameter varied at a time: awarded sum (reserve sum where there are no bids) for the reserve and
/// the award, net fee for the fee. The bids and orders stay as they are, since nobody knows what
/// vendors and agencies would have done.
public struct AssumptionRegister: Sendable {
  /// What a parameter's alternatives are measured in.
  public enum Measure: Sendable {
    /// The sum of all contract prices.
    case awardedSum
    /// The sum of all reserve prices.
    case reserveSum
    /// The fees accrued less those reversed.
    case netFee
  }

  /// What one value of a parameter comes to.
  public struct Outcome: Sendable {
    /// The value.
    public let value: PolicyValue
    /// The result; `nil` where the value cannot be applied to this case.
    public let amount: Money?
  }

  /// One assumed value.
  public struct Entry: Sendable {
    /// The parameter.
    public let key: PolicyKey
    /// The value with its basis and citation.
    public let entry: PolicyBook.Entry
    /// What the parameter means; `nil` where the policy does not say.
    public let description: Phrase?
    /// What its alternatives are measured in.
    public let measure: Measure
    /// The value itself, then its alternatives.
    public let outcomes: [Outcome]
    /// The largest result less the smallest; 0 where there is no alternative.
    public let stake: Money
  }

  /// The entries, the largest stake first; equal ones in the order of the keys.
  public let entries: [Entry]

  /// Measures every assumed parameter of the stages that ran.
  ///
  /// - Complexity: One plain run of a stage for each alternative, without intervals and influences.
  public init(of run: CaseRun) {
    let entries = PolicyKey.allCases.concurrentMap { key -> Entry? in
      guard let measure = run.measure(of: key), let entry = try? run.policy.entry(for: key),
        entry.basis == .assumed
      else { return nil }
      return AssumptionRegister.entry(key, entry, measure, run)
    }.compactMap(\.self)
    self.entries = entries.enumerated().sorted { left, right in
      left.element.stake != right.element.stake
        ? left.element.stake > right.element.stake : left.offset < right.offset
    }.map(\.element)
  }

  private static func entry(
    _ key: PolicyKey, _ entry: PolicyBook.Entry, _ measure: Measure, _ run: CaseRun
  ) -> Entry {
    let values = [entry.value] + run.policy.alternatives(to: key)
    let outcomes = values.map { value in
      Outcome(
        value: value,
        amount: run.result(measure, key: key, policy: run.policy.setting(key, to: value)))
    }
    let amounts = outcomes.compactMap(\.amount)
    let stake = (amounts.max()?.minorUnits ?? 0) - (amounts.min()?.minorUnits ?? 0)
    return Entry(
      key: key, entry: entry, description: run.policy.book.descriptions[key], measure: measure,
      outcomes: outcomes,
      stake: Money(minorUnits: stake))
  }
}

extension PolicyKey {
  /// Whether the parameter belongs to reserve pricing.
  fileprivate var isOfReserve: Bool { rawValue.hasPrefix("reserve.") }
}

extension CaseRun {
  /// What a parameter's alternatives are measured in; `nil` where its stage did not run.
  fileprivate func measure(of key: PolicyKey) -> AssumptionRegister.Measure? {
    if key.isOfCalendar { return nil }
    if key.rawValue.hasPrefix("fee.") { return callOff == nil ? nil : .netFee }
    if key.isOfOrders { return nil }
    if key.isOfScreening { return screening != nil && tender != nil ? .awardedSum : nil }
    if tender != nil { return .awardedSum }
    return key.isOfReserve && reserve != nil ? .reserveSum : nil
  }

  /// The result under a changed policy; `nil` where it cannot be computed.
  fileprivate func result(
    _ measure: AssumptionRegister.Measure, key: PolicyKey, policy: PolicyView
  ) -> Money? {
    switch measure {
    case .netFee: return (try? FeePolicy(policy)).flatMap { callOff?.netFee(under: $0) }
    case .reserveSum: return try? plainReserve(policy)?.reserveSum()
    case .awardedSum:
      guard let parameters = try? AwardPolicy(policy), let tender else { return nil }
      if key.isOfScreening, let reserve {
        guard let screening = try? ScreeningStage(input, policy: policy) else { return nil }
        return try? TenderStage(
          input, lots: reserve.lots, screening: screening, policy: parameters)?.awardedSum()
      }
      guard key.isOfReserve else { return try? tender.awardedSum(under: parameters) }
      guard let lots = plainReserve(policy)?.lots else { return nil }
      return try? TenderStage(
        input, lots: lots, screening: screening, policy: parameters)?.awardedSum()
    }
  }

  private func plainReserve(_ policy: PolicyView) -> ReserveStage? {
    guard let parameters = try? ReservePolicy(policy) else { return nil }
    return ReserveStage(input, policy: parameters, bootstrap: nil, tracesInfluence: false)
  }
}
