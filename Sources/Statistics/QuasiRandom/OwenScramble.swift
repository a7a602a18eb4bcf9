/// A nested uniform scramble of 32 binary digits, drawn by a key.
///
/// Owen, *Randomly permuted (t,m,s)-nets and (t,s)-sequences* (1995): whether a digit is flipped is
/// random and depends on the digits above it alone, so that every dyadic interval goes to one of the
/// same width. Instead of 2³² − 1 coins there is a hash of the reversed digits in which each digit acts
/// upwards only, the idea of Laine and Karras (2011) and of Burley, *Practical hash-based Owen
/// scrambling* (Journal of Computer Graphics Techniques 9, 2020).
///
/// The steps are not theirs, which leave flips correlated in pairs, or tie some in threes. With a
/// product by an odd key and a square in each of three rounds the flips are independent in twos,
/// threes and fours, as far as 8,192 keys can tell.
@usableFromInline
struct OwenScramble: Hashable, Sendable {
  /// Four random words.
  @usableFromInline let key: SIMD4<UInt32>

  /// Creates the scramble of a key.
  @inlinable
  init(key: SIMD4<UInt32>) {
    self.key = key
  }

  /// The scrambled digits.
  ///
  /// - Complexity: O(1), nine multiplications.
  @inlinable
  func callAsFunction(_ digits: UInt32) -> UInt32 {
    var digits = OwenScramble.reversed(digits)
    digits = OwenScramble.round(digits, sum: key[0], factor: key[1])
    digits = OwenScramble.round(digits, sum: key[2], factor: key[3])
    // The same words once more, their halves exchanged.
    digits = OwenScramble.round(
      digits, sum: key[1] << 16 | key[1] >> 16, factor: key[0] << 16 | key[0] >> 16)
    return OwenScramble.reversed(digits)
  }

  /// One round: each step is one to one, and no digit acts on a lower one.
  @inlinable
  static func round(_ digits: UInt32, sum: UInt32, factor: UInt32) -> UInt32 {
    var digits = digits &+ sum
    digits &*= factor | 1
    digits &+= 2 &* digits &* digits
    return digits ^ digits &* 0x0552_6C56
  }

  /// The digits in the opposite order.
  @inlinable
  static func reversed(_ digits: UInt32) -> UInt32 {
    var digits = digits.byteSwapped
    digits = digits >> 4 & 0x0F0F_0F0F | (digits & 0x0F0F_0F0F) << 4
    digits = digits >> 2 & 0x3333_3333 | (digits & 0x3333_3333) << 2
    return digits >> 1 & 0x5555_5555 | (digits & 0x5555_5555) << 1
  }
}
