import Quantities
import Testing

@testable import Simulation

@Suite struct CSVTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("雲端（虛構）", "雲端（虛構）"), ("a,b", "\"a,b\""),
    ("one \"two\"", "\"one \"\"two\"\"\""), ("up\ndown", "\"up\ndown\""), ("a\rb", "\"a\rb\""),
  ])
  func quotesWhereItHasTo(_ text: String, _ expected: String) {
    var csv = CSVText()
    csv.add(text)
    csv.add(text)
    csv.endRow()
    #expect(String(decoding: csv.take(), as: UTF8.self) == "\(expected),\(expected)\n")
    #expect(csv.bytes.isEmpty)
  }

  @Test func writesEmptyFieldsForWhatIsNotThere() {
    var csv = CSVText()
    csv.add(Money?.none)
    csv.add(Day?.none)
    csv.add(Int64?.none)
    csv.add(Int64(-3))
    csv.add(Money(minorUnits: 1_250))
    csv.endRow()
    #expect(String(decoding: csv.take(), as: UTF8.self) == ",,,-3,12.50\n")
  }

  @Test func anotherDelimiterIsQuotedInstead() {
    var csv = CSVText(delimiter: UInt8(ascii: "\t"))
    csv.add("a,b")
    csv.add("a\tb")
    csv.endRow()
    #expect(String(decoding: csv.take(), as: UTF8.self) == "a,b\t\"a\tb\"\n")
  }

  @Test func jsonKeepsTheOrderOfItsMembers() {
    let json: JSONText = .members([
      ("b", .text("a \"quoted\" \\ line\nend\t")), ("a", .list([])), ("c", .list([.verbatim("1")])),
    ])
    #expect(
      json.text() == """
        {
          "b": "a \\"quoted\\" \\\\ line\\nend\\t",
          "a": [],
          "c": [
            1
          ]
        }
        """)
  }
}
