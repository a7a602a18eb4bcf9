import Statistics
import Testing

@Suite struct MonotoneCubicTests {
  @Test("Straight lines, and parabolas away from the ends, are kept")
  func exact() throws {
    let knots = [0.0, 0.5, 0.7, 2, 3]
    let line = try MonotoneCubic(knots: knots, values: knots.map { 3 * $0 - 1 })
    let parabola = try MonotoneCubic(knots: knots, values: knots.map { $0 * $0 })
    for x in [0.0, 0.1, 0.6, 1.3, 2.5, 3] {
      #expect(abs(line.value(at: x) - (3 * x - 1)) < 1e-15)
    }
    for x in [0.55, 0.6, 1, 1.9, 2.3, 2.9] {
      #expect(abs(parabola.value(at: x) - x * x) < 1e-14)
    }
  }

  @Test("The curve never falls, passes its points and stays between them")
  func monotone() throws {
    let knots = [0.0, 1, 2, 3, 3.001, 8]
    let values = [0.0, 0, 5, 5, 6, 6]
    let curve = try MonotoneCubic(knots: knots, values: values)
    for (knot, value) in zip(knots, values) { #expect(curve.value(at: knot) == value) }
    var last = -1.0
    for step in 0...8_000 {
      let value = curve.value(at: Double(step) / 1_000)
      #expect(value >= last)
      last = value
    }
    #expect(curve.value(at: 0.5) == 0 && curve.value(at: 2.5) == 5)
    #expect(curve.value(at: -1) == 0 && curve.value(at: 9) == 6)
  }

  @Test("Twice the knots make an error about eight times smaller")
  func order() throws {
    func error(_ count: Int) throws -> Double {
      let knots = (0...count).map { Double($0) / Double(count) }
      let curve = try MonotoneCubic(knots: knots, values: knots.map { $0 / (2 - $0) })
      return (0...1_000).map { Double($0) / 1_000 }
        .reduce(0) { max($0, abs(curve.value(at: $1) - $1 / (2 - $1))) }
    }
    let ratio = try error(20) / error(40)
    #expect(ratio > 6 && ratio < 20)
  }

  @Test(
    "Points that do not rise are refused",
    arguments: [
      ([0.0], [0.0]), ([0, 0], [0, 1]), ([1, 0], [0, 1]), ([0, 1], [1, 0]), ([0, 1], [0]),
      ([0, 1], [0, .nan]), ([0, .infinity], [0, 1]), ([], []),
    ])
  func refused(knots: [Double], values: [Double]) {
    #expect(throws: NumericalError.domain) { try MonotoneCubic(knots: knots, values: values) }
  }
}
