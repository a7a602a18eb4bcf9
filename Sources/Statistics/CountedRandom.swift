/// Random words that can be had at any place, in any order, on any thread.
///
/// The seed is the key of ``Philox4x32x10``; stream, unit, draw and slot are the four words of its
/// counter. So a word belongs to what it is for and never to who asks for it or when.
public struct CountedRandom: Hashable, Sendable {
  private let generator: Philox4x32x10
  let seed: UInt64
  let stream: UInt32

  /// Creates the words of a seed and a stream.
  public init(seed: UInt64, stream: UInt32) {
    generator = Philox4x32x10(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    self.seed = seed
    self.stream = stream
  }

  /// The four words of one place.
  ///
  /// - Complexity: O(1).
  public func block(unit: UInt32, draw: UInt32, slot: UInt32) -> SIMD4<UInt32> {
    generator.block(at: SIMD4(slot, unit, draw, stream))
  }
}

extension UInt32 {
  /// A whole number below a bound from one random word, by multiplication.
  ///
  /// Without rejection, so that a place uses exactly one word: no number is more likely than another
  /// by more than bound / 2³².
  ///
  /// - Returns: 0 when the bound is less than 1.
  public func scaled(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    let product = UInt64(self).multipliedFullWidth(by: UInt64(bound))
    return Int(truncatingIfNeeded: product.high << 32 | product.low >> 32)
  }
}
