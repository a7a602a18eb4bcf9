import Testing

@testable import Statistics

@Suite struct ScrambledSobolTests {
  private func words(seed: UInt64, stream: UInt32 = 1, dimensions: Int = 8) throws -> ScrambledSobol
  {
    try ScrambledSobol(seed: seed, stream: stream, dimensionCount: dimensions)
  }

  @Test(
    "Each block of 2ᵏ draws has one word in every interval of length 2⁻ᵏ",
    arguments: [0, 1, 2, 0x9E37_79B9_7F4A_7C15] as [UInt64], [0, 7, UInt32.max])
  func stratified(seed: UInt64, unit: UInt32) throws {
    let sobol = try words(seed: seed)
    for digits in 1...7 {
      let count = 1 << digits
      for start in [0, count, 37 * count] {
        for dimension in 0..<8 {
          let intervals = (start..<(start + count)).map { index in
            sobol.word(unit: unit, index: UInt32(index), dimension: dimension)
              >> UInt32(32 - digits)
          }
          #expect(intervals.sorted() == (0..<UInt32(count)).map { $0 })
        }
      }
    }
  }

  /// How many points are in each box of two dimensions with the given numbers of digits, ascending.
  private func boxCounts(
    _ digits: (UInt32, UInt32), of points: [(UInt32, UInt32)]
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: 1 << Int(digits.0 + digits.1))
    for point in points {
      let column = UInt64(point.0) >> UInt64(32 - digits.0)
      let row = UInt64(point.1) >> UInt64(32 - digits.1)
      counts[Int(column << UInt64(digits.1) | row)] += 1
    }
    return counts.sorted()
  }

  @Test(
    "In pairs the boxes are as full as those of the Sobol sequence",
    arguments: [0, 5, 11] as [UInt64])
  func boxes(seed: UInt64) throws {
    let sobol = try words(seed: seed)
    let digits: UInt32 = 6
    for (left, right) in [(0, 1), (0, 2), (1, 4), (2, 7), (5, 6)] {
      let scrambled = (0..<UInt32(64)).map { index in
        (
          sobol.word(unit: 3, index: index, dimension: left),
          sobol.word(unit: 3, index: index, dimension: right)
        )
      }
      let plain = (0..<UInt32(64)).map { index in
        (
          sobol.sequence.word(at: index, dimension: left),
          sobol.sequence.word(at: index, dimension: right)
        )
      }
      for first in 0...digits {
        let counts = boxCounts((first, digits - first), of: scrambled)
        #expect(counts == boxCounts((first, digits - first), of: plain))
        // The first two dimensions are a net of the best quality: one point in each box.
        if left == 0, right == 1 { #expect(counts == [Int](repeating: 1, count: 64)) }
      }
    }
  }

  @Test("Over the seeds every digit of a word is a fair coin")
  func uniform() throws {
    let sequence = try words(seed: 0)
    var ones = [Int](repeating: 0, count: 32)
    var sum = 0.0
    for seed in 0..<UInt64(2_000) {
      let sobol = try seed == 0 ? sequence : words(seed: seed, dimensions: 2)
      let word = sobol.word(unit: 1, index: 5, dimension: 1)
      for bit in 0..<32 where word >> UInt32(bit) & 1 == 1 { ones[bit] += 1 }
      sum += Double(word) * 0x1p-32
    }
    #expect(ones.allSatisfy { abs(Double($0) - 1_000) < 4.5 * 500.squareRoot() })
    #expect(abs(sum / 2_000 - 0.5) < 4 * (1.0 / 12 / 2_000).squareRoot())
  }

  /// The mean of n scrambled points in one dimension has the variance 1 / (12 n³): one point in each
  /// n-th, uniform there and uncorrelated with the others (Owen, 1997).
  @Test("The mean of a block has the variance of a perfect scramble")
  func variance() throws {
    let sobol = try words(seed: 3)
    var squares = 0.0
    for unit in 0..<UInt32(1_500) {
      let mean =
        (0..<UInt32(32)).reduce(0) { sum, index in
          sum + Double(sobol.word(unit: unit, index: index, dimension: 2)) * 0x1p-32
        } / 32
      squares += (mean - 0.5) * (mean - 0.5)
    }
    let ratio = squares / 1_500 * 12 * 32 * 32 * 32
    #expect(abs(ratio - 1) < 4 * (2.0 / 1_500).squareRoot())
  }

  @Test("Units, dimensions, streams and seeds are uncorrelated within a block")
  func uncorrelated() throws {
    var columns: [[Double]] = []
    for (seed, stream) in [(1, 1), (1, 2), (2, 1)] as [(UInt64, UInt32)] {
      let sobol = try words(seed: seed, stream: stream, dimensions: 3)
      for unit in 0..<UInt32(5) {
        for dimension in 0..<3 {
          columns.append(
            (0..<UInt32(256)).map { index in
              Double(sobol.word(unit: unit, index: index, dimension: dimension)) * 0x1p-32 - 0.5
            })
        }
      }
    }
    var squares = 0.0
    var pairCount = 0.0
    for left in columns.indices {
      // Within a unit the points of two dimensions are more even than random ones.
      for right in 0..<left where left / 3 != right / 3 {
        let product = zip(columns[left], columns[right]).reduce(0) { $0 + $1.0 * $1.1 }
        let correlation = product * 12 / 256
        #expect(abs(correlation) * 16 < 6)
        squares += correlation * correlation * 256
        pairCount += 1
      }
    }
    // Neighbouring indices lie in opposite halves in every unit, so the square is somewhat above 1.
    #expect(squares / pairCount > 0.9)
    #expect(squares / pairCount < 2)
  }

  @Test("Means of smooth functions are far nearer than those of independent words")
  func nearer() throws {
    let sobol = try words(seed: 8, dimensions: 4)
    var squares = 0.0
    for unit in 0..<UInt32(100) {
      var mean = 0.0
      for index in 0..<UInt32(128) {
        // Of expectation 1 and variance (1 + 1/12)⁴ − 1.
        var product = 1.0
        for dimension in 0..<4 {
          product *=
            0.5 + Double(sobol.word(unit: unit, index: index, dimension: dimension)) * 0x1p-32
        }
        mean += product / 128
      }
      squares += (mean - 1) * (mean - 1)
    }
    let independent = 0.377_363_04 / 128
    #expect(squares / 100 < independent / 30)
  }

  @Test("A place and its parts give the same word; beyond the dimensions it is a random one")
  func places() throws {
    let sobol = try words(seed: 1, dimensions: 3)
    #expect(sobol.dimensionCount == 3)
    let place = sobol.place(unit: 4, index: 9)
    #expect(place == sobol.place(unit: 4, index: 9))
    for dimension in [-1, 0, 1, 2, 3, .max] {
      #expect(
        sobol.word(at: place, dimension: dimension)
          == sobol.word(unit: 4, index: 9, dimension: dimension))
    }
    let beyond = (0..<200).map { sobol.word(unit: 4, index: UInt32($0), dimension: 3) }
    #expect(Set(beyond).count == 200)
    let high = beyond.count { $0 >> 31 == 1 }
    #expect(abs(Double(high) - 100) < 4 * 50.squareRoot())
  }

  /// Expected: the same steps in Python, on the directions of SciPy 1.17.1.
  @Test(
    "Words never change",
    arguments: [(0, 0x07F4_A246), (1, 0xCCC0_F09C), (2, 0x03F9_9AE0), (7, 0x1137_701C)]
      as [(Int, UInt32)])
  func fixed(dimension: Int, word: UInt32) throws {
    #expect(try words(seed: 42).word(unit: 1, index: 2, dimension: dimension) == word)
  }

  @Test("Only so many dimensions have direction numbers", arguments: [0, -1, 3_668])
  func wrong(count: Int) {
    #expect(throws: NumericalError.domain) { try words(seed: 1, dimensions: count) }
  }
}
