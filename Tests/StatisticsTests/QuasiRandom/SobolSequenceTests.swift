import Testing

@testable import Statistics

/// Expected words: SciPy 1.17.1, scipy.stats.qmc.Sobol(scramble=False, bits=32), whose point k stands
/// at the Gray code of k.
@Suite struct SobolSequenceTests {
  private static let dimensions = [0, 1, 2, 9, 20]
  private static let points: [(UInt32, [UInt32])] = [
    (0, [0, 0, 0, 0, 0]),
    (1, [0x8000_0000, 0x8000_0000, 0x8000_0000, 0x8000_0000, 0x8000_0000]),
    (3, [0xC000_0000, 0x4000_0000, 0x4000_0000, 0xC000_0000, 0x4000_0000]),
    (2, [0x4000_0000, 0xC000_0000, 0xC000_0000, 0x4000_0000, 0xC000_0000]),
    (6, [0x6000_0000, 0x6000_0000, 0xA000_0000, 0xA000_0000, 0x2000_0000]),
    (7, [0xE000_0000, 0xE000_0000, 0x2000_0000, 0x2000_0000, 0xA000_0000]),
    (5, [0xA000_0000, 0x2000_0000, 0xE000_0000, 0x6000_0000, 0x6000_0000]),
    (4, [0x2000_0000, 0xA000_0000, 0x6000_0000, 0xE000_0000, 0xE000_0000]),
    (70_496, [0x06C8_8000, 0x2EC8_8000, 0x4EA8_8000, 0x3FC2_8000, 0x1E3B_8000]),
  ]

  @Test("The points are the published ones", arguments: points)
  func published(index: UInt32, words: [UInt32]) throws {
    let sequence = try SobolSequence(dimensionCount: 21)
    let found = SobolSequenceTests.dimensions.map { sequence.word(at: index, dimension: $0) }
    #expect(found == words)
  }

  @Test("A point adds its digits' points without carry")
  func linear() throws {
    let sequence = try SobolSequence(dimensionCount: 5)
    for (left, right) in [(UInt32(0xDEAD_BEEF), UInt32(0x1234_5678)), (.max, 1), (7, 1 << 31)] {
      for dimension in 0..<5 {
        let sum = sequence.word(at: left ^ right, dimension: dimension)
        #expect(
          sum
            == sequence.word(at: left, dimension: dimension)
            ^ sequence.word(at: right, dimension: dimension))
      }
    }
  }

  @Test("The first dimension is the index in reverse")
  func first() throws {
    let sequence = try SobolSequence(dimensionCount: 1)
    for bit in 0..<32 { #expect(sequence.word(at: 1 << bit, dimension: 0) == 1 << (31 - bit)) }
  }

  @Test("There are as many dimensions as direction numbers")
  func limits() throws {
    let limit = ScrambledSobol.dimensionLimit
    #expect(try SobolSequence(dimensionCount: limit).word(at: 1, dimension: limit - 1) == 1 << 31)
    for count in [0, -1, limit + 1, .max] {
      #expect(throws: NumericalError.domain) { try SobolSequence(dimensionCount: count) }
    }
  }
}
