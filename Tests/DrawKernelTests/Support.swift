import Testing

/// Rows of lanes to test with: widths around whole vectors, and without any lane or place.
struct Shape: Hashable, CustomTestStringConvertible {
  let lanes: Int
  let places: Int

  static let all: [Shape] = [0, 1, 7, 8, 9, 31, 64].flatMap { lanes in
    [0, 1, 2, 13, 40].map { Shape(lanes: lanes, places: $0) }
  }

  var count: Int { lanes * places }
  var testDescription: String { "\(lanes) lanes of \(places)" }
}

/// Expects all builds of a kernel to come to the same, bit for bit.
///
/// - Parameters:
///   - builds: The kernel in several builds.
///   - sourceLocation: Where the expectation stands.
///   - outcome: Runs one of them on an input, the same each time, and collects all that it wrote.
func expectOneOutcome<Kernel>(
  of builds: [Kernel], sourceLocation: SourceLocation = #_sourceLocation,
  _ outcome: (Kernel) -> [[Int64]]
) {
  let outcomes = builds.map(outcome)
  for other in outcomes.dropFirst() {
    #expect(other == outcomes[0], sourceLocation: sourceLocation)
  }
}

/// The bits of what a kernel wrote.
func bits(_ numbers: [some FixedWidthInteger]) -> [Int64] {
  numbers.map { Int64(truncatingIfNeeded: $0) }
}

/// Random numbers of which a quarter are the least and the largest possible (SplitMix64).
struct Extremes: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
  }

  /// Numbers for a shape, others for each.
  init(_ shape: Shape) {
    self.init(seed: shape.lanes * 1_000 + shape.places)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func number<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> Number {
    switch next() % 8 {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: .random(in: range, using: &self)
    }
  }

  mutating func numbers<Number: FixedWidthInteger>(
    _ count: Int, _ range: ClosedRange<Number>
  ) -> [Number] {
    (0..<count).map { _ in number(range) }
  }

  mutating func words(_ count: Int) -> [UInt32] { numbers(count, 0...UInt32.max) }

  /// Ascending numbers in each lane, many of them equal.
  mutating func ascendingRows<Number: FixedWidthInteger>(
    _ shape: Shape, upTo last: [Number]
  ) -> [Number] {
    var rows = [Number](repeating: 0, count: shape.count)
    for lane in 0..<shape.lanes {
      let few = numbers(max(1, shape.places / 2), 1...last[lane])
      let column = (0..<shape.places).map { _ in few[number(0...few.count - 1)] }.sorted()
      for place in 0..<shape.places { rows[place * shape.lanes + lane] = column[place] }
    }
    return rows
  }
}
