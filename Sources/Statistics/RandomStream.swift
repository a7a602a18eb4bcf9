/// A sequence of random words that a seed and a stream number determine.
///
/// The seed is the key of ``Philox4x32x10`` and the stream number the upper half of its counter, so
/// that streams of one seed never overlap. Not a `RandomNumberGenerator`: what the standard library
/// makes of one may change with its version, and results here must not.
public struct RandomStream: Hashable, Sendable {
  @usableFromInline let generator: Philox4x32x10
  @usableFromInline let stream: UInt64
  @usableFromInline var nextBlock: UInt64 = 0
  // The unread words of the last block, the next one lowest.
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0
  @usableFromInline var unreadWordCount = 0

  /// Creates a stream at its start.
  @inlinable
  public init(seed: UInt64, stream: UInt64) {
    generator = Philox4x32x10(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    self.stream = stream
  }

  /// The next 32 bits.
  @inlinable
  public mutating func nextWord() -> UInt32 {
    if unreadWordCount == 0 { refill() }
    unreadWordCount &-= 1
    let word = UInt32(truncatingIfNeeded: low)
    low = low >> 32 | high << 32
    high >>= 32
    return word
  }

  /// The next 64 bits: two words, the earlier one lowest.
  @inlinable
  public mutating func next() -> UInt64 {
    let earlier = UInt64(nextWord())
    return UInt64(nextWord()) << 32 | earlier
  }

  /// The next number in 0..<1, a multiple of 2⁻⁵³.
  @inlinable
  public mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  @inlinable
  mutating func refill() {
    let words = generator.block(
      at: SIMD4(
        UInt32(truncatingIfNeeded: nextBlock), UInt32(truncatingIfNeeded: nextBlock >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)))
    nextBlock &+= 1
    low = UInt64(words[1]) << 32 | UInt64(words[0])
    high = UInt64(words[3]) << 32 | UInt64(words[2])
    unreadWordCount = 4
  }
}
