/// Counts of whole numbers in classes whose width grows with the number: quantiles of any number of
/// values in little memory, mergeable in any order.
///
/// A number below 2^(bits + 1) has a class of its own. Above, each power of two is divided into
/// 2^bits classes, so a quantile is off by at most 2^−(bits + 1) of its value. The layout is that of
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

  /// The largest relative error of a quantile: 2^−(bits + 1).
  public var relativeError: Double { 1 / Double(2 << bits) }

  /// Adds a number.
  ///
  /// - Complexity: O(1), but where the range of the numbers grows.
  public mutating func add(_ number: UInt64) {
    add(1, toClass: classIndex(of: number))
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
  /// - Returns: The middle of the number's class; `nil` without numbers.
  /// - Complexity: O(classes).
  public func percentile(_ percent: Int) -> UInt64? {
    let share = min(max(percent, 0), 100)
    let rank = max(1, Int((Int128(count) * Int128(share) + 99) / 100))
    var seen = 0
    for (offset, counter) in counters.enumerated() {
      seen += Int(counter)
      if seen >= rank { return middle(ofClass: firstClass + offset) }
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

  private func middle(ofClass index: Int) -> UInt64 {
    let exponent = max(0, index >> bits - 1)
    let lowest = UInt64(index - exponent << bits) << UInt64(exponent)
    return lowest + (UInt64(1) << UInt64(exponent) - 1) / 2
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
