/// A name as two words: its bytes where there are at most sixteen, else a hash and its length.
///
/// Names have no NUL, so short ones filled up with zeros are equal exactly where the words are. Long
/// ones begin their second word with a byte that no UTF-8 has, and are compared byte by byte as well.
struct NameKey: Hashable, BitwiseCopyable, Sendable {
  let low: UInt64
  let high: UInt64

  /// The key of no name.
  static let empty = NameKey(low: 0, high: 0)
  /// The longest name that is its own key.
  static let shortLength = 16
  private static let longMark: UInt64 = 0xFF << 56

  /// Makes the key of a name.
  ///
  /// - Parameters:
  ///   - base: Where bytes may be read up to sixteen behind the name.
  ///   - start: The first byte.
  ///   - length: Above 0.
  @inline(__always)
  init(_ base: UnsafeRawPointer, _ start: Int, length: Int) {
    guard length <= NameKey.shortLength else {
      unsafe (low, high) = NameKey.long(base, start, length)
      return
    }
    let first = unsafe base.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
    guard length > 8 else {
      low = first & (UInt64.max >> UInt64(64 - 8 * length))
      high = 0
      return
    }
    let second = unsafe base.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
      .littleEndian
    low = first
    high = second & (UInt64.max >> UInt64(128 - 8 * length))
  }

  /// Makes the key of a name that lies in a string.
  static func withKey<Result>(
    of text: String, _ body: (NameKey, Span<UInt8>) -> Result
  ) -> Result {
    let bytes = Array(text.utf8)
    let padded = bytes + [UInt8](repeating: 0, count: shortLength)
    let key = unsafe padded.withUnsafeBytes { buffer in
      // An array of some bytes has an address.
      unsafe buffer.baseAddress.map { unsafe NameKey($0, 0, length: bytes.count) }
    }
    return body(key ?? .empty, bytes.span)
  }

  @inline(__always)
  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  @inline(never)
  private static func long(
    _ base: UnsafeRawPointer, _ start: Int, _ length: Int
  ) -> (UInt64, UInt64) {
    var hash = NameKey.mixed(UInt64(length), 0x9E37_79B9_7F4A_7C15)
    for place in stride(from: start, to: start + length - 8, by: 8) {
      let word = unsafe base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      hash = mixed(hash ^ word, 0xD6E8_FEB8_6659_FD93)
    }
    let last = unsafe base.loadUnaligned(fromByteOffset: start + length - 8, as: UInt64.self)
      .littleEndian
    return (mixed(hash ^ last, 0xD6E8_FEB8_6659_FD93), longMark | UInt64(length))
  }

  /// Whether the words do not hold the whole name.
  var isLong: Bool { high >= NameKey.longMark }

  /// A hash of the key.
  @inline(__always)
  func hash(seed: UInt64) -> UInt64 {
    NameKey.mixed(low ^ seed, 0x9E37_79B9_7F4A_7C15 ^ high.byteSwapped)
      ^ NameKey.mixed(high, 0xD6E8_FEB8_6659_FD93)
  }

  /// Both halves of a product, folded.
  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
