import Statistics
import Testing

@Suite struct ChebyshevPanelTests {
  private let count = ChebyshevPanel.pointCount

  private func product(_ matrix: [Double], _ values: [Double]) -> [Double] {
    (0..<count).map { row in
      (0..<count).reduce(0.0) { $0 + matrix[row * count + $1] * values[$1] }
    }
  }

  @Test("The points run from −1 to 1, alike on both sides")
  func points() {
    let points = ChebyshevPanel.points
    #expect(points.count == 9)
    #expect(points.first == -1 && points.last == 1 && points[4] == 0)
    #expect(zip(points, points.reversed()).allSatisfy { $0 == -$1 })
    // cos(π/8) and cos(π/4).
    #expect(abs(points[7] - 0.923_879_532_511_286_7) < 1e-15)
    #expect(abs(points[6] - 0.707_106_781_186_547_6) < 1e-15)
  }

  @Test(
    "Powers up to the degree are differentiated, integrated and evaluated exactly", arguments: 0...8
  )
  func powers(power: Int) {
    func raised(_ x: Double, _ power: Int) -> Double {
      (0..<power).reduce(1.0) { value, _ in value * x }
    }
    let values = ChebyshevPanel.points.map { raised($0, power) }
    let slopes = product(ChebyshevPanel.derivative, values)
    let integrals = product(ChebyshevPanel.integral, values)
    for (index, x) in ChebyshevPanel.points.enumerated() {
      let slope = power == 0 ? 0 : Double(power) * raised(x, power - 1)
      let integral = (raised(x, power + 1) - raised(-1, power + 1)) / Double(power + 1)
      #expect(abs(slopes[index] - slope) < 1e-12)
      #expect(abs(integrals[index] - integral) < 1e-14)
    }
    for x in [-1, -0.99, -0.3, 0, 0.123, 0.5, 1] {
      #expect(abs(ChebyshevPanel.value(of: values[...], at: x) - raised(x, power)) < 1e-14)
    }
  }

  @Test("A smooth curve leaves little in the last coefficients, a kink much")
  func roughness() {
    let smooth = ChebyshevPanel.points.map { 1 / (3 + $0) }
    let kink = ChebyshevPanel.points.map { abs($0 - 0.2) }
    #expect(ChebyshevPanel.roughness(of: smooth[...]) < 1e-4)
    #expect(ChebyshevPanel.roughness(of: kink[...]) > 5e-3)
    // The Chebyshev polynomial of order 8 is 1 and −1 in turn, and its own coefficient is 1.
    let last = (0...8).map { $0.isMultiple(of: 2) ? 1.0 : -1.0 }
    #expect(abs(ChebyshevPanel.roughness(of: last[...]) - 1) < 1e-14)
  }
}
