import Testing

@testable import Workbook

@Suite struct SheetTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("=1+1", "=1+1"), ("a\u{1}b", "a\u{FFFD}b"), ("a\r\nb", "a\nb"),
    ("a\rb", "a\nb"), ("tab\there", "tab\there"), ("_x0041_", "_x005F_x0041_"),
    ("_x00G1_", "_x00G1_"), ("_x_", "_x_"), ("\u{FFFE}", "\u{FFFD}"), ("\u{FFFD}", "\u{FFFD}"),
    ("雲_端", "雲_端"),
  ])
  func `only what a file cannot hold is changed`(text: String, expected: String) {
    #expect(SheetText.cleaned(text) == expected)
  }

  @Test(arguments: [32_766, 32_767, 32_768, 40_000])
  func `a long text is cut visibly at the limit of a cell`(length: Int) {
    let text = SheetText.forCell(String(repeating: "字", count: length))
    #expect(text.utf16.count <= 32_767)
    #expect(text.contains("\(length)") == (length > 32_767))
  }

  @Test func `a cut never splits a character`() {
    #expect(SheetText.prefix(of: "a👩‍👩‍👧b", units: 5) == "a")
    #expect(SheetText.prefix(of: "a𠮷b", units: 3) == "a𠮷")
  }

  @Test func `an ampersand in a header is no code`() {
    #expect(SheetText.forHeader("R&D\n&A") == "R&&D &&A")
  }
}
