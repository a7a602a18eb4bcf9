import Quantities
import Testing

struct RoundingTests {
  @Test("Small fractions of either sign against a search", arguments: Rounding.allCases)
  func search(rounding: Rounding) throws {
    for b in 1...12 {
      for a in -60...60 {
        let candidates = -61...61
        let expected =
          switch rounding {
          case .floor: candidates.last { $0 * b <= a }
          case .ceiling: candidates.first { $0 * b >= a }
          case .halfUp:
            // The nearest; of two equally near ones the one farther from zero.
            candidates.min {
              (abs($0 * b - a), -abs($0)) < (abs($1 * b - a), -abs($1))
            }
          }
        #expect(try fraction(a, b).rounded(rounding) == expected.map { Int128($0) })
      }
    }
  }

  @Test("Halves at 128 bits")
  func extremes() throws {
    // max is odd: max/2 lies half-way.
    let half = try Rational(.max, over: 2)
    #expect(half.rounded(.floor) == Int128.max / 2)
    #expect(half.rounded(.ceiling) == Int128.max / 2 + 1)
    #expect(half.rounded(.halfUp) == Int128.max / 2 + 1)
    let negative = try Rational(.max, over: -2)
    #expect(negative.rounded(.floor) == -(Int128.max / 2) - 1)
    #expect(negative.rounded(.ceiling) == -(Int128.max / 2))
    #expect(negative.rounded(.halfUp) == -(Int128.max / 2) - 1)
    // Just below and just above one half.
    #expect(try Rational(Int128.max / 2, over: .max).rounded(.halfUp) == 0)
    #expect(try Rational(Int128.max / 2 + 1, over: .max).rounded(.halfUp) == 1)
  }

  @Test("An amount rounds to a multiple of a unit", arguments: Rounding.allCases)
  func money(rounding: Rounding) throws {
    for unit in [1, 3, 100] as [Int64] {
      for numerator in -700...700 {
        let exact = try fraction(numerator, 3)
        let money = try Money(rounding: exact, rounding, toMultipleOf: Money(minorUnits: unit))
        #expect(money.minorUnits.isMultiple(of: unit))
        let distance = try (money.exact - exact) / Rational(unit)
        switch rounding {
        case .floor: #expect(distance <= .zero && distance > Rational(-1))
        case .ceiling: #expect(distance >= .zero && distance < .one)
        case .halfUp:
          let half = try fraction(1, 2)
          #expect(distance.magnitude <= half)
          if distance.magnitude == half { #expect((distance > .zero) == (exact > .zero)) }
        }
      }
    }
  }

  @Test("A rounded amount that does not fit throws")
  func moneyOverflow() throws {
    let cent = Money(minorUnits: 1)
    #expect(throws: ArithmeticOverflow.self) {
      try Money(rounding: Rational(.max, over: 1), .floor, toMultipleOf: cent)
    }
    #expect(throws: ArithmeticOverflow.self) {
      try Money(rounding: Rational.one, .floor, toMultipleOf: .zero)
    }
    let most = Rational(Int64.max)
    #expect(try Money(rounding: most, .floor, toMultipleOf: cent).minorUnits == .max)
    #expect(throws: ArithmeticOverflow.self) {
      try Money(rounding: most, .ceiling, toMultipleOf: Money(minorUnits: 100))
    }
  }
}
