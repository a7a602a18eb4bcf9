import Testing

@testable import Statistics

@Suite struct OwenScrambleTests {
  private static let keyCount = 8_192

  /// Keys as independent random words.
  private static let scrambles: [OwenScramble] = {
    var random = RandomStream(seed: 4, stream: 4)
    return (0..<keyCount).map { _ in
      OwenScramble(
        key: SIMD4(random.nextWord(), random.nextWord(), random.nextWord(), random.nextWord()))
    }
  }()

  @Test("Reversal puts each digit at the other end")
  func reversal() {
    for bit in 0..<32 { #expect(OwenScramble.reversed(1 << bit) == 1 << (31 - bit)) }
    #expect(OwenScramble.reversed(0xF000_0003) == 0xC000_000F)
  }

  @Test("What two numbers share from the highest digit on, their scrambles share too")
  func nested() {
    var random = RandomStream(seed: 5, stream: 5)
    for scramble in OwenScrambleTests.scrambles.prefix(200) {
      let (left, right) = (random.nextWord(), random.nextWord() >> random.next(below: UInt32(32)))
      #expect(
        (scramble(left) ^ scramble(left ^ right)).leadingZeroBitCount == right.leadingZeroBitCount)
    }
  }

  /// The flips of the digit below each of the 31 prefixes of up to four digits, one bit a key.
  private static func flips() -> [[UInt64]] {
    (0..<5).flatMap { depth in
      (0..<(1 << depth)).map { prefix in
        let digits = depth == 0 ? 0 : UInt32(prefix) << UInt32(32 - depth)
        var bits = [UInt64](repeating: 0, count: keyCount / 64)
        for (index, scramble) in scrambles.enumerated() {
          let flip = UInt64(scramble(digits) >> UInt32(31 - depth) & 1)
          bits[index / 64] |= flip << UInt64(index % 64)
        }
        return bits
      }
    }
  }

  /// How far the parity of some flips is from even odds, in standard errors.
  private func imbalance(_ flips: [[UInt64]]) -> Double {
    var odd = 0
    for index in 0..<(OwenScrambleTests.keyCount / 64) {
      odd += flips.reduce(0) { $0 ^ $1[index] }.nonzeroBitCount
    }
    let count = Double(OwenScrambleTests.keyCount)
    return abs(Double(odd) - count / 2) / (count / 4).squareRoot()
  }

  @Test("Each flip is a fair coin, independent of every other one, in threes and in fours")
  func independence() {
    let flips = OwenScrambleTests.flips()
    for last in flips.indices {
      #expect(imbalance([flips[last]]) < 4.5)
      for first in 0..<last { #expect(imbalance([flips[first], flips[last]]) < 5) }
    }
    // All threes and fours of the fifteen flips of the first four digits.
    let upper = flips.prefix(15)
    var widest = 0.0
    for last in 0..<15 {
      for third in 0..<last {
        for second in 0..<third {
          widest = max(widest, imbalance([upper[second], upper[third], upper[last]]))
          for first in 0..<second {
            widest = max(
              widest, imbalance([upper[first], upper[second], upper[third], upper[last]]))
          }
        }
      }
    }
    #expect(widest < 5)
  }
}
