import Testing

@testable import Reporting

/// Files as lines of cells.
@Suite struct RecordedTextTests {
  @Test(arguments: [
    ("a,b\n1,2\n", "utf-8", 2), ("a,b\n1,2", "utf-8", 2), ("a\r\nb\r\n", "utf-8", 2),
    ("a\r\nb", "utf-8", 2), ("\u{FEFF}a\n", "utf-8-bom", 1), ("", "utf-8", 0), ("\n", "utf-8", 1),
    ("\n\n", "utf-8", 2), (" a \n\tb\n\n", "utf-8", 3), ("=1+1\n'x\n", "utf-8", 2),
    ("a\rb\n", "base64", 1), ("a\r\nb\n", "base64", 1), ("a\u{1}\n", "base64", 1),
    ("_x0041_\n", "base64", 1), ("\u{FEFF}\u{FEFF}\n", "base64", 1), ("a\u{85}b\n", "base64", 1),
    ("品項,單價\n雲端,1\n", "utf-8", 2), ("\r\n", "utf-8", 1), ("\u{FEFF}", "utf-8-bom", 0),
  ])
  func keepsEveryByte(_ text: String, _ encoding: String, _ lineCount: Int) {
    let bytes = Array(text.utf8)
    let recorded = RecordedText(bytes)
    #expect(recorded.encoding.rawValue == encoding)
    #expect(recorded.lines.count == lineCount)
    #expect(recorded.bytes() == bytes)
  }

  @Test func keepsWhatIsNoText() {
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let recorded = RecordedText(bytes)
    #expect(recorded.encoding == .base64)
    #expect(recorded.bytes() == bytes)
    #expect(RecordedText(nil).bytes() == nil)
  }

  /// All files of up to five bytes of an alphabet of line ends, marks and broken characters.
  @Test func keepsEveryShortFile() {
    let alphabet: [UInt8] = [0x61, 0x0A, 0x0D, 0x00, 0xEF, 0xC3, 0x80]
    var files: [[UInt8]] = [[]]
    for _ in 0..<5 {
      files = files.flatMap { file in [file] + alphabet.map { file + [$0] } }
      files = Array(Set(files))
      for file in files where RecordedText(file).bytes() != file {
        Issue.record("\(file) comes back as \(RecordedText(file).bytes() ?? [])")
      }
      if files.count > 20_000 { break }
    }
  }

  @Test func partsLongLinesBetweenCharacters() {
    let line = String(repeating: "雲😀e\u{301}", count: 20_000)
    let pieces = RecordedText.pieces(of: line)
    #expect(pieces.count == 4)
    #expect(pieces.allSatisfy { $0.utf16.count <= RecordedText.pieceLength })
    #expect(Array(pieces.joined().utf8) == Array(line.utf8))
    #expect(RecordedText.pieces(of: "") == [""])
  }
}
