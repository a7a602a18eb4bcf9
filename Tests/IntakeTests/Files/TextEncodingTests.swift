import Testing

@testable import Intake

/// 品項編號,廠商,單價 ⏎ A1,台灣雲端,100 ⏎ A2,許功蓋,200 ⏎ as another program encodes it; the
/// second bytes of 許, 功 and 蓋 are those of a backslash.
private let big5: [UInt8] = [
  0xAB, 0x7E, 0xB6, 0xB5, 0xBD, 0x73, 0xB8, 0xB9, 0x2C, 0xBC, 0x74, 0xB0, 0xD3, 0x2C, 0xB3, 0xE6,
  0xBB, 0xF9, 0x0A, 0x41, 0x31, 0x2C, 0xA5, 0x78, 0xC6, 0x57, 0xB6, 0xB3, 0xBA, 0xDD, 0x2C, 0x31,
  0x30, 0x30, 0x0A, 0x41, 0x32, 0x2C, 0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C, 0x2C, 0x32, 0x30, 0x30,
  0x0A,
]
private let unicode = "品項編號,廠商,單價\nA1,台灣雲端,100\nA2,許功蓋,200\n"

@Test func readsCodePage950() {
  var diagnostics = Diagnostics()
  let bytes = TextEncoding.big5.utf8(from: big5, file: "b.csv", diagnostics: &diagnostics)
  #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == unicode)
  #expect(!diagnostics.hasErrors)
}

/// Characters that code page 950 has and the older Big5 has not (碁銹裏墻恒粧嫺).
@Test func readsTheExtensionOfTheCodePage() {
  var diagnostics = Diagnostics()
  let bytes: [UInt8] = [
    0xF9, 0xD6, 0xF9, 0xD7, 0xF9, 0xD8, 0xF9, 0xD9, 0xF9, 0xDA, 0xF9, 0xDB, 0xF9, 0xDC,
  ]
  let read = TextEncoding.big5.utf8(from: bytes, file: "b.csv", diagnostics: &diagnostics)
  #expect(read.map { String(decoding: $0, as: UTF8.self) } == "碁銹裏墻恒粧嫺")
}

@Test func reportsEveryByteThatIsNoBig5() {
  var diagnostics = Diagnostics()
  let bytes = Array("a,\"b\nc\",\r\n".utf8) + [0xFF] + Array(",d,".utf8) + [0xFF, 0x0A, 0xA5]
  let read = TextEncoding.big5.utf8(from: bytes, file: "b.csv", diagnostics: &diagnostics)
  #expect(read == nil)
  let expected = "starts no Big5 character, expected text in code page 950 (Big5)"
  #expect(
    diagnostics.errorLines == [
      "b.csv:3:1: the byte 0xff \(expected)", "b.csv:3:3: the byte 0xff \(expected)",
      "b.csv:4:1: the byte 0xa5 \(expected)",
    ])
}

@Test func anEmptyFileIsEmptyInEveryEncoding() {
  for encoding in TextEncoding.allCases {
    var diagnostics = Diagnostics()
    #expect(encoding.utf8(from: [], file: "b.csv", diagnostics: &diagnostics) == [])
  }
}
