public import Policy
public import Quantities

/// The service fee of an order under a tier table and a policy (slide 3).
///
/// The fee is summed exactly over the slices of the order, rounded once to NT$1, then capped. A cap
/// with cents is charged as it stands. Mode, base, measure and rounding are stated in no public
/// source and come from the policy as assumptions.
public struct FeeRule: Hashable, Sendable {
  /// The tiers.
  public let table: FeeTierTable
  /// How they are applied.
  public let policy: FeePolicy
  /// The tiers that charge more than 1 % of an amount, by their index.
  ///
  /// Under net-of a rate charges less than itself: 1.1 % comes to 1.088 %.
  public let tiersAbovePrinciple: [Int]
  /// The part of an amount that each tier charges: its rate, or rate ÷ (1 + rate) under net-of.
  public let chargedShares: [Rational]

  /// What a fee is a multiple of before the cap: NT$1.
  static let unit = Money(minorUnits: Money.minorUnitsPerUnit)

  /// Creates the rule.
  ///
  /// - Throws: ``FeeProblems`` when a lower bound is negative, or no whole number of units where the
  ///   tiers follow quantities, or a rate does not fit.
  public init(table: FeeTierTable, policy: FeePolicy) throws(FeeProblems) {
    var problems = table.problems(by: policy.tierBy)
    var shares: [Rational] = []
    var abovePrinciple: [Int] = []
    for (index, tier) in table.tiers.enumerated() {
      do throws(ArithmeticOverflow) {
        let share = try FeeRule.chargedShare(rate: tier.rate, base: policy.base)
        if try FeePrinciple.isExceeded(byFee: share, on: .one) { abovePrinciple.append(index) }
        shares.append(share)
      } catch {
        problems.append(FeeProblem(.overflow(error), at: tier.position, column: "rate"))
      }
    }
    guard problems.isEmpty else { throw FeeProblems(problems) }
    self.table = table
    self.policy = policy
    tiersAbovePrinciple = abovePrinciple
    chargedShares = shares
  }

  /// The part of an amount that a rate charges: the rate, or rate / (1 + rate) under net-of.
  ///
  /// amount − amount / (1 + rate) is the same as amount × rate / (1 + rate).
  ///
  /// - Throws: ``ArithmeticOverflow`` when it does not fit.
  static func chargedShare(rate: Rate, base: FeeBase) throws(ArithmeticOverflow) -> Rational {
    switch base {
    case .gross: rate.value
    case .netOf: try rate.value / (.one + rate.value)
    }
  }
}

extension FeeRule {
  /// The fee of one order, whatever its status.
  ///
  /// - Throws: ``FeeProblem`` when no tier covers the order, when under marginal tiers a part of it
  ///   lies below the first bound, or when a number does not fit.
  /// - Complexity: O(log n) in the number of tiers under slab, O(n) under marginal.
  public func fee(of order: Order) throws(FeeProblem) -> Fee {
    let hundredths: Int64
    do throws(ArithmeticOverflow) {
      hundredths = try policy.tierBy.hundredths(of: order)
    } catch {
      throw FeeProblem(.overflow(error), at: order.position, column: "quantity")
    }
    let tierIndex = try coveringTier(of: order, hundredths: hundredths)
    do throws(ArithmeticOverflow) {
      let slices =
        switch policy.mode {
        case .slab: [try slice(tierIndex: tierIndex, amount: order.amount)]
        case .marginal: try marginalSlices(of: order, hundredths: hundredths, through: tierIndex)
        }
      return try fee(slices: slices, tierIndex: tierIndex, amount: order.amount)
    } catch {
      throw FeeProblem(.overflow(error), at: order.position, column: "unit_price")
    }
  }

  /// The tier of an order, which under marginal tiers must have a rate from its first unit on.
  private func coveringTier(of order: Order, hundredths: Int64) throws(FeeProblem) -> Int {
    let measure = policy.tierBy
    let firstBound = table.tiers[0].lowerBoundHundredths
    let column = measure == .quantity ? "quantity" : "unit_price"
    guard let tierIndex = table.tierIndex(coveringHundredths: hundredths) else {
      let problem = FeeCoverageProblem.noTier(
        order.id, measured: measure.phrase(hundredths: hundredths),
        firstBound: measure.phrase(hundredths: firstBound))
      throw FeeProblem(.coverage(problem), at: order.position, column: column)
    }
    guard policy.mode == .slab || firstBound == 0 else {
      let problem = FeeCoverageProblem.sliceWithoutRate(
        order.id, firstBound: measure.phrase(hundredths: firstBound))
      throw FeeProblem(.coverage(problem), at: order.position, column: column)
    }
    return tierIndex
  }

  /// The fee on some slices of an amount: summed exactly, rounded once, then capped.
  func fee(
    slices: [FeeSlice], tierIndex: Int, amount: Money
  ) throws(ArithmeticOverflow) -> Fee {
    var exact = Rational.zero
    for slice in slices { exact = try exact + slice.exactFee }
    let rounded = try Money(rounding: exact, policy.rounding, toMultipleOf: FeeRule.unit)
    let charged = policy.cap.map { min($0, rounded) } ?? rounded
    let rate = table.tiers[tierIndex].rate
    return Fee(
      tierIndex: tierIndex,
      effectiveRate: policy.mode == .slab
        ? rate : Rate(try charged.exact / amount.exact) ?? rate,
      slices: slices, exact: exact, rounded: rounded, charged: charged)
  }
}
