import CTableKernels
import Testing

@testable import Intake

/// The marks between fields against the walk over every byte.
struct FieldMarksTests {
  /// Bytes that tell the kinds of marks apart, among ordinary ones.
  private static let bytes =
    Array("aZ09-~ !#+,,,,\n\n\n\"\r\t".utf8) + [0, 0x1F, 0x7F, 0x80, 0xE5, 0xFF]

  private static func text(_ count: Int, seed: UInt64, of bytes: [UInt8]) -> [UInt8] {
    var state = seed &* 2 + 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return bytes[Int(state >> 40) % bytes.count]
    }
  }

  private static func padded(_ text: [UInt8]) -> [UInt8] {
    text + [CSVByte.lineFeed] + [UInt8](repeating: 0, count: RowScanner.paddingBytes)
  }

  @Test("every byte is a mark where it may end a field or calls for care")
  func everyByte() {
    for shift in 0..<64 {
      let text = [UInt8](repeating: 97, count: shift) + (0...255).map { UInt8($0) }
      let (marks, reached) = FieldMarksTests.marks(text, from: 0, room: 1_000)
      let expected = text.indices.filter {
        text[$0] < 0x20 || text[$0] > 0x7E || [44, 34].contains(text[$0])
      }
      #expect(marks == expected)
      #expect(reached == text.count)
    }
  }

  @Test("marks come in parts where there is little room", arguments: 0..<40 as Range<UInt64>)
  func parts(seed: UInt64) {
    let text = FieldMarksTests.text(Int(seed) * 17, seed: seed, of: FieldMarksTests.bytes)
    let (expected, _) = FieldMarksTests.marks(text, from: 0, room: 10_000)
    var found: [Int] = []
    var start = 0
    while start < text.count {
      let (marks, reached) = FieldMarksTests.marks(text, from: start, room: 64 + Int(seed))
      #expect(reached > start && reached <= text.count)
      guard reached > start else { return }
      found += marks
      start = reached
    }
    #expect(found == expected)
    #expect(FieldMarksTests.marks(text, from: 0, room: 63).marks.isEmpty)
  }

  private static func marks(
    _ text: [UInt8], from start: Int, room: Int
  ) -> (marks: [Int], reached: Int) {
    let bytes = padded(text)
    var places = [UInt32](repeating: 0, count: room)
    var reached = start
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeMutableBufferPointer { places in
        unsafe awardsim_mark_fields(
          bytes.baseAddress, start, text.count, places.baseAddress, room, &reached)
      }
    }
    return (places.prefix(count).map { Int($0) }, reached)
  }

  /// What a walk finds: the fields of a row that is right, or where another one ends.
  private struct Found: Hashable {
    var range: Range<Int>
    var fields: [Range<Int>] = []
    var lineBreakCount: Int
  }

  private static func rows(
    _ text: [UInt8], width: Int, isLast: Bool, marked: Bool
  ) -> [Found] {
    let bytes = padded(text)
    var found: [Found] = []
    let places = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * width)
    defer { unsafe places.deallocate() }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = unsafe RowScanner(
        base, count: text.count, from: 0, isLast: isLast, width: width, starts: places,
        ends: places + width)
      var marks = unsafe FieldMarks(base, count: text.count, from: 0, width: width)
      while true {
        var fields: [Range<Int>] = []
        if marked, let row = marks.row() {
          scanner.pass(to: row.end)
          fields = (0..<width).map { row.range($0) }
          #expect(row.isSound && !row.isQuoted)
        } else {
          let step = scanner.next()
          if step == .end || step == .incomplete { return }
          marks.skip(to: scanner.position)
          if step == .row { fields = (0..<width).map { scanner.row.range($0) } }
        }
        found.append(
          Found(
            range: scanner.rowStart..<scanner.position, fields: fields,
            lineBreakCount: scanner.lineBreakCount))
      }
    }
    return found
  }

  @Test("rows are those of the walk over every byte", arguments: 0..<200 as Range<UInt64>)
  func rows(seed: UInt64) {
    let few = Array("ab1 ,\n,\n".utf8)
    let all = seed.isMultiple(of: 2) ? few : few + few + few + Self.bytes
    // Long enough, now and then, that marks are found in parts.
    let text = Self.text(seed % 10 == 0 ? 6_000 : Int(seed) * 3, seed: seed, of: all)
    for width in [1, 2, 3, 7] {
      for isLast in [false, true] {
        let plain = Self.rows(text, width: width, isLast: isLast, marked: false)
        let marked = Self.rows(text, width: width, isLast: isLast, marked: true)
        #expect(plain == marked)
      }
    }
  }

  @Test("a row of more fields than there is room for marks is walked over")
  func wideRow() {
    let text = Array((String(repeating: "a,", count: 2_000) + "a\nb,c\n").utf8)
    for width in [2, 2_001] {
      let plain = Self.rows(text, width: width, isLast: true, marked: false)
      #expect(plain == Self.rows(text, width: width, isLast: true, marked: true))
      #expect(plain.contains { $0.fields.count == width })
    }
  }
}
