/// Bytes that are written one after the other.
@safe
struct LineBuffer: ~Copyable {
  /// Bytes that may be written behind the last one, and are written over by the next.
  private static let slackBytes = 64

  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 20) {
    self.capacity = max(capacity, LineBuffer.slackBytes)
    unsafe memory = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe memory.deallocate()
  }

  mutating func removeAll() { count = 0 }

  /// Makes room for so many bytes and begins to write there.
  @inline(__always)
  mutating func cursor(room: Int) -> LineCursor {
    if capacity - count < room + LineBuffer.slackBytes { grow(room + LineBuffer.slackBytes) }
    return unsafe LineCursor(memory + count)
  }

  /// Takes over what a cursor has written.
  @inline(__always)
  mutating func advance(to cursor: LineCursor) {
    count = unsafe cursor.place - memory
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = moved
    capacity = larger
  }

  /// The bytes written so far.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeRawBufferPointer(start: memory, count: count))
  }
}

/// Where bytes are written into room that was made for them.
///
/// Short texts are written with up to sixteen bytes more, which the next text writes over. Whoever
/// writes more than the room it asked for breaks the program, so rooms count every text in full.
@unsafe
struct LineCursor {
  private(set) var place: UnsafeMutablePointer<UInt8>

  @inline(__always)
  init(_ place: UnsafeMutablePointer<UInt8>) {
    unsafe self.place = unsafe place
  }

  /// Writes a byte.
  @inline(__always)
  mutating func write(_ byte: UInt8) {
    unsafe place.pointee = byte
    unsafe place += 1
  }

  /// Writes a piece.
  @inline(__always)
  mutating func write(_ piece: Piece, of pieces: PieceStore) {
    unsafe pieces.copy(piece, to: place)
    unsafe place += Int(piece.count)
  }

  /// Writes a piece that is longer than others.
  @inline(__always)
  mutating func writeLong(_ piece: Piece, of pieces: PieceStore) {
    unsafe pieces.copy(piece, to: place, most: PieceStore.slackBytes)
    unsafe place += Int(piece.count)
  }

  /// Writes up to 32 bytes, all of which may be read.
  @inline(__always)
  mutating func write(_ source: UnsafePointer<UInt8>, count: Int) {
    unsafe copyBytes(UnsafeRawPointer(source), count, to: place, most: 32)
    unsafe place += count
  }

  /// Writes a number of up to eight digits, or only what is behind it.
  @inline(__always)
  mutating func write(_ number: DecimalDigits, if isWanted: Bool) {
    unsafe UnsafeMutableRawPointer(place).storeBytes(
      of: number.text.littleEndian, as: UInt64.self)
    unsafe place += isWanted ? number.length : 0
  }

  /// Writes some bytes of a span; a range outside it writes nothing.
  @inline(__always)
  mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return }
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      let start = unsafe base + range.lowerBound
      if range.count <= 16, range.lowerBound + 16 <= source.count {
        let sixteen = unsafe UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
        unsafe UnsafeMutableRawPointer(place).storeBytes(of: sixteen, as: SIMD16<UInt8>.self)
      } else {
        unsafe place.update(from: start, count: range.count)
      }
    }
    unsafe place += range.count
  }

  /// Writes a number.
  @inline(__always)
  mutating func write(_ number: DecimalDigits) {
    if number.length == 0 { return unsafe writeLong(number.value) }
    unsafe UnsafeMutableRawPointer(place).storeBytes(
      of: number.text.littleEndian, as: UInt64.self)
    unsafe place += number.length
  }

  @inline(never)
  private mutating func writeLong(_ value: UInt64) {
    let (high, low) = value.quotientAndRemainder(dividingBy: DecimalDigits.bound)
    unsafe write(DecimalDigits(high))
    let text = DecimalDigits.text(low) | DecimalDigits.zeros
    unsafe UnsafeMutableRawPointer(place).storeBytes(of: text.littleEndian, as: UInt64.self)
    unsafe place += 8
  }

  /// Writes an amount as `Money` states it: `1234`, or `1234.50`.
  @inline(__always)
  mutating func write(_ amount: AmountDigits) {
    unsafe write(amount.units)
    guard amount.cents != 0 else { return }
    unsafe write(UInt8(ascii: "."))
    unsafe write(UInt8(ascii: "0") + amount.cents / 10)
    unsafe write(UInt8(ascii: "0") + amount.cents % 10)
  }
}

/// A whole number as digits.
struct DecimalDigits {
  /// Numbers from here on are written in parts.
  static let bound: UInt64 = 100_000_000
  static let zeros: UInt64 = 0x3030_3030_3030_3030

  let value: UInt64
  /// The digits, the first in the lowest byte.
  let text: UInt64
  /// The number of digits; 0 for a number from ``bound`` on.
  let length: Int

  @inline(__always)
  init(_ value: UInt64) {
    self.value = value
    guard value < DecimalDigits.bound else {
      (text, length) = (0, 0)
      return
    }
    let digits = DecimalDigits.text(value)
    // Zeros before the first digit are left out, but for a last one.
    let zeroBits = min(digits.trailingZeroBitCount, 56) & ~7
    text = (digits | DecimalDigits.zeros) &>> UInt64(zeroBits)
    length = 8 &- zeroBits &>> 3
  }

  /// Eight digits without their zero mark, the first in the lowest byte: halves, then pairs, then
  /// single digits, each step for all at once.
  @inline(__always)
  static func text(_ value: UInt64) -> UInt64 {
    let high = value / 10_000
    let halves = high | (value &- high &* 10_000) &<< 32
    let hundreds = ((halves &* 10_486) &>> 20) & 0x0000_007F_0000_007F
    let pairs = ((halves &- 100 &* hundreds) &<< 16) &+ hundreds
    let tens = ((pairs &* 103) &>> 10) & 0x000F_000F_000F_000F
    return ((pairs &- 10 &* tens) &<< 8) &+ tens
  }
}

/// An amount above zero as digits.
struct AmountDigits {
  let units: DecimalDigits
  let cents: UInt8

  @inline(__always)
  init(minorUnits: Int64) {
    let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
    units = DecimalDigits(whole)
    cents = UInt8(truncatingIfNeeded: rest)
  }

  /// Whether it has up to eight digits and no decimals.
  @inline(__always)
  var isShort: Bool { cents == 0 && units.length > 0 }
}
