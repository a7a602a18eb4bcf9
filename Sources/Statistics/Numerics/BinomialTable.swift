/// All probabilities of a binomial distribution at once.
///
/// Built outwards from the mode by the ratio of one probability to the next, so that nothing overflows
/// and what underflows is too small to matter. For sums over many counts, where the incomplete beta
/// function would be called for each of them; tests hold the two together.
public struct BinomialTable: Hashable, Sendable {
  /// P(X = 0), P(X = 1) and so on up to the number of trials.
  public let probabilities: [Double]

  /// Tabulates a distribution.
  ///
  /// - Parameters:
  ///   - trials: Not negative; what is counts as 0.
  ///   - success: From 0 to 1; what lies outside counts as the nearer end.
  /// - Complexity: O(trials).
  public init(trials: Int, success: Double) {
    let trials = max(0, trials)
    let success = min(max(success, 0), 1)
    var weights = Array(repeating: 0.0, count: trials + 1)
    let mode = min(trials, Int(Double(trials + 1) * success))
    weights[mode] = 1
    if success > 0, success < 1 {
      let odds = success / (1 - success)
      for count in mode..<max(mode, trials) {
        weights[count + 1] = weights[count] * odds * Double(trials - count) / Double(count + 1)
      }
      for count in stride(from: mode, to: 0, by: -1) {
        weights[count - 1] = weights[count] * Double(count) / Double(trials - count + 1) / odds
      }
    }
    let total = weights.reduce(0, +)
    probabilities = weights.map { $0 / total }
  }

  /// P(X ≤ count); 0 below 0.
  public func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    return probabilities.prefix(count + 1).reduce(0, +)
  }

  /// The mean of the lesser of the count and a bound.
  public func mean(atMost bound: Int) -> Double {
    var sum = 0.0
    for (count, probability) in probabilities.enumerated() {
      sum += Double(min(count, max(bound, 0))) * probability
    }
    return sum
  }
}
