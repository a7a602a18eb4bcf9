/// Sum, spread and order statistics of whole numbers.
public struct ExactSummary: Hashable, Sendable {
  /// How many numbers there are; more than 0.
  public let count: Int
  /// Their exact sum.
  public let sum: Int128
  /// The standard error of their mean: s / √n; `nil` for a single number.
  public let standardError: Double?
  private let sorted: [Int64]

  /// Summarises some numbers.
  ///
  /// The squares are taken about the floor of the mean and summed exactly; only the last divisions and
  /// the root are rounded, each as IEEE 754 says, so the order of the numbers decides nothing.
  ///
  /// - Returns: `nil` without numbers, or when a sum of squares does not fit 128 bits.
  /// - Complexity: O(n log n).
  public init?(of numbers: [Int64]) {
    guard !numbers.isEmpty else { return nil }
    let count = Int128(numbers.count)
    let sum = numbers.reduce(Int128(0)) { $0 + Int128($1) }
    let quotient = sum / count
    let floor = quotient * count > sum ? quotient - 1 : quotient
    var squares = Int128(0)
    for number in numbers {
      let deviation = Int128(number) - floor
      let (square, overflow) = deviation.multipliedReportingOverflow(by: deviation)
      let (total, overflowOfSum) = squares.addingReportingOverflow(square)
      guard !overflow, !overflowOfSum else { return nil }
      squares = total
    }
    self.count = numbers.count
    self.sum = sum
    sorted = numbers.sorted()
    guard count > 1 else {
      standardError = nil
      return
    }
    let n = Double(numbers.count)
    let remainder = Double(sum - floor * count)
    let variance = max(0, Double(squares) - remainder * remainder / n) / (n - 1)
    standardError = (variance / n).squareRoot()
  }

  /// The smallest number that at least so many per cent of the numbers do not exceed.
  ///
  /// The quantile of type 1 (Hyndman and Fan, *Sample quantiles in statistical packages*, The American
  /// Statistician 50, 1996): always one of the numbers.
  ///
  /// - Parameter percent: From 0 to 100; what lies outside counts as the nearer end.
  /// - Returns: One of the numbers.
  /// - Complexity: O(1).
  public func percentile(_ percent: Int) -> Int64 {
    let share = min(max(percent, 0), 100)
    let rank = (Int128(sorted.count) * Int128(share) + 99) / 100
    return sorted[max(Int(rank), 1) - 1]
  }
}
