/// Philox4x32 with ten rounds: a counter-based generator of random words.
///
/// A block of four words depends on the key and the counter alone, so any part of any stream can be
/// had in any order, on any thread. Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy
/// as 1, 2, 3* (SC11); the words are those of the Random123 library.
public struct Philox4x32x10: Hashable, Sendable {
  /// Two words that select the generator.
  public let key: SIMD2<UInt32>

  /// Creates the generator of a key.
  @inlinable
  public init(key: SIMD2<UInt32>) {
    self.key = key
  }

  /// The four words that belong to a counter.
  ///
  /// - Complexity: O(1), twenty multiplications.
  @inlinable
  public func block(at counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var (word0, word1, word2, word3) = (counter[0], counter[1], counter[2], counter[3])
    var (key0, key1) = (key[0], key[1])
    for _ in 0..<10 {
      let first = UInt64(word0) &* 0xD251_1F53
      let second = UInt64(word2) &* 0xCD9E_8D57
      (word0, word1, word2, word3) = (
        UInt32(truncatingIfNeeded: second >> 32) ^ word1 ^ key0,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ word3 ^ key1,
        UInt32(truncatingIfNeeded: first)
      )
      // The golden ratio and √3 − 1 as fractions of 2³².
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
    return SIMD4(word0, word1, word2, word3)
  }
}
