import Testing

@testable import Intake

private let contents = ["", "a", "a,b", "\"", "x\"\"y", "l\nm", "l\r\nm", "\r", "雲端 1", "a b"]

private func written(_ field: String, alwaysQuoted: Bool) -> String {
  let needsQuotes = field.contains { "\",\n\r\r\n".contains($0) }
  guard needsQuotes || alwaysQuoted else { return field }
  return "\"" + field.replacing("\"", with: "\"\"") + "\""
}

private func lineCount(_ text: String) -> Int {
  var count = 0
  var last: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    if scalar == "\r" || (scalar == "\n" && last != "\r") { count += 1 }
    last = scalar
  }
  return count
}

/// Every pair of field contents, in every way to write a file, is read back as it was.
@Test(arguments: ["\n", "\r\n", "\r"], [false, true])
func readsBackWhatRFC4180Writes(lineBreak: String, alwaysQuoted: Bool) throws {
  for first in contents {
    for second in contents {
      for ending in ["", lineBreak] {
        for mark in ["", "\u{FEFF}"] {
          let rows = [["h1", "h2"], [first, second], [second, first]].map { row in
            row.map { written($0, alwaysQuoted: alwaysQuoted) }.joined(separator: ",")
          }
          let (read, diagnostics) = table(mark + rows.joined(separator: lineBreak) + ending)
          #expect(diagnostics.errorLines == [])
          let csv = try #require(read)
          #expect(csv.headings == ["h1", "h2"])
          #expect(csv.isComplete)
          // Two empty unquoted fields still make a row: its comma shows it.
          try #require(csv.rowCount == 2)
          let fields = (0...1).map { row in
            (0...1).map { csv.untrimmedText(row: row, field: $0) }
          }
          #expect(fields == [[first, second], [second, first]])
          let before = rows[0] + lineBreak + rows[1] + lineBreak
          #expect(csv.line(ofRow: 1) == 1 + lineCount(before))
          #expect(
            csv.line(ofRow: 0, field: 1)
              == 2 + lineCount(written(first, alwaysQuoted: alwaysQuoted)))
        }
      }
    }
  }
}

@Test func takesSpacesAwayAroundAField() {
  let (read, _) = table("a\n\" \t　x y　\n \"\n　\n")
  #expect(read?.rowCount == 1)
  #expect(read?.text(row: 0, field: 0) == "x y")
}

@Test func skipsBlankLines() {
  let (read, diagnostics) = table("\n\r\na,b\n\n1,2\n   \n\r\n3,4\n\n")
  #expect(diagnostics.errorLines == [])
  #expect(read?.headingLine == 3)
  #expect((0..<(read?.rowCount ?? 0)).map { read?.line(ofRow: $0) } == [5, 8])
}

@Test func keepsAnEmptyFieldInQuotationMarks() {
  let (read, _) = table("a\n\"\"\n")
  #expect(read?.rowCount == 1)
}

private let quoting = "the whole field in quotation marks, those inside it doubled"
private let noControls = "text without control characters"

private let broken: [(String, [String])] = [
  ("", ["t.csv:1:1: the file is empty, expected a first row of headings"]),
  ("\n\n", ["t.csv:1:1: the file is empty, expected a first row of headings"]),
  ("\u{FEFF}", ["t.csv:1:1: the file is empty, expected a first row of headings"]),
  ("\n,,\n1,2,3", ["t.csv:2:1: the file has no headings, expected a first row of headings"]),
  (
    "a,b,A\n1,2,3",
    ["t.csv:1:3: the heading “A” stands in field 1 already, expected every heading once"]
  ),
  (
    "a,b\n1,\"x\ny\",\"z",
    [
      "t.csv:3:3: a quotation mark that opens here is never closed,"
        + " expected a closing quotation mark before the end of the file"
    ]
  ),
  (
    "a,b\n\"x\"y,1\n2,\"p\" \n",
    [
      "t.csv:2:1: text behind a closing quotation mark, expected \(quoting)",
      "t.csv:3:2: text behind a closing quotation mark, expected \(quoting)",
    ]
  ),
  (
    "a,b\n1,27\" screen\n",
    ["t.csv:2:2: a quotation mark inside an unquoted field, expected \(quoting)"]
  ),
  (
    "a,b\n1\n1,2,3\n1,2\n\"p\nq\",2,3,4\n",
    [
      "t.csv:2:2: the row has 1 field, expected 2, as many as there are headings",
      "t.csv:3:3: the row has 3 fields, expected 2, as many as there are headings",
      "t.csv:6:3: the row has 4 fields, expected 2, as many as there are headings",
    ]
  ),
  (
    "a,b\n1,x\u{0}y\n\"\n\u{1B}\",2\n1,\u{7F}\u{1}\n\u{85},1\n",
    [
      "t.csv:2:2: the field holds a control character (NUL), expected \(noControls)",
      "t.csv:4:1: the field holds a control character (U+001B), expected \(noControls)",
      "t.csv:5:2: the field holds a control character (U+007F), expected \(noControls)",
      "t.csv:6:1: the field holds a control character (U+0080 to U+009F), expected \(noControls)",
    ]
  ),
]

@Test(arguments: broken)
func reportsWhatIsBroken(text: String, expected: [String]) {
  let (read, diagnostics) = table(text)
  #expect(diagnostics.errorLines == expected)
  #expect(read?.isComplete != true)
}

@Test func reportsInvalidUTF8AtItsField() {
  var diagnostics = Diagnostics()
  let bytes =
    Array("a,b\n1,".utf8) + [0xE9, 0x9B] + Array("\n\"\n".utf8) + [0xC0] + Array("\",2\n3,4".utf8)
  let read = CSVReader.read(bytes, file: "t.csv", diagnostics: &diagnostics)
  let expected = "is not valid UTF-8, expected UTF-8, or Big5 with --encoding big5"
  #expect(
    diagnostics.errorLines == [
      "t.csv:2:2: the byte 0xe9 \(expected)", "t.csv:3:1: the byte 0xc0 \(expected)",
    ])
  #expect(read?.rowCount == 1)
}

@Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
func namesUTF16(bytes: [UInt8]) {
  var diagnostics = Diagnostics()
  #expect(CSVReader.read(bytes, file: "t.csv", diagnostics: &diagnostics) == nil)
  #expect(
    diagnostics.errorLines == [
      "t.csv:1:1: the file is in UTF-16, expected UTF-8, or Big5 with --encoding big5"
    ])
}

@Test func readsTheRowsAroundABrokenOne() {
  let (read, diagnostics) = table("a,b\n1,2\n3\n4,5\n")
  #expect(diagnostics.errorCount == 1)
  #expect(read?.rowCount == 2)
  #expect(read?.text(row: 1, field: 0) == "4")
  #expect(read?.line(ofRow: 1) == 4)
}

@Test func boundsFieldsAndRows() {
  let longest = String(repeating: "x", count: CSVLimits.fieldLengthBytes)
  #expect(table("a\n\(longest)\n").1.errorLines == [])
  #expect(
    table("a,b\n1,\(longest)x\n").1.errorLines == [
      "t.csv:2:2: the field has 100001 bytes, expected at most 100000"
    ])
  let widest = (1...CSVLimits.fieldsPerRow).map { "h\($0)" }.joined(separator: ",")
  #expect(table(widest).1.errorLines == [])
  #expect(
    table(widest + ",h,i,j").1.errorLines == [
      "t.csv:1:1001: the row has more than 1000 fields, expected fewer fields"
    ])
}
