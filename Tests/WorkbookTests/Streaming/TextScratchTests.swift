import Testing

@testable import Workbook

@Suite struct TextScratchTests {
  /// What the short way makes of a text; `nil` where it leaves it to the long one.
  private func placed(_ bytes: [UInt8]) -> String? {
    let scratch = TextScratch()
    return unsafe scratch.place(bytes.span).map { unsafe String(cString: $0) }
  }

  @Test func `the short way agrees with the long one on all short texts`() {
    let pieces = [
      "a", "_", "x", "0041", "\u{1}", "\n", "\t", "\r", "\u{7F}", "é", "雲", "𠮷", "\u{FFFD}",
      "\u{FFFE}", "\u{FFFF}", " ",
    ]
    var short = 0
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = first + second + third + "_"
          guard let placed = placed(Array(text.utf8)) else { continue }
          short += 1
          #expect(placed == SheetText.forCell(text))
        }
      }
    }
    // Texts of seven clean pieces and six more go the short way, whatever their order.
    #expect(short > 1_000)
  }

  @Test func `bytes that are no UTF-8 never go the short way`() {
    for first in UInt8.min ... .max {
      for second in UInt8.min ... .max {
        let bytes = [UInt8(ascii: "a"), first, second]
        let isText = String(validating: bytes, as: UTF8.self) != nil
        if let text = placed(bytes) {
          #expect(isText && text == SheetText.forCell(String(decoding: bytes, as: UTF8.self)))
        } else {
          #expect(!isText || bytes.contains { $0 < 0x20 } || bytes[1...] == [0x5F, 0x78])
        }
      }
    }
  }

  @Test(arguments: [32_766, 32_767, 32_768])
  func `texts at the limit of a cell`(length: Int) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    #expect((placed(bytes) != nil) == (length <= 32_767))
  }
}
