public import Policy
public import Quantities
public import Statistics
import Tendering

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
  /// The expected sum of the awarded ratios: of awarded prices in units of the reserve price.
  public let awardedSum: Integral
  /// The expected ratio of the sum of awarded prices to the sum of their reserve prices, over the
  /// draws in which anyone is awarded; `nil` where nobody ever is.
  public let awardToReserve: Integral?
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
  }

  /// The most bids that can be computed with.
  public static let largestBidCount = 1_000

  /// Computes the expectations.
  ///
  /// - Parameters:
  ///   - bidCount: Bids submitted.
  ///   - ratios: The distribution of each.
  ///   - policy: The award rule, paid at the own bid.
  /// - Throws: ``Problem``.
  /// - Complexity: O(bids) integrals.
  public init(
    bidCount: Int, ratios: RatioDistribution, policy: AwardPolicy
  ) throws(Problem) {
    guard (0...AwardExpectation.largestBidCount).contains(bidCount) else {
      throw .bidCount(bidCount)
    }
    guard policy.contractPrice == .ownBid else { throw .notPayAsBid }
    do {
      let valid = try ratios.validProbability()
      var (count, failure, won) = (0.0, 0.0, 0.0)
      var (sum, ratio) = (Integral.zero, Integral.zero)
      for validCount in 0...bidCount {
        let probability = try CountDistribution.binomial(trials: bidCount, success: valid)
          .probability(of: validCount).value
        guard probability > 0 else { continue }
        let winners = try Cutoff(
          validCount: validCount, submittedCount: bidCount, policy: policy
        ).count
        guard winners > 0 else {
          failure += probability
          continue
        }
        won += probability
        let lowest = try LowestSum(winners, of: validCount, ratios, validProbability: valid).sum
        count += probability * Double(winners)
        sum = sum + lowest.scaled(by: probability)
        ratio = ratio + lowest.scaled(by: probability / Double(winners))
      }
      awardedCount = count
      failureProbability = min(failure, 1)
      awardedSum = sum
      awardToReserve = won > 0 ? ratio.scaled(by: 1 / won) : nil
    } catch let error as NumericalError {
      throw .numerical(error)
    } catch let error as ArithmeticOverflow {
      throw .arithmetic(error)
    } catch {
      throw .numerical(.noConvergence)
    }
  }
}

extension Integral {
  fileprivate func scaled(by factor: Double) -> Integral {
    Integral(value: value * factor, error: error * factor)
  }
}
