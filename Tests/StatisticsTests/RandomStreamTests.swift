import Statistics
import Testing

@Suite struct RandomStreamTests {
  @Test func readsBlocksInOrderLowestWordFirst() {
    // The first block is the published answer for key and counter zero; see Philox4x32x10Tests.
    var stream = RandomStream(seed: 0, stream: 0)
    #expect(stream.next() == 0xe169_c58d_6627_e8d5)
    #expect(stream.next() == 0x9b00_dbd8_bc57_ac4c)
    let second = Philox4x32x10(key: SIMD2(0, 0)).block(at: SIMD4(1, 0, 0, 0))
    #expect(stream.nextWord() == second[0])
    #expect(stream.next() == UInt64(second[2]) << 32 | UInt64(second[1]))
  }

  @Test func putsSeedInKeyAndStreamInUpperCounter() {
    var stream = RandomStream(seed: 0x1122_3344_5566_7788, stream: 0x99aa_bbcc_ddee_ff00)
    let block = Philox4x32x10(key: SIMD2(0x5566_7788, 0x1122_3344))
      .block(at: SIMD4(0, 0, 0xddee_ff00, 0x99aa_bbcc))
    #expect((0..<4).map { _ in stream.nextWord() } == (0..<4).map { block[$0] })
  }

  @Test func uniformsFillTheUnitInterval() {
    var stream = RandomStream(seed: 7, stream: 1)
    let values = (0..<40_000).map { _ in stream.nextUniform() }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(values.allSatisfy { ($0 * 0x1p53).rounded() == $0 * 0x1p53 })
    // A twelfth is the variance of one draw; five standard errors on either side.
    let mean = values.reduce(0, +) / 40_000
    #expect(abs(mean - 0.5) < 5 * (1.0 / 12 / 40_000).squareRoot())
    for tenth in 0..<10 {
      let count = values.count { Int($0 * 10) == tenth }
      #expect(abs(Double(count) - 4_000) < 5 * 60)
    }
  }

  @Test(arguments: [1, 2, 3, 6, 10, 17])
  func boundedDrawsAreEquallyLikely(bound: Int) {
    var stream = RandomStream(seed: 11, stream: UInt64(bound))
    var counts = Array(repeating: 0, count: bound)
    for _ in 0..<(10_000 * bound) { counts[stream.next(below: bound)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) <= 500 })
  }

  /// Without rejection a third of these values would come twice as often as the others.
  @Test func boundsThatDoNotDivideTheRangeAreUnbiased() {
    var stream = RandomStream(seed: 3, stream: 0)
    var narrow = [0, 0, 0]
    var wide = [0, 0, 0]
    for _ in 0..<30_000 {
      narrow[Int(stream.next(below: UInt32(0xC000_0000)) % 3)] += 1
      wide[stream.next(below: 0x6000_0000_0000_0000) % 3] += 1
    }
    #expect(narrow.allSatisfy { abs($0 - 10_000) < 420 })
    #expect(wide.allSatisfy { abs($0 - 10_000) < 420 })
  }

  @Test func boundsWithoutAnyNumberGiveZero() {
    var stream = RandomStream(seed: 3, stream: 0)
    #expect(stream.next(below: UInt32(0)) == 0)
    #expect(stream.next(below: 0) == 0)
    #expect(stream.next(below: -4) == 0)
  }

  @Test func everyOrderIsEquallyLikely() {
    var stream = RandomStream(seed: 5, stream: 2)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[stream.shuffled([1, 2, 3, 4]), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 160 })
    #expect(counts.keys.allSatisfy { $0.sorted() == [1, 2, 3, 4] })
  }

  @Test func shufflingFewerThanTwoChangesNothing() {
    var stream = RandomStream(seed: 5, stream: 2)
    let untouched = stream
    #expect(stream.shuffled([String]()).isEmpty)
    #expect(stream.shuffled(["only"]) == ["only"])
    #expect(stream == untouched)
  }
}
