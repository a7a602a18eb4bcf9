public import Policy
public import Quantities
public import Statistics

/// Expected awards of one item whose bids are independent, without simulation error.
///
/// Of n submitted bids v are valid, binomially; k(v) of them, the lowest, are awarded, by the exact
/// rule `Cutoff`. A bid with a share u of the valid prices below it is among the k lowest of v when at
/// most k − 1 of the v − 1 others are: order statistics as an integral over u. Equal bids across the
/// cutoff count as decided by lot, k winners in all, which is right under `rebid-then-lot`; without
/// atoms no tie rule matters.
public struct AwardExpectation: Hashable, Sendable {
  /// The expected number of awarded bids.
  public let awardedCount: Double
  /// The expected sum of the awarded prices, in the unit of the prices.
  public let awardedSum: Integral
  /// The expected mean of a draw's awarded prices, over the draws in which anyone is awarded; `nil`
  /// where nobody ever is.
  public let awardedMean: Integral?
  /// The probability that nobody is awarded.
  public let failureProbability: Double

  /// Why there is no expectation.
  public enum Problem: Error, Hashable, Sendable {
    /// The number of bids is not from 0 to ``AwardExpectation/largestBidCount``.
    case bidCount(Int)
    /// Contracts are not made at the own bid.
    case notPayAsBid
    /// The share of a number of bids has no exact representation.
    case arithmetic(ArithmeticOverflow)
    /// A parameter is out of bounds, or a function has no value.
    case numerical(NumericalError)

    /// The problem in words: what is wrong, and what was expected.
    public var message: String {
      switch self {
      case .bidCount(let count):
        "\(count) bids cannot be computed with, expected 0 to \(largestBidCount)"
      case .notPayAsBid: "contracts are not made at the own bid, expected own-bid"
      case .arithmetic(let error):
        "\(error.operation) has no exact value, expected a simpler share"
      case .numerical(let error): error.message
      }
    }
  }

  /// The most bids that can be computed with.
  public static let largestBidCount = 1_000

  /// Computes the expectations for a given number of bids, prices in units of the reserve price.
  ///
  /// - Parameters:
  ///   - bidCount: Bids submitted.
  ///   - ratios: The distribution of each.
  ///   - policy: The award rule, paid at the own bid.
  /// - Throws: ``Problem``.
  /// - Complexity: O(bids²) for each point of the quadrature.
  public init(
    bidCount: Int, ratios: RatioDistribution, policy: AwardPolicy
  ) throws(Problem) {
    guard (0...AwardExpectation.largestBidCount).contains(bidCount) else {
      throw .bidCount(bidCount)
    }
    let (valid, pieces): (Double, PricePieces)
    do throws(NumericalError) {
      valid = try ratios.validProbability()
      pieces = try ratios.pieces(validProbability: valid)
    } catch {
      throw .numerical(error)
    }
    try self.init(
      bids: BidCounts(submitted: Array(repeating: 0, count: bidCount) + [1]), valid: valid,
      prices: pieces, policy: policy)
  }

  /// Computes the expectations.
  ///
  /// - Parameters:
  ///   - bids: How many bids there are.
  ///   - valid: The probability that one that screening admits is valid.
  ///   - prices: The distribution of a valid bid's price.
  ///   - policy: The award rule, paid at the own bid.
  /// - Throws: ``Problem``.
  init(
    bids: BidCounts, valid: Double, prices: PricePieces, policy: AwardPolicy
  ) throws(Problem) {
    guard policy.contractPrice == .ownBid else { throw .notPayAsBid }
    let terms: WinnerTerms
    do throws(ArithmeticOverflow) {
      terms = try WinnerTerms(bids: bids, valid: valid, policy: policy)
    } catch {
      throw .arithmetic(error)
    }
    do throws(NumericalError) {
      awardedCount = terms.winnerMean
      failureProbability = terms.failureProbability
      awardedSum = try prices.sum(terms, .winner)
      let won = terms.terms.reduce(0) { $0 + $1.probability }
      let mean = won > 0 ? try prices.sum(terms, .draw) : .zero
      awardedMean =
        won > 0 ? Integral(value: mean.value / won, error: mean.error / won) : nil
    } catch {
      throw .numerical(error)
    }
  }
}
