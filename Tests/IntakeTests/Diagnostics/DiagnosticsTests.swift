import Testing

@testable import Intake

private func diagnostic(_ file: String, _ line: Int, _ column: Int) -> Diagnostic {
  Diagnostic(file: file, line: line, column: column, problem: "p", expectation: "e")
}

@Test func printsPlaceProblemAndExpectation() {
  let diagnostic = Diagnostic(
    file: "bids.csv", line: 12, column: 3, problem: "unit_price “x” is not a number",
    expectation: "an amount")
  #expect(
    diagnostic.description == "bids.csv:12:3: unit_price “x” is not a number, expected an amount")
}

@Test func keepsEveryMessageOnOneLine() {
  let diagnostic = Diagnostic(
    file: "f", line: 1, column: 1, problem: "a\nb\u{1}c\u{85}", expectation: "e")
  #expect(diagnostic.problem == "a\\nb\\u{1}c\\u{85}")
}

@Test func cutsLongQuotations() {
  #expect("abc".quoted == "“abc”")
  #expect(
    String(repeating: "雲", count: 61).quoted == "“" + String(repeating: "雲", count: 60) + "…”")
}

@Test func ordersByFileThenLineThenColumn() {
  var diagnostics = Diagnostics()
  for (file, line, column) in [("b", 9, 1), ("a", 1, 1), ("b", 2, 3), ("b", 2, 1)] {
    diagnostics.report(diagnostic(file, line, column))
  }
  #expect(
    diagnostics.errorLines.map { String($0.prefix(5)) } == ["b:2:1", "b:2:3", "b:9:1", "a:1:1"])
}

@Test(arguments: [(1_000, nil), (1_001, "… and 1 more error"), (1_500, "… and 500 more errors")])
func countsWhatIsBeyondTheLimit(count: Int, last: String?) {
  var diagnostics = Diagnostics()
  for line in 1...count { diagnostics.report(diagnostic("f", line, 1)) }
  let lines = diagnostics.errorLines
  #expect(diagnostics.errorCount == count)
  #expect(lines.count == (last == nil ? 1_000 : 1_001))
  if let last { #expect(lines.last == last) }
}

@Test func warningsAreNoErrors() {
  var diagnostics = Diagnostics()
  diagnostics.warn(diagnostic("f", 1, 1))
  #expect(!diagnostics.hasErrors)
  #expect(diagnostics.errorLines.isEmpty)
  #expect(diagnostics.warningLines == ["f:1:1: p, expected e"])
}

@Test func eachFailureHasItsExitStatus() {
  #expect(IntakeError.missing(paths: ["x"]).exitStatus == 66)
  #expect(IntakeError.unreadable(path: "x", reason: "r").exitStatus == 74)
  #expect(IntakeError.invalid(Diagnostics()).exitStatus == 65)
}
