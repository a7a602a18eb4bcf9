import Statistics
import Testing

@Suite struct RootTests {
  @Test("Roots to the last bits, at the ends too")
  func known() throws {
    let two = try Root.find(from: 0, to: 2) { x throws(NumericalError) in x * x - 2 }
    #expect(abs(two - 1.414_213_562_373_095_1) < 1e-15)
    let steep = try Root.find(from: 0, to: 1) { x throws(NumericalError) in
      x * x * x * x * x - 1e-20
    }
    #expect(abs(steep / 1e-4 - 1) < 1e-14)
    #expect(try Root.find(from: 3, to: 4) { x throws(NumericalError) in x - 3 } == 3)
    #expect(try Root.find(from: 3, to: 4) { x throws(NumericalError) in x - 4 } == 4)
  }

  @Test("No root is no answer; what the function throws comes out")
  func refused() {
    for (low, high) in [(2.0, 3.0), (-3, -2), (1, .nan), (1, 0)] {
      #expect(throws: NumericalError.domain) {
        try Root.find(from: low, to: high) { x throws(NumericalError) in x }
      }
    }
    #expect(throws: NumericalError.overflow) {
      try Root.find(from: -1, to: 1) { _ throws(NumericalError) in throw .overflow }
    }
    #expect(throws: NumericalError.domain) {
      try Root.find(from: -1, to: 1) { _ throws(NumericalError) in .nan }
    }
  }

  @Test(
    "The exponential function to the last bit",
    arguments: [
      (0.0, 1.0), (1, 2.718_281_828_459_045), (-1, 0.367_879_441_171_442_33),
      (-700, 9.859_676_543_759_77e-305), (-1e9, 0),
    ])
  func exponential(x: Double, expected: Double) throws {
    #expect(try Exponential.value(x) == expected)
  }

  @Test("The exponential function of what has none")
  func noExponential() {
    #expect(throws: NumericalError.overflow) { try Exponential.value(710) }
    #expect(throws: NumericalError.domain) { try Exponential.value(.nan) }
  }
}
