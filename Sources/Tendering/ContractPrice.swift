import Policy
import Quantities

/// The price at which each winner's contract is made.
///
/// The vendor's own price: its bid, or the reduction it gave under Art. 53, or the re-bid it gave in
/// a tie. Enforcement Rules, Art. 65, let award prices differ; that this contract does is assumed.
/// Matching the lowest awarded price is hypothetical. A bid that is still pending does not count
/// towards the lowest.
enum ContractPrice {
  /// The contract prices of the winners, in the order of their own prices.
  static func prices(of ownPrices: [Money], rule: ContractPriceRule) -> [Money] {
    switch rule {
    case .ownBid: return ownPrices
    case .matchLowest:
      guard let lowest = ownPrices.min() else { return [] }
      return Array(repeating: lowest, count: ownPrices.count)
    }
  }
}
