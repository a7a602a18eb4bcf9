public import CallOff
public import Policy
public import Pricing
public import Quantities
public import Tendering

/// A case taken through every stage that it has the tables for.
///
/// Evidence becomes reserve prices, reserve prices and bids become awards, orders become fees. A stage
/// whose tables are not there is named, with what it lacks.
public struct CaseRun: Sendable {
  /// A stage of the pipeline.
  public enum Stage: String, CaseIterable, Sendable {
    /// 底價訂定.
    case reserve
    /// 招標採購.
    case award
    /// 訂購履約: the service fee.
    case fees
  }

  /// A stage that did not run, and the table it lacks.
  public struct SkippedStage: Hashable, Sendable {
    /// The stage.
    public let stage: Stage
    /// The file that is not there.
    public let missingFile: String
  }

  /// Why a run has no result: errors in the input, or a policy without a value.
  public enum Failure: Error, Sendable {
    /// A parameter has no value on the case's day.
    case policy(PolicyError)
    /// Rows that no rule can decide over: bids, re-bids and reductions, then orders, tiers, contracts
    /// and payments; at least one problem in all.
    case input(tender: [TenderProblem], fees: [FeeProblem])
  }

  /// The case.
  public let input: Case
  /// The policy it was computed with.
  public let policy: PolicyView
  /// Who and what enters; `nil` where the case has no table of screening.
  public let screening: ScreeningStage?
  /// Reserve prices; `nil` without items.
  public let reserve: ReserveStage?
  /// Awards; `nil` without items or bids.
  public let tender: TenderStage?
  /// Fees; `nil` without orders or tiers.
  public let callOff: CallOffStage?
  /// The orders under the rules of orders; `nil` without orders.
  public let orderReview: OrderReview?
  /// The stages that did not run.
  public let skipped: [SkippedStage]

  /// Takes a case through the pipeline.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: The policy at the case's pricing date.
  ///   - bootstrap: How the uncertainty of reserve prices is resampled; `nil` for not at all.
  /// - Throws: ``Failure``.
  public init(
    _ input: Case, policy: PolicyView, bootstrap: BootstrapSettings? = BootstrapSettings()
  ) throws(Failure) {
    var skipped: [SkippedStage] = []
    let skip = { (stage: Stage, file: String) in
      skipped.append(SkippedStage(stage: stage, missingFile: file))
    }
    self.input = input
    self.policy = policy
    screening = try CaseRun.orFailure { () throws(PolicyError) in
      try ScreeningStage(input, policy: policy)
    }
    reserve = try CaseRun.reserve(input, policy, bootstrap)
    if reserve == nil { skip(.reserve, "items.csv") }
    tender = try CaseRun.tender(input, policy, reserve, screening)
    if tender == nil { skip(.award, reserve == nil ? "items.csv" : "bids.csv") }
    let fees = try CaseRun.callOff(input, policy)
    callOff = (try? fees?.get()) ?? nil
    if fees == nil { skip(.fees, input.orders == nil ? "orders.csv" : "fee_tiers.csv") }
    try CaseRun.refuse(tender?.problems() ?? [], fees)
    // Contracts at fault are refused with the fees; without fees nothing hangs on them.
    orderReview =
      (try? OrderReviewStage.review(
        of: input, policy: policy, reserve: reserve, tender: tender, screening: screening)) ?? nil
    self.skipped = skipped
  }

  /// The calendar of the case and of the other contracts that it lists.
  ///
  /// - Throws: `ArithmeticOverflow` when fees do not fit.
  public func calendar() throws(ArithmeticOverflow) -> ProcurementCalendar {
    try ProcurementCalendar(of: [.folder(input, policy: policy, fees: callOff)])
  }

  private static func reserve(
    _ input: Case, _ policy: PolicyView, _ bootstrap: BootstrapSettings?
  ) throws(Failure) -> ReserveStage? {
    guard input.items != nil else { return nil }
    let parameters = try orFailure { () throws(PolicyError) in try ReservePolicy(policy) }
    return ReserveStage(input, policy: parameters, bootstrap: bootstrap)
  }

  private static func tender(
    _ input: Case, _ policy: PolicyView, _ reserve: ReserveStage?, _ screening: ScreeningStage?
  ) throws(Failure) -> TenderStage? {
    guard let reserve, input.bids != nil else { return nil }
    let parameters = try orFailure { () throws(PolicyError) in try AwardPolicy(policy) }
    return TenderStage(input, lots: reserve.lots, screening: screening, policy: parameters)
  }

  private static func callOff(
    _ input: Case, _ policy: PolicyView
  ) throws(Failure) -> Result<CallOffStage?, FeeProblems>? {
    guard input.orders != nil, input.feeTiers != nil else { return nil }
    let parameters = try orFailure { () throws(PolicyError) in try FeePolicy(policy) }
    return Result { () throws(FeeProblems) in
      try CallOffStage(input, policy: parameters)
    }
  }

  /// Throws what is wrong in any stage, so that all of it is reported at once.
  private static func refuse(
    _ tender: [TenderProblem], _ callOff: Result<CallOffStage?, FeeProblems>?
  ) throws(Failure) {
    var fees: [FeeProblem] = []
    if case .failure(let error) = callOff { fees = error.problems }
    guard tender.isEmpty, fees.isEmpty else { throw .input(tender: tender, fees: fees) }
  }

  private static func orFailure<Value>(
    _ look: () throws(PolicyError) -> Value
  ) throws(Failure) -> Value {
    do throws(PolicyError) {
      return try look()
    } catch {
      throw .policy(error)
    }
  }
}
