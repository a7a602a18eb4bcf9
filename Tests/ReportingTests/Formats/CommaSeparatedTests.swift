import Policy
import Quantities
import Reporting
import Testing

@Suite struct CommaSeparatedTests {
  @Test func `values are plain, absent ones empty, totals left out, formula-like text unaltered`()
    throws
  {
    #expect(
      TableFormat.csv.text(of: try FormatSample.table(), language: .english) == """
        item_id,outcome,rank,reserve_price,historical,rate,due_on,mean,note
        =A1,awarded,1234567,9999999999999.99,333.333333333333,0.011,2026-03-31,0.0000001,"said ""so"", twice"
        雲端,,,5,,,,,

        """)
  }

  /// Every field of up to four characters from those that have a meaning in csv.
  @Test func `a line reads back as the fields that were written`() {
    let alphabet = ["a", ",", "\"", "\n", "\r", " ", "="]
    var fields = [""]
    for _ in 0..<4 {
      fields += fields.flatMap { field in alphabet.map { field + $0 } }
    }
    for field in Set(fields) {
      #expect(Self.parse(CommaSeparated.line([field, "x", field])) == [[field, "x", field]])
      #expect(Self.parse(CommaSeparated.line([field])) == [[field]])
    }
  }

  /// RFC 4180 read by scalars, because Swift takes CR LF for one character.
  private static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        fields.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\n" {
          records.append(fields)
          fields = []
        }
      } else {
        field.append(scalar)
      }
    }
    return records
  }
}
