import Foundation
import Quantities
import Testing

@testable import Intake

/// The short cuts of large tables against the readings that they stand for.
struct PlainTextTests {
  /// Amounts in digits, points, commas and signs.
  static let amounts = [
    "1", "0", "00", "007", "12", "1234567", "12345678", "123456789", "9999999999999",
    "99999999999999", "9999999999999.99", "10000000000000", "1.5", "1.50", "1.05", "1.005", "1.",
    ".5", "0.01", "0.00", "1.2.3", "-1", "+1", "1,000", "NT$5", "$5", " 1", "1 ", "1e3", "12a",
    "a12",
    "1234567a", "1234567/", "1234567:", "１２", "0000000000000001", "00000000000000001",
    "123456.78", "12345678.9", "9223372036854775808", "18446744073709551617", "", "..", "9" + "0",
  ]

  @Test("an amount is read as the plain reading has it, or left to that", arguments: amounts)
  func amount(text: String) {
    // Digits behind the text must not be taken for a part of it.
    for behind in ["", ",", "\n", "77777777777777777", ".99"] {
      let bytes = Array((text + behind).utf8) + [UInt8](repeating: 0, count: 16)
      let read = unsafe bytes.withUnsafeBytes { buffer in
        unsafe buffer.baseAddress.map {
          unsafe PlainAmount.minorUnits($0, 0, text.utf8.count)
        }
      }
      let plain = (try? parsePrice(text))?.minorUnits
      #expect(read == 0 || read == plain, "\(text)")
    }
  }

  @Test("ordinary amounts are never left", arguments: ["1", "12", "12345678", "1.50", "99999.9"])
  func ordinaryAmount(text: String) throws {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    let read = unsafe bytes.withUnsafeBytes { buffer in
      unsafe buffer.baseAddress.map { unsafe PlainAmount.minorUnits($0, 0, text.utf8.count) }
    }
    #expect(read == (try parsePrice(text)).minorUnits)
  }

  @Test("plain characters are their own normal form, never combine, and are visible")
  func plainCharacters() {
    var plainCount = 0
    for value in 0x80...0x2_FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      guard PlainText.isPlain(bytes.span) else { continue }
      plainCount += 1
      let properties = scalar.properties
      let isVisible =
        properties.generalCategory != .format && properties.generalCategory != .control
      // Hangul and ideographs are in the normal form by their blocks; the others by the library.
      let isBlock = (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value)
      let text = String(scalar)
      let isNormal =
        isBlock || Array(text.precomposedStringWithCanonicalMapping.utf8) == bytes
      if !isVisible || !isNormal || properties.canonicalCombiningClass != .notReordered {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
    #expect(plainCount > 80_000)
  }

  @Test(
    "bytes that are no UTF-8 are not plain",
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE4, 0xBD], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE],
      [0xC3, 0x28], [0xE4, 0x28, 0xA1], [0xF0, 0x28, 0x8C, 0xBC], [0xE4, 0xBD, 0xA0, 0xA0],
    ] as [[UInt8]])
  func brokenText(bytes: [UInt8]) {
    let isPlain = PlainText.isPlain(bytes.span)
    #expect(!isPlain)
    #expect(String(validating: bytes, as: UTF8.self) == nil)
  }

  @Test("names are equal exactly where their keys are, and found under their own index")
  func nameTable() {
    var texts = (0..<300).map { "I\($0)" }
    texts += ["a", "ab", "abcdefgh", "abcdefghi", String(repeating: "x", count: 16)]
    texts += [17, 18, 24, 25, 32, 199].map { String(repeating: "y", count: $0) }
    texts += ["品項一", "雲端服務運算品項之一", "雲端服務運算品項之二"]
    let rows = texts + texts.reversed()
    let keys = rows.map { text in NameKey.withKey(of: text) { key, _ in key } } + [.empty]
    let (table, indexOfRow) = NameTable.build(keys) { Array(rows[$0].utf8) }
    #expect(table.count == texts.count)
    let expected = (0..<texts.count).map { UInt32($0) }
    #expect(indexOfRow == expected + expected.reversed() + [NameTable.none])
    for (index, text) in texts.enumerated() {
      #expect(table.name(of: index) == ItemID(text))
      #expect(table.index(of: ItemID(text)) == UInt32(index))
      #expect(table.index(of: ItemID(text + "·")) == nil)
    }
    #expect(table.index(of: ItemID("")) == nil)
    // The same name in another form of the same characters.
    let accented = NameTable.build([NameKey.withKey(of: "caf\u{E9}") { key, _ in key }]) { _ in [] }
    #expect(accented.table.index(of: ItemID("cafe\u{301}")) == 0)
  }
}
