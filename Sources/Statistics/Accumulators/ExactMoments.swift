/// Count, sum and sum of squares of whole numbers, exactly.
///
/// Whole numbers add up to the same whichever way they are divided among threads and machines, and in
/// whatever order: two accumulators merge into what one would have come to.
public struct ExactMoments: Hashable, Sendable {
  /// How many numbers there are.
  public private(set) var count = 0
  /// Their sum.
  public private(set) var sum: Int128 = 0
  /// The sum of their squares; wrong once ``hasOverflowed``.
  public private(set) var squares: UInt128 = 0
  /// Whether the squares have gone beyond 128 bits; the sum has not.
  public private(set) var hasOverflowed = false

  /// Creates an accumulator without numbers.
  public init() {}

  /// Restores an accumulator from its parts.
  ///
  /// - Returns: `nil` for parts that no numbers have: by Cauchy and Schwarz the squared sum is at most
  ///   the count times the squares.
  public init?(count: Int, sum: Int128, squares: UInt128) {
    guard count >= 0, count > 0 || (sum == 0 && squares == 0) else { return nil }
    let least = sum.magnitude.multipliedFullWidth(by: sum.magnitude)
    let most = UInt128(count).multipliedFullWidth(by: squares)
    guard (least.high, least.low) <= (most.high, most.low) else { return nil }
    (self.count, self.sum, self.squares) = (count, sum, squares)
  }

  /// Adds a number.
  ///
  /// - Complexity: O(1).
  public mutating func add(_ number: Int64) {
    count += 1
    sum += Int128(number)
    let square = number.magnitude.multipliedFullWidth(by: number.magnitude)
    addSquares(UInt128(square.high) << 64 | UInt128(square.low))
  }

  /// Adds many numbers; `nil` is none.
  ///
  /// - Complexity: O(n).
  public mutating func add(contentsOf numbers: [Int64?]) {
    var own = self
    for case let number? in numbers { own.add(number) }
    self = own
  }

  /// Adds all numbers of another accumulator.
  ///
  /// - Complexity: O(1).
  public mutating func merge(_ other: ExactMoments) {
    count += other.count
    sum += other.sum
    addSquares(other.squares)
    hasOverflowed = hasOverflowed || other.hasOverflowed
  }

  private mutating func addSquares(_ more: UInt128) {
    let (total, overflow) = squares.addingReportingOverflow(more)
    squares = total
    if overflow { hasOverflowed = true }
  }

  /// The standard error of the mean, s / √n.
  ///
  /// The squares about the mean are exact; only the divisions and the root are rounded, each as
  /// IEEE 754 says.
  ///
  /// - Returns: `nil` for fewer than two numbers, and once ``hasOverflowed``.
  public var standardError: Double? {
    guard count > 1, !hasOverflowed else { return nil }
    // n² times the variance: n Σx² − (Σx)², in 256 bits.
    let first = UInt128(count).multipliedFullWidth(by: squares)
    let second = sum.magnitude.multipliedFullWidth(by: sum.magnitude)
    let (low, borrows) = first.low.subtractingReportingOverflow(second.low)
    let high = first.high - second.high - (borrows ? 1 : 0)
    let spread = Double(high) * 0x1p128 + Double(low)
    return (spread / Double(count - 1)).squareRoot() / Double(count)
  }
}
