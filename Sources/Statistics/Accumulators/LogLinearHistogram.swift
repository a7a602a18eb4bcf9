/// Counts of whole numbers in classes whose width grows with the number: quantiles of any number of
/// values in little memory, mergeable in any order.
///
/// A number below 2^(bits + 1) has a class of its own. Above, each power of two is divided into
/// 2^bits classes, so a quantile is off by less than 2^−bits of its value. The layout is that of
/// HdrHistogram (Tene); unlike that one's, only the classes between the smallest and the largest number
/// take memory, which matters where there are tens of thousands of histograms.
public struct LogLinearHistogram: Hashable, Sendable {
  /// Powers of two are divided into 2^bits classes.
  public let bits: Int
  /// How many numbers there are.
  public private(set) var count = 0
  /// The class of the first counter.
  private var firstClass = 0
  /// Numbers of each class from the first one on.
  private var counters: [UInt32] = []

  /// Creates a histogram without numbers.
  ///
  /// - Parameter bits: From 0 to 20; what lies outside counts as the nearer end.
  public init(bits: Int) {
    self.bits = min(max(bits, 0), 20)
  }

  /// What the relative error of a quantile stays below: 2^−bits.
  public var relativeError: Double { 1 / Double(1 << bits) }

  /// Adds a number.
  ///
  /// - Complexity: O(1), but where the range of the numbers grows.
  public mutating func add(_ number: UInt64) {
    add(1, toClass: classIndex(of: number))
  }

  /// Adds many numbers; `nil` is none, and negative ones count as 0.
  ///
  /// - Complexity: O(n), but where the range of the numbers grows.
  public mutating func add(contentsOf numbers: [Int64?]) {
    for case let number? in numbers { add(UInt64(clamping: number)) }
  }

  /// Adds all numbers of another histogram of the same precision.
  ///
  /// - Returns: Whether the other one has the same precision; otherwise nothing is added.
  @discardableResult
  public mutating func merge(_ other: LogLinearHistogram) -> Bool {
    guard other.bits == bits else { return false }
    for (offset, counter) in other.counters.enumerated() where counter > 0 {
      add(counter, toClass: other.firstClass + offset)
    }
    return true
  }

  /// The smallest number that at least so many per cent of the numbers do not exceed, within
  /// ``relativeError``.
  ///
  /// - Parameter percent: From 0 to 100; what lies outside counts as the nearer end.
  /// - Returns: The roundest number of the class, so that no more digits show than are known; `nil`
  ///   without numbers.
  /// - Complexity: O(classes).
  public func percentile(_ percent: Int) -> UInt64? {
    let share = min(max(percent, 0), 100)
    let rank = max(1, Int((Int128(count) * Int128(share) + 99) / 100))
    var seen = 0
    for (offset, counter) in counters.enumerated() {
      seen += Int(counter)
      if seen >= rank { return roundest(inClass: firstClass + offset) }
    }
    return nil
  }

  private mutating func add(_ numbers: UInt32, toClass index: Int) {
    makeRoom(forClass: index)
    counters[index - firstClass] &+= numbers
    count += Int(numbers)
  }

  private mutating func makeRoom(forClass index: Int) {
    if counters.isEmpty { firstClass = index }
    if index < firstClass {
      counters.insert(contentsOf: repeatElement(0, count: firstClass - index), at: 0)
      firstClass = index
    } else if index >= firstClass + counters.count {
      counters.append(
        contentsOf: repeatElement(0, count: index - firstClass - counters.count + 1))
    }
  }

  private func classIndex(of number: UInt64) -> Int {
    let exponent = max(0, 63 - number.leadingZeroBitCount - bits)
    return exponent << bits + Int(number >> UInt64(exponent))
  }

  /// The number of a class with the most zeros at its end, the nearest of them to the middle.
  private func roundest(inClass index: Int) -> UInt64 {
    let exponent = max(0, index >> bits - 1)
    let lowest = UInt64(index - exponent << bits) << UInt64(exponent)
    let width = UInt64(1) << UInt64(exponent)
    let middle = lowest + (width - 1) / 2
    var best = middle
    var power: UInt64 = 10
    while power <= middle {
      let above = middle / power * power
      let nearest = middle - above > power / 2 ? above.addingReportingOverflow(power).0 : above
      if nearest >= lowest, nearest - lowest < width { best = nearest }
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      guard !overflow else { break }
      power = next
    }
    return best
  }
}

extension LogLinearHistogram {
  /// Every class that has numbers with how many, ascending: what ``init(bits:classes:)`` restores.
  public var classes: [(index: Int, count: UInt32)] {
    counters.enumerated().compactMap { offset, counter in
      counter > 0 ? (firstClass + offset, counter) : nil
    }
  }

  /// Restores a histogram.
  ///
  /// - Returns: `nil` for classes that do not ascend, are none or are empty, or for a precision that is
  ///   none.
  public init?(bits: Int, classes: [(index: Int, count: UInt32)]) {
    guard (0...20).contains(bits) else { return nil }
    self.init(bits: bits)
    let limit = (64 - bits) << bits + 1 << bits
    var last = -1
    for (index, counter) in classes {
      guard index > last, index < limit, counter > 0 else { return nil }
      add(counter, toClass: index)
      last = index
    }
  }
}
