/// A linear congruential generator for seeded sampling (Knuth's MMIX constants).
struct SmallGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> UInt64 {
    // The low bits of such a generator are weak: two steps give the high halves of each.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let high = state >> 32
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return high << 32 | state >> 32
  }
}

/// Every multiset of `count` elements, each in ascending order of the elements' places.
func multisets<Element>(of elements: [Element], count: Int) -> [[Element]] {
  guard count > 0 else { return [[]] }
  return elements.indices.flatMap { first in
    multisets(of: Array(elements[first...]), count: count - 1).map { [elements[first]] + $0 }
  }
}

/// Every sequence of `count` elements.
func sequences<Element>(of elements: [Element], count: Int) -> [[Element]] {
  guard count > 0 else { return [[]] }
  return sequences(of: elements, count: count - 1).flatMap { rest in elements.map { rest + [$0] } }
}
