import Quantities

/// Every fraction a / b with small parts, reduced or not.
let smallFractions: [(a: Int, b: Int)] = (-7...7).flatMap { a in (1...7).map { (a, $0) } }

/// A fraction from two machine integers.
func fraction(_ a: Int, _ b: Int) throws -> Rational {
  try Rational(Int128(a), over: Int128(b))
}

/// Random numbers from a seed (xorshift), the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = (seed &+ 1) &* 0x9e37_79b9_7f4a_7c15 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
