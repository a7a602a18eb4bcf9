import Quantities
import Testing

struct RationalTests {
  @Test("A fraction is in lowest terms with a positive denominator")
  func lowestTerms() throws {
    for (a, b) in smallFractions {
      for sign in [1, -1] {
        let value = try fraction(sign * a, sign * b)
        #expect(value.denominator > 0)
        // The smallest b' for which a·b'/b is whole, by trying them.
        let least = (1...b).first { (a * $0).isMultiple(of: b) } ?? b
        #expect(value.denominator == Int128(least))
        #expect(value.numerator == Int128(a * least / b))
        #expect(value.isWhole == a.isMultiple(of: b))
      }
    }
  }

  @Test("Sum, difference, product and quotient of all small fractions")
  func arithmetic() throws {
    for (a, b) in smallFractions {
      let left = try fraction(a, b)
      for (c, d) in smallFractions {
        let right = try fraction(c, d)
        var agrees =
          try left + right == fraction(a * d + c * b, b * d)
          && left - right == fraction(a * d - c * b, b * d)
          && left * right == fraction(a * c, b * d)
        if c != 0 { agrees = try agrees && left / right == fraction(a * d, b * c) }
        if !agrees { Issue.record("\(a)/\(b) and \(c)/\(d)") }
      }
    }
  }

  @Test("The laws of a field hold for random fractions", arguments: 0..<200 as Range<UInt64>)
  func laws(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = try (0..<3).map { _ in
      try fraction(
        Int.random(in: -1_000_000...1_000_000, using: &random),
        Int.random(in: 1...1_000_000, using: &random))
    }
    let (x, y, z) = (values[0], values[1], values[2])
    #expect(try x + y == y + x)
    #expect(try (x + y) + z == x + (y + z))
    #expect(try x * y == y * x)
    #expect(try (x * y) * z == x * (y * z))
    #expect(try x * (y + z) == x * y + x * z)
    #expect(try x - y == .zero - (y - x))
    #expect(try x + .zero == x)
    #expect(try x * .one == x)
    #expect(try (x - y) + y == x)
    if y != .zero { #expect(try (x / y) * y == x) }
    #expect(x.magnitude == (x < .zero ? try .zero - x : x))
  }

  @Test("Whole numbers of all 64 bits", arguments: [Int64.min, -1, 0, 1, .max])
  func wholeNumbers(whole: Int64) {
    let value = Rational(whole)
    #expect(value.numerator == Int128(whole))
    #expect(value.denominator == 1)
    #expect(value.rounded(.floor) == Int128(whole))
  }

  @Test("What does not fit throws, in every operation")
  func overflow() throws {
    let most = try Rational(.max, over: 1)
    let least = try Rational(.max, over: -1)
    let tiny = try Rational(1, over: .max)
    #expect(throws: ArithmeticOverflow.self) { try most + .one }
    #expect(throws: ArithmeticOverflow.self) { try least - .one - .one }
    #expect(throws: ArithmeticOverflow.self) { try most - least }
    #expect(throws: ArithmeticOverflow.self) { try most * Rational(2) }
    #expect(throws: ArithmeticOverflow.self) { try tiny * fraction(1, 2) }
    #expect(throws: ArithmeticOverflow.self) { try tiny / Rational(2) }
    #expect(throws: ArithmeticOverflow.self) { try tiny + fraction(1, 2) }
    #expect(throws: ArithmeticOverflow.self) { try Rational.one / .zero }
    #expect(throws: ArithmeticOverflow.self) { try Rational(1, over: 0) }
    #expect(throws: ArithmeticOverflow.self) { try Rational(.min, over: 1) }
    #expect(throws: ArithmeticOverflow.self) { try Rational(1, over: .min) }
  }

  @Test("What fits only after reduction does not throw")
  func reducedProducts() throws {
    let most = try Rational(.max, over: 1)
    let tiny = try Rational(1, over: .max)
    #expect(try most * tiny == .one)
    #expect(try most / most == .one)
    #expect(try most - most == .zero)
    #expect(try tiny - tiny == .zero)
    // 10^38 / 3 × 3 / 10^38.
    let large = try Rational(
      Int128(1_000_000_000_000_000_000) * 100_000_000_000_000_000_000, over: 3)
    #expect(try large * (.one / large) == .one)
  }

  @Test("The median: the middle one, or the mean of two")
  func median() throws {
    #expect(try Rational.median(ofSorted: []) == nil)
    #expect(try Rational.median(ofSorted: [Rational(7)]) == Rational(7))
    #expect(try Rational.median(ofSorted: [Rational(1), Rational(2)]) == fraction(3, 2))
    #expect(try Rational.median(ofSorted: [Rational(1), Rational(5), Rational(6)]) == Rational(5))
    let slice = [Rational(9), Rational(1), Rational(2), Rational(4), Rational(8)][1...]
    #expect(try Rational.median(ofSorted: slice) == Rational(3))
  }
}
