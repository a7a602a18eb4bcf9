import Quantities
import Testing

struct RationalComparisonTests {
  @Test("All small fractions compare like their cross products")
  func smallComparisons() throws {
    for (a, b) in smallFractions {
      for (c, d) in smallFractions {
        let (left, right) = (try fraction(a, b), try fraction(c, d))
        let agrees =
          (left < right) == (a * d < c * b) && (left == right) == (a * d == c * b)
          && (left > right) == (a * d > c * b)
        if !agrees { Issue.record("\(a)/\(b) and \(c)/\(d)") }
      }
    }
  }

  @Test("n/(n+1) rises with n up to 128 bits, where cross products need 256")
  func extremes() throws {
    var last = try Rational(.max - 40, over: .max - 39)
    for distance in stride(from: Int128(38), through: 1, by: -1) {
      let next = try Rational(.max - distance - 1, over: .max - distance)
      #expect(last < next)
      #expect(!(next < last))
      #expect(try Rational.zero - next < .zero - last)
      #expect(try next < .one && .zero - next > .zero - .one)
      last = next
    }
    #expect(try Rational(1, over: .max) < Rational(1, over: .max - 1))
    #expect(try Rational(1, over: .max) > .zero)
    #expect(try Rational(.max, over: 1) > Rational(.max - 1, over: 1))
    #expect(try Rational(.max, over: -1) < Rational(1, over: .max))
  }

  @Test("Random fractions of 128 bits compare like their continued fractions")
  func continuedFractions() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let parts = (0..<4).map { _ in
        Int128.random(in: 1...Int128.max, using: &random)
          >> Int.random(in: 0...100, using: &random) | 1
      }
      let left = try Rational(parts[0], over: parts[1])
      let right = try Rational(parts[2], over: parts[3])
      let isLess = precedes((parts[0], parts[1]), (parts[2], parts[3]))
      if (left < right) != isLess { Issue.record("\(parts)") }
    }
  }

  /// Whether a/b < c/d for positive parts: compare whole parts, then the reciprocals of the rests.
  private func precedes(_ left: (Int128, Int128), _ right: (Int128, Int128)) -> Bool {
    let (whole, rest) = left.0.quotientAndRemainder(dividingBy: left.1)
    let (otherWhole, otherRest) = right.0.quotientAndRemainder(dividingBy: right.1)
    if whole != otherWhole { return whole < otherWhole }
    if rest == 0 { return otherRest != 0 }
    if otherRest == 0 { return false }
    return precedes((right.1, otherRest), (left.1, rest))
  }
}
