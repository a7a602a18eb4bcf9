import Statistics
import Testing

@Suite struct RootFinderTests {
  @Test("Roots to the last bits, by interpolation", arguments: [2.0, 1e-300, 7e250])
  func squareRoot(square: Double) throws {
    var callCount = 0
    let expected = square.squareRoot()
    let root = try RootFinder.root(from: expected / 10, to: expected * 100) {
      x throws(NumericalError) in
      callCount += 1
      return x * (x / square) - 1
    }
    #expect(abs(root / expected - 1) < 1e-15)
    #expect(callCount < 20)
  }

  @Test("A jump is a change of sign, and a tolerance is near enough")
  func jump() throws {
    let jump = try RootFinder.root(from: -1, to: 2) { x throws(NumericalError) in x < 0.3 ? -1 : 1 }
    #expect(abs(jump - 0.3) < 1e-15)
    var callCount = 0
    let zero = try RootFinder.root(from: -1, to: 2, tolerance: 1e-6) { x throws(NumericalError) in
      callCount += 1
      return x < 0 ? -1 : 1
    }
    #expect(abs(zero) < 1e-6)
    #expect(callCount < 60)
  }

  @Test("A bound that is the root is the answer")
  func bounds() throws {
    #expect(try RootFinder.root(from: 0, to: 1) { x throws(NumericalError) in x } == 0)
    #expect(try RootFinder.root(from: -1, to: 0) { x throws(NumericalError) in x } == 0)
  }

  @Test("Without a bracket, or a finite value, there is no root")
  func wrong() {
    for (low, high) in [(1.0, 2.0), (2, -1), (0, .infinity), (.nan, 1), (1, 1)] {
      #expect(throws: NumericalError.domain) {
        try RootFinder.root(from: low, to: high) { x throws(NumericalError) in x }
      }
    }
    #expect(throws: NumericalError.domain) {
      try RootFinder.root(from: -1, to: 1) { x throws(NumericalError) in x < 0.5 ? -1 : .nan }
    }
    #expect(throws: NumericalError.overflow) {
      try RootFinder.root(from: -1, to: 1) { _ throws(NumericalError) in throw .overflow }
    }
  }
}
