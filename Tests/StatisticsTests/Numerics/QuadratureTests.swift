import Statistics
import Testing

@Suite struct QuadratureTests {
  @Test("Integrals with a known value, smooth and singular")
  func known() throws {
    let square = try Quadrature.integrate(from: 0, to: 3) { x throws(NumericalError) in x * x }
    #expect(abs(square.value - 9) < 1e-13)
    #expect(square.error < 1e-11)
    let root = try Quadrature.integrate(from: 0, to: 1) { x throws(NumericalError) in
      x.squareRoot()
    }
    #expect(abs(root.value - 2.0 / 3) < 1e-12)
    // The integral of 1 / (1 + x²) from -1000 to 1000 is 2 atan 1000.
    let bell = try Quadrature.integrate(from: -1000, to: 1000) { x throws(NumericalError) in
      1 / (1 + x * x)
    }
    #expect(abs(bell.value - 3.139_592_654_256_459_3) < 1e-11)
    #expect(abs(bell.value - 3.139_592_654_256_459_3) <= bell.error + 1e-15)
  }

  @Test("A narrow range costs no more than a wide one", arguments: [1.0, 1e-9, 1e-30])
  func narrow(width: Double) throws {
    var callCount = 0
    let integral = try Quadrature.integrate(from: 0, to: width) { x throws(NumericalError) in
      callCount += 1
      return 1 / (1 + x / width)
    }
    // ln 2.
    #expect(abs(integral.value / width - 0.693_147_180_559_945_3) < 1e-14)
    #expect(callCount < 500)
  }

  @Test("An empty range is nothing; what the integrand throws comes out")
  func ends() throws {
    let empty = try Quadrature.integrate(from: 2, to: 2) { _ throws(NumericalError) in 1 }
    #expect(empty == .zero)
    #expect(throws: NumericalError.noConvergence) {
      try Quadrature.integrate(from: 0, to: 1) { _ throws(NumericalError) in
        throw NumericalError.noConvergence
      }
    }
    #expect(throws: NumericalError.domain) {
      try Quadrature.integrate(from: 0, to: 1) { _ throws(NumericalError) in .nan }
    }
    for bound in [Double.infinity, .nan, -1] {
      #expect(throws: NumericalError.domain) {
        try Quadrature.integrate(from: 0, to: bound) { _ throws(NumericalError) in 1 }
      }
    }
  }
}
