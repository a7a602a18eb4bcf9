import Testing

@testable import WorkbookReading

/// Formulas of a group, as each of its cells means them.
@Suite struct MovedFormulaTests {
  @Test(arguments: [
    ("A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"),
    ("SUM(B2:B$9)", 1, 0, "SUM(B3:B$9)"),
    ("'Fees'!A1*rate", 3, 0, "'Fees'!A4*rate"),
    ("A:B+$A:B", 5, 1, "B:C+$A:C"),
    ("1:2+$1:2", 1, 7, "2:3+$1:3"),
    ("\"A1\"&LOG10(A1)", 1, 0, "\"A1\"&LOG10(A2)"),
    ("Z9", 0, 1, "AA9"),
    ("A1+B2", -1, 0, "#REF!+B1"),
    ("XFD1", 0, 1, "#REF!"),
    ("A1048576", 1, 0, "#REF!"),
  ])
  func movesWhatHasNoDollar(_ formula: String, _ rows: Int, _ columns: Int, _ expected: String) {
    let tokens = FormulaTokenizer.tokens(of: formula)
    #expect(MovedFormula.text(of: tokens, rows: rows, columns: columns) == expected)
  }
}
