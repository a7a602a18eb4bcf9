import Statistics
import Testing

@Suite struct NormalScoresTests {
  /// Expected values: SciPy 1.17.1, `norm.ppf((word + 0.5) / 2**32)`.
  @Test(
    arguments: [
      (0, -6.337_957_754_553_79), (1 << 31, 2.918_099_4e-10), (1 << 30, -0.674_489_749_829_738_4),
      (0xE666_6666, 1.281_551_565_677_269_1), (0xFFFF_FFFF, 6.337_957_754_553_79),
    ] as [(UInt32, Double)])
  func scores(word: UInt32, expected: Double) throws {
    let scores = try #require(NormalScores.shared)
    #expect(abs(Double(scores.score(of: word)) * 0x1p-24 - expected) < 5e-5)
  }

  @Test func wordsComeBackFromTheirScores() throws {
    let scores = try #require(NormalScores.shared)
    var stream = RandomStream(seed: 8, stream: 0)
    for _ in 0..<20_000 {
      let word = stream.nextWord()
      let back = scores.word(ofScore: scores.score(of: word))
      let shift = abs(Int64(back) - Int64(word))
      // 2⁻¹⁶ of the range, and relatively as near at the lower end.
      #expect(shift < 1 << 16)
      #expect(shift < 100 + Int64(word) >> 10)
    }
  }

  @Test func scoresAreMonotoneAndEndAtTheEnds() throws {
    let scores = try #require(NormalScores.shared)
    #expect(scores.word(ofScore: .min / 4) == 0)
    #expect(scores.word(ofScore: .max / 4) >= UInt32.max - 1)
    var last: UInt32 = 0
    for score in stride(from: -120_000_000 as Int64, through: 120_000_000, by: 30_011) {
      #expect(scores.word(ofScore: score) >= last)
      last = scores.word(ofScore: score)
    }
    #expect(abs(Int64(scores.word(ofScore: 0)) - 1 << 31) <= 1)
  }

  /// The correlation of normal scores is what weighted sums give; as words they are uniform again.
  @Test func weightedSumsOfScoresAreUniformAgain() throws {
    let scores = try #require(NormalScores.shared)
    var stream = RandomStream(seed: 11, stream: 1)
    let count = 40_000
    var buckets = Array(repeating: 0, count: 16)
    for _ in 0..<count {
      // 0.6² + 0.8² = 1.
      let sum = 6 * scores.score(of: stream.nextWord()) + 8 * scores.score(of: stream.nextWord())
      buckets[Int(scores.word(ofScore: sum / 10) >> 28)] += 1
    }
    let expected = Double(count) / 16
    let chiSquare = buckets.reduce(0.0) { sum, found in
      sum + (Double(found) - expected) * (Double(found) - expected) / expected
    }
    // The 99.9 % point for 15 degrees of freedom.
    #expect(chiSquare < 37.7)
  }
}
