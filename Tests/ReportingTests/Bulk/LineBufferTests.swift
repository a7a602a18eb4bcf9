import Quantities
import Testing

@testable import Reporting

/// Numbers and texts that are written sixteen bytes at a time.
struct LineBufferTests {
  /// Zero, every power of ten with its neighbours, and the largest.
  static let numbers: [UInt64] =
    [0, .max, 99_999_999_999_999]
    + (0..<16).flatMap { power -> [UInt64] in
      let ten = (0..<power).reduce(UInt64(1)) { value, _ in value * 10 }
      return [ten - 1, ten, ten + 1, ten * 3 + 7]
    }

  private func text(_ write: (inout LineBuffer) -> Void) -> String {
    // As small as it can be, so that it must grow.
    var buffer = LineBuffer(capacity: 1)
    write(&buffer)
    return unsafe buffer.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  @Test("whole numbers are written as they are", arguments: numbers.filter { $0 < 1 << 50 })
  func number(value: UInt64) {
    let written = text { buffer in
      var cursor = unsafe buffer.cursor(room: 40)
      unsafe cursor.write(DecimalDigits(value))
      unsafe buffer.advance(to: cursor)
    }
    #expect(written == String(value))
  }

  @Test("every number of up to five digits, and a step through the eight-digit ones")
  func manyNumbers() {
    let values =
      Array(0...UInt64(99_999)) + Array(stride(from: 100_000, to: 100_000_000, by: 9_973))
    for value in values {
      let digits = DecimalDigits(value)
      var word = digits.text
      var read = ""
      for _ in 0..<digits.length {
        read.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: word)))
        word >>= 8
      }
      if read != String(value) { Issue.record("\(value) is written as \(read)") }
    }
  }

  @Test(
    "amounts are written as Money states them",
    arguments: [1, 9, 10, 99, 100, 101, 110, 12_345, 99_999, 100_000_000_00, 999_999_999_999_999])
  func amount(minorUnits: Int64) {
    let written = text { buffer in
      var cursor = unsafe buffer.cursor(room: 40)
      unsafe cursor.write(AmountDigits(minorUnits: minorUnits))
      unsafe buffer.advance(to: cursor)
    }
    #expect(written == Money(minorUnits: minorUnits).decimalText)
  }

  @Test("texts of every length follow one another", arguments: 0...40)
  func pieces(length: Int) {
    let word = String((0..<length).map { Character(Unicode.Scalar(UInt8(65 + $0 % 26))) })
    var texts = PieceTexts()
    let (first, second) = (texts.add(word), texts.add("|"))
    let store = PieceStore(texts.bytes, tails: [])
    let bytes = Array(word.utf8)
    let written = text { buffer in
      for _ in 0..<5 {
        var cursor = unsafe buffer.cursor(room: 2 * length + 2)
        unsafe cursor.write(first, of: store)
        unsafe cursor.write(second, of: store)
        unsafe cursor.write(bytes.span, bytes.indices)
        unsafe cursor.write(UInt8(ascii: "/"))
        unsafe buffer.advance(to: cursor)
      }
    }
    #expect(written == String(repeating: word + "|" + word + "/", count: 5))
  }

  @Test("a range outside the bytes writes nothing", arguments: [0..<4, 3..<9, 4..<5])
  func outside(range: Range<Int>) {
    let written = text { buffer in
      var cursor = unsafe buffer.cursor(room: 40)
      let bytes: [UInt8] = [65, 66, 67]
      unsafe cursor.write(bytes.span, range)
      unsafe buffer.advance(to: cursor)
    }
    #expect(written.isEmpty)
  }
}
