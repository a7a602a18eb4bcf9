import CallOff
import Policy
import Quantities
import Statistics

/// The demonstration fee tiers of a synthetic case, and the payments of fees under them.
struct SyntheticFees {
  /// A tier as its table states it.
  struct Tier: Sendable {
    /// In NT$, inclusive.
    let lowerBound: Int64
    let rateText: String
  }

  /// 1.1 % and 1 % are on slide 3; which is for which orders, and the boundary, are made up.
  static let tiers = [
    Tier(lowerBound: 0, rateText: "1.1%"), Tier(lowerBound: 1_000_000, rateText: "1%"),
  ]

  /// Stands beside each tier.
  static let note = "DEMONSTRATION: the boundary is in no public source（示範級距，界線未見於公開資料）"

  private let rule: FeeRule

  /// Creates the fees.
  ///
  /// - Throws: an error when the policy cannot be applied to the tiers.
  init(policy: FeePolicy) throws {
    let tiers = try SyntheticFees.tiers.map { tier in
      FeeTier(
        lowerBoundHundredths: tier.lowerBound * Money.minorUnitsPerUnit,
        rate: try Rate(text: tier.rateText), position: SyntheticItem.position(in: .feeTiers))
    }
    guard let table = FeeTierTable(name: "demonstration", tiers: tiers) else {
      throw ArithmeticOverflow("fee tiers")
    }
    rule = try FeeRule(table: table, policy: policy)
  }

  /// The payments for an order, made in the months after its contract's end.
  ///
  /// Eight orders of ten are paid in full, one in two parts, one not yet (assumed). Cancelled and
  /// returned orders are not paid.
  func collections(
    for order: Order, contractEnd: Day, _ draws: inout RandomStream
  ) throws -> [Collection] {
    let luck = draws.next(below: 10)
    let firstDay = contractEnd + 10 + draws.next(below: 60)
    let secondDay = firstDay + 15 + draws.next(below: 30)
    let fee = try rule.fee(of: order).charged
    guard order.status == .active, fee > .zero, luck < 9 else { return [] }
    let isSplit = luck == 8 && fee.minorUnits >= 2 * Money.minorUnitsPerUnit
    let half = Money(minorUnits: fee.minorUnits / 200 * Money.minorUnitsPerUnit)
    let parts = isSplit ? [(firstDay, half), (secondDay, try fee - half)] : [(firstDay, fee)]
    return parts.map { day, amount in
      Collection(
        orderID: order.id, collectedOn: day, amount: amount,
        position: SyntheticItem.position(in: .collections))
    }
  }
}

extension SyntheticOutput {
  /// Writes payments.
  mutating func write(_ collections: [Collection]) {
    for collection in collections {
      self[.collections].add(collection.orderID.text)
      self[.collections].add(collection.collectedOn)
      self[.collections].add(collection.amount)
      self[.collections].endRow()
    }
  }
}
