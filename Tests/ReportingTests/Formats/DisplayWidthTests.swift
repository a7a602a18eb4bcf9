import Reporting
import Testing

@Suite struct DisplayWidthTests {
  /// Widths after UAX #11: wide and fullwidth 2, halfwidth and narrow 1, combining 0.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("底價", 4), ("NT$ 底價", 8), ("（）", 4), ("ｱ", 1), ("Ａ", 2),
    ("e\u{301}", 1), ("한글", 4), ("𠮷", 2), ("、。", 4), ("☔", 2), ("±", 1), ("か\u{3099}", 2),
  ])
  func `wide characters take two columns`(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }
}
