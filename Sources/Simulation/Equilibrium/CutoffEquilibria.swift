public import Pipeline
public import Policy
public import Quantities
import Statistics

/// What vendors who know the rule bid, by the number of them and by the cutoff share.
///
/// Every cell is an ``Equilibrium`` in parts of the reserve price, so it holds for an item of any
/// price. The distribution of costs is assumed.
public struct CutoffEquilibria: Hashable, Sendable {
  /// What one number of vendors comes to under one share; parts of the reserve price.
  ///
  /// Rounded to a millionth, so that the last bits of a quadrature show in no output.
  public struct Point: Hashable, Sendable {
    /// The mean price paid, pooled over awarded bids.
    public let meanPrice: Rational
    /// The bid of a vendor with the lowest possible cost.
    public let lowestCostBid: Rational
  }

  /// One number of vendors.
  public struct Row: Hashable, Sendable {
    /// How many vendors could bid; each does when its cost is at most the reserve price.
    public let vendorCount: Int
    /// One for each share, or why there is none.
    public let points: [Result<Point, EquilibriumError>]
  }

  /// The distribution of a vendor's cost in parts of the reserve price.
  public let costs: CostDistribution
  /// The shares, in their order.
  public let shares: [Share]
  /// How a share becomes a whole number of winners.
  public let rounding: Rounding
  /// From one vendor to ``largestVendorCount``.
  public let rows: [Row]

  /// How many vendors there are at most.
  public static let largestVendorCount = 20

  /// Computes every number of vendors under every share.
  ///
  /// - Parameters:
  ///   - policy: The award rule but for its share.
  ///   - shares: The cutoff shares; at least one.
  ///   - costs: The distribution of a vendor's cost in parts of the reserve price.
  /// - Throws: ``EquilibriumError`` where there is no equilibrium under any share.
  /// - Complexity: One equilibrium in low precision for each number and share, on all cores.
  public init(
    policy: AwardPolicy, shares: [Share], costs: CostDistribution = .assumed
  ) throws(EquilibriumError) {
    let cells = (1...CutoffEquilibria.largestVendorCount).flatMap { count in
      shares.map { (count: count, share: $0) }
    }
    let points = cells.concurrentMap { cell in
      Result { () throws(EquilibriumError) in
        try CutoffEquilibria.point(cell.count, cell.share, costs, policy)
      }
    }
    if !points.contains(where: { (try? $0.get()) != nil }) { _ = try points.first?.get() }
    self.costs = costs
    self.shares = shares
    rounding = policy.rounding
    rows = (1...CutoffEquilibria.largestVendorCount).map { count in
      let first = (count - 1) * shares.count
      return Row(vendorCount: count, points: Array(points[first..<(first + shares.count)]))
    }
  }

  private static func point(
    _ vendorCount: Int, _ share: Share, _ costs: CostDistribution, _ policy: AwardPolicy
  ) throws(EquilibriumError) -> Point {
    var policy = policy
    policy.cutoffShare = share
    let equilibrium = try Equilibrium(
      entry: .potentialVendors(vendorCount), costs: costs, reserve: 1, policy: policy,
      costCount: 2, precision: .millionth)
    return Point(
      meanPrice: try millionths(equilibrium.meanPrice.value),
      lowestCostBid: try millionths(equilibrium.bids.first?.bid ?? 1))
  }

  /// A part of the reserve price, from 0 to 1, as a whole number of millionths.
  private static func millionths(_ part: Double) throws(EquilibriumError) -> Rational {
    guard (0...1).contains(part) else { throw .numerical(.noConvergence) }
    do throws(ArithmeticOverflow) {
      return try Rational(Int128((part * 1e6).rounded()), over: 1_000_000)
    } catch {
      throw .arithmetic(error)
    }
  }
}
