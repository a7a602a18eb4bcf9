import CallOff
import Policy
import Quantities

/// The fee once more, by counting: every cent, or every unit, is charged on its own.
///
/// Shares no arithmetic with the rule under test: rates are whole thousandths, all fractions are
/// brought to one denominator, and nothing is ever reduced.
struct FeeOracle {
  /// Lower bounds: cents of an amount, or whole units of a quantity.
  let bounds: [Int64]
  /// Rates in thousandths.
  let thousandths: [Int128]
  let policy: FeePolicy
  /// What a cent charged at each tier's rate adds to the numerator.
  private let shares: [Int128]
  private let denominator: Int128

  init(bounds: [Int64], thousandths: [Int128], policy: FeePolicy) {
    self.bounds = bounds
    self.thousandths = thousandths
    self.policy = policy
    // gross: r / 1000; net-of: 1 − 1000 / (1000 + r) = r / (1000 + r).
    let denominators = thousandths.map { policy.base == .gross ? 1000 : 1000 + $0 }
    let common = denominators.reduce(1, *)
    denominator = common
    shares = zip(thousandths, denominators).map { common / $1 * $0 }
  }

  /// The fee in cents; `nil` where a part of the order has no rate.
  func fee(quantity: Int64, unitCents: Int64) -> Int64? {
    let amount = quantity * unitCents
    let measure = policy.tierBy == .amount ? amount : quantity
    // fee = numerator / denominator cents.
    var numerator: Int128 = 0
    switch policy.mode {
    case .slab:
      guard let tier = tier(at: measure) else { return nil }
      numerator = Int128(amount) * shares[tier]
    case .marginal:
      let cents = policy.tierBy == .amount ? 1 : unitCents
      for piece in 0..<measure {
        guard let tier = tier(at: piece) else { return nil }
        numerator += Int128(cents) * shares[tier]
      }
    }
    let rounded = wholeUnits(numerator, over: denominator) * 100
    return policy.cap.map { min($0.minorUnits, rounded) } ?? rounded
  }

  /// The last tier whose bound is not above the measure, by trying all of them.
  private func tier(at measure: Int64) -> Int? {
    var found: Int?
    for (index, bound) in bounds.enumerated() where bound <= measure { found = index }
    return found
  }

  private func wholeUnits(_ cents: Int128, over denominator: Int128) -> Int64 {
    let unit = denominator * 100
    return switch policy.rounding {
    case .floor: Int64(cents / unit)
    case .ceiling: Int64((cents + unit - 1) / unit)
    case .halfUp: Int64((2 * cents + unit) / (2 * unit))
    }
  }

  /// The same table as the rule under test takes it.
  func table() throws -> FeeTierTable {
    let scale: Int64 = policy.tierBy == .amount ? 1 : 100
    return try Sample.table(
      zip(bounds, thousandths).map { ($0 * scale, "0." + String(1000 + $1).dropFirst()) })
  }
}

/// Every combination of the choices that the policy leaves open, with a cap and without.
let allFeePolicies: [FeePolicy] = FeeMode.allCases.flatMap { mode in
  TierMeasure.allCases.flatMap { tierBy in
    FeeBase.allCases.flatMap { base in
      Rounding.allCases.flatMap { rounding in
        [nil, Money(minorUnits: 350)].map { cap in
          FeePolicy(mode: mode, tierBy: tierBy, base: base, rounding: rounding, cap: cap)
        }
      }
    }
  }
}

/// A sequence of numbers that looks random and is the same in every run (SplitMix64).
struct TestNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func shuffle<Element>(_ list: inout [Element]) {
    for index in list.indices.dropFirst().reversed() {
      list.swapAt(index, next(below: index + 1))
    }
  }
}
