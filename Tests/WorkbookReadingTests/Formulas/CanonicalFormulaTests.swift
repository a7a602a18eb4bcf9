import Testing

@testable import WorkbookReading

/// Formulas in one spelling.
@Suite struct CanonicalFormulaTests {
  /// What programs make of a formula when they save it.
  @Test(arguments: [
    ("SUM(A1:A3)", "sum( A1 : A3 )"),
    ("'Bids and awards'!B2", "'bids AND awards'!b2"),
    ("'Fees'!$B$2", "Fees!$B$2"),
    ("'2026'!A1", "2026!A1"),
    ("'底價'!A1+1", "底價!A1 + 1"),
    ("'It''s'!A1", "'it''s'!A1"),
    ("_xlfn.IFNA(A1,0)", "IFNA(A1,0)"),
    ("_xlfn._xlws.FILTER(A:A,B:B)", "filter(a:a,b:b)"),
    ("IF(TRUE,1,FALSE)", "IF(TRUE(),1,FALSE( ))"),
    ("A1*0.10", "A1*.1"),
    ("A1*1E-3", "A1*0.001"),
    ("cutoff_share*2", "Cutoff_Share*2"),
    ("\"a b\"&A1", "\"a b\" & A1"),
    ("A1 B1", "A1   B1"),
    ("SUMPRODUCT((A1:A9=\"x\")*(B1:B9>=2))", "sumproduct((A1:A9=\"x\") * (B1:B9 >= 2))"),
  ])
  func meansTheSame(_ left: String, _ right: String) {
    #expect(CanonicalFormula.text(of: left) == CanonicalFormula.text(of: right))
  }

  /// What somebody changed.
  @Test(arguments: [
    ("SUM(A1:A3)", "SUM(A1:A4)"),
    ("A1", "$A1"),
    ("A1", "A$1"),
    ("'Fees'!A1", "'Orders'!A1"),
    ("A1+1", "A1-1"),
    ("A1>=2", "A1>2"),
    ("\"a b\"", "\"ab\""),
    ("\"A\"", "\"a\""),
    ("ROUND(A1,0)", "ROUNDUP(A1,0)"),
    ("A1 B1", "A1,B1"),
    ("A1*0.1", "A1*0.11"),
    ("IF(A1,1,)", "IF(A1,1)"),
    ("#N/A", "#REF!"),
  ])
  func meansSomethingElse(_ left: String, _ right: String) {
    #expect(CanonicalFormula.text(of: left) != CanonicalFormula.text(of: right))
  }

  @Test func followsRenamedSheets() {
    let renamed = ["other": "Fees"]
    #expect(
      CanonicalFormula.text(of: "'Fees'!A1")
        == CanonicalFormula.text(of: "Other!A1", renamed: renamed))
  }

  /// No piece is lost, whatever the text is.
  @Test(arguments: [
    "SUM($A$1:B2)", "IF(A1=\"\",\"unclosed", "'unclosed!A1", "Table[[#This Row],[a ]b]]", "[1]x!A1",
    "1E", "1E+", "..", "A1:", ":", "#", "\u{0}ü(", "𝟙A1", "a.b_c?", "{1,2;3}", "-5%", "1:3",
    "$A:$C",
  ])
  func cutsAnyText(_ formula: String) {
    let pieces = FormulaTokenizer.tokens(of: formula)
    let joined = pieces.map { $0.kind == .sheet ? "\($0.text)!" : $0.text }.joined()
    #expect(joined == formula)
    _ = CanonicalFormula.text(of: formula)
    _ = MovedFormula.text(of: pieces, rows: -5, columns: 20_000)
  }
}
