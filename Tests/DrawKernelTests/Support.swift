import Testing

/// Rows of lanes to test with: widths around whole vectors, and without any lane or place.
struct Shape: Hashable, CustomTestStringConvertible {
  let lanes: Int
  let places: Int

  static let all: [Shape] = [0, 1, 7, 8, 9, 31, 64, 69].flatMap { lanes in
    [0, 1, 2, 13, 40].map { Shape(lanes: lanes, places: $0) }
  }

  var count: Int { lanes * places }
  var testDescription: String { "\(lanes) lanes of \(places)" }
}

/// Room for what a kernel writes, with guards behind it that have to stay as they are.
struct Room<Number: FixedWidthInteger> {
  private static var unwritten: Number { Number(truncatingIfNeeded: 0x5AA5_5AA5_5AA5_5AA5) }
  /// As many as two vectors have.
  private static var guards: [Number] { Array(repeating: unwritten, count: 16) }

  /// What the kernel is given.
  var numbers: [Number]

  /// Room that nothing has been written to.
  init(_ count: Int) {
    self.init(Array(repeating: Self.unwritten, count: count))
  }

  /// Room that holds something already.
  init(_ old: [Number]) {
    numbers = old + Self.guards
  }

  /// What the room holds, and an expectation that nothing beyond it was written.
  func bits(_ sourceLocation: SourceLocation = #_sourceLocation) -> [Int64] {
    let guards = Self.guards
    #expect(
      Array(numbers.suffix(guards.count)) == guards, "written beyond the room",
      sourceLocation: sourceLocation)
    return numbers.dropLast(guards.count).map { Int64(truncatingIfNeeded: $0) }
  }
}

/// Expects all builds of a kernel to come to the same, bit for bit.
///
/// - Parameters:
///   - builds: The kernel in several builds.
///   - sourceLocation: Where the expectation stands.
///   - outcome: Runs one of them on an input, the same each time, and collects all that it wrote.
/// - Returns: What they come to.
@discardableResult
func expectOneOutcome<Kernel>(
  of builds: [Kernel], sourceLocation: SourceLocation = #_sourceLocation,
  _ outcome: (Kernel) -> [[Int64]]
) -> [[Int64]] {
  let outcomes = builds.map(outcome)
  for other in outcomes.dropFirst() {
    #expect(other == outcomes[0], sourceLocation: sourceLocation)
  }
  return outcomes[0]
}
