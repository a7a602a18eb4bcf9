import Testing

@testable import WorkbookReading

@Suite struct NumberKindTests {
  @Test(arguments: [
    "yyyy-mm-dd", "yyyy/m/d", "m/d/yy", "d-mmm-yy", "h:mm", "hh:mm:ss AM/PM", "m",
    "[$-404]e/m/d", "[$-404]e\"年\"m\"月\"d\"日\"", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "yyyy\"年\"m\"月\"d\"日\"", "[Red]yyyy/m/d;@", "YYYY\\-MM\\-DD", "上午/下午hh\"時\"mm\"分\"",
    "yyyy/m/d h:mm;@", "mm:ss.0",
  ])
  func isADate(_ code: String) {
    #expect(NumberKind(formatCode: code) == .date)
  }

  @Test(arguments: [
    "General", "GENERAL", "0.00", "#,##0", "#,##0.00", "0%", "0.00E+00", "##0.0E+0", "@",
    "\"NT$\"#,##0", "NT$#,##0_);[Red](NT$#,##0)", "#,##0 \"days\"", "#,##0\\d", "[h]:mm:ss",
    "[mm]:ss",
    "[>=1000]#,##0,\"k\";0", "0.00;[Red]-0.00;\"yes\"", "0", "", "_-* #,##0_-", "# ?/?", "0\"h\"",
    "\"unclosed", "[unclosed", "\\",
  ])
  func isANumber(_ code: String) {
    #expect(NumberKind(formatCode: code) == .number)
  }

  @Test(arguments: [("00", 2), ("00000000", 8)])
  func showsLeadingZeros(_ code: String, _ count: Int) {
    #expect(NumberKind(formatCode: code) == .digits(count))
  }

  /// ECMA-376, 18.8.30: 14 to 22 and 45 to 47 are dates and times, 46 an elapsed time.
  @Test func knowsTheBuiltInFormats() {
    let dates = (0...49).filter { NumberKind(builtIn: $0) == .date }
    #expect(dates == Array(14...22) + Array(27...36) + [45, 47])
  }
}
