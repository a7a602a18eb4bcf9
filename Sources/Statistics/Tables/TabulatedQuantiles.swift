/// A distribution as a table of whole numbers: the number that a random word stands for.
///
/// Built once from a quantile function, read with shifts and one multiplication, so that every machine
/// draws the same numbers. The classes of words are half as wide with every halving of the distance to
/// either end, 64 to a halving, and linear within: near the ends, where quantiles run away, every word
/// has a value of its own.
public struct TabulatedQuantiles: Hashable, Sendable {
  /// The largest number, of either sign, that a table holds: beyond it interpolation would not fit.
  public static let largestNumber: Int64 = 1 << 37

  private static let bits = 6
  private static let half: UInt32 = 1 << 31
  /// Distances of a word to its end of the range at which numbers are tabulated, ascending to 2³¹.
  private static let distances: [UInt32] = {
    let single = (0..<UInt32(1 << bits)).map { $0 }
    let octaves = (0..<(31 - bits)).flatMap { octave in
      (0..<UInt32(1 << bits)).map { (UInt32(1 << bits) + $0) << UInt32(octave) }
    }
    return single + octaves + [half]
  }()

  /// The numbers at the distances from the lower end, then those from the upper end.
  let lower: [Int64]
  let upper: [Int64]
  /// The same as parts, which many words at a time are looked up in; empty where a number is negative or
  /// 2³¹ − 1 or more.
  let classes: [UInt64]

  /// Tabulates a quantile function.
  ///
  /// A word stands for the probability (word + ½) / 2³². Numbers that would fall are lifted to the one
  /// before, so that a larger word never has a smaller number.
  ///
  /// - Parameters:
  ///   - scale: What a quantile is multiplied by before it is rounded to a whole number.
  ///   - quantile: Finite and not falling, for probabilities strictly between 0 and 1.
  /// - Throws: What the function throws; ``NumericalError/overflow`` beyond ``largestNumber``.
  /// - Complexity: 3,330 quantiles.
  public init(
    scale: Double, _ quantile: (Double) throws(NumericalError) -> Double
  ) throws(NumericalError) {
    var lower: [Int64] = []
    for distance in TabulatedQuantiles.distances {
      let probability = (Double(distance) + 0.5) * 0x1p-32
      let number = try TabulatedQuantiles.whole(try quantile(probability), scale)
      lower.append(max(number, lower.last ?? number))
    }
    var upper: [Int64] = []
    for distance in TabulatedQuantiles.distances {
      let probability = 1 - (Double(distance) + 0.5) * 0x1p-32
      let number = try TabulatedQuantiles.whole(try quantile(probability), scale)
      upper.append(min(number, upper.last ?? number))
    }
    // Both ends meet within a word of the middle, where they may differ by a rounding.
    let middle = lower[lower.count - 1]
    self.lower = lower
    self.upper = upper.map { max($0, middle) }
    classes = TabulatedQuantiles.classes(self.lower, self.upper)
  }

  private static func whole(_ value: Double, _ scale: Double) throws(NumericalError) -> Int64 {
    let scaled = (value * scale).rounded()
    guard scaled.magnitude <= Double(largestNumber) else { throw .overflow }
    return Int64(scaled)
  }

  /// The number that a random word stands for.
  ///
  /// - Complexity: O(1).
  public func number(for word: UInt32) -> Int64 {
    word < TabulatedQuantiles.half
      ? TabulatedQuantiles.interpolated(lower, word) : TabulatedQuantiles.interpolated(upper, ~word)
  }

  private static func interpolated(_ numbers: [Int64], _ distance: UInt32) -> Int64 {
    let octave = max(0, 31 - bits - distance.leadingZeroBitCount)
    let index = octave << bits + Int(distance >> UInt32(octave))
    let offset = Int64(distance & (1 << UInt32(octave) - 1))
    let start = numbers[index]
    return start + ((numbers[index + 1] - start) * offset) >> Int64(octave)
  }
}
