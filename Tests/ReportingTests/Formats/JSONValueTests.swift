import Foundation
import Policy
import Quantities
import Reporting
import Testing

@Suite struct JSONValueTests {
  @Test func `rows are objects in column order, numbers keep their digits, absent is null`() throws
  {
    #expect(
      TableFormat.json.text(of: try FormatSample.table(), language: .traditionalChinese) == """
        [
          {"item_id": "=A1", "outcome": "awarded", "rank": 1234567, "reserve_price": 9999999999999.99, "historical": 333.333333333333, "rate": 0.011, "due_on": "2026-03-31", "mean": 0.0000001, "note": "稱「是」,兩次"},
          {"item_id": "雲端", "outcome": null, "rank": null, "reserve_price": 5, "historical": null, "rate": null, "due_on": null, "mean": null, "note": null}
        ]

        """)
  }

  @Test func `a table without rows is an empty array`() {
    let table = ReportTable("t", columns: [.text("a", Phrase(verbatim: "a"))])
    #expect(TableFormat.json.text(of: table, language: .english) == "[]\n")
  }

  @Test func `every code point below 256 reads back`() throws {
    let text = String(String.UnicodeScalarView((0..<256).compactMap { Unicode.Scalar($0) }))
    let json = JSONValue.members([text: .string(text)]).text
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(read == [text: text])
  }

  @Test func `nested values are indented and read back`() throws {
    let value = JSONValue.members([
      "draws": .integer(10),
      "scenarios": .array([.members(["mean": .real(0.1), "p05": .real(.nan)])]),
      "flags": .array([.bool(true), .null]), "none": .array([]), "empty": .object([]),
    ])
    #expect(
      value.text == """
        {
          "draws": 10,
          "scenarios": [
            {"mean": 0.1, "p05": null}
          ],
          "flags": [true, null],
          "none": [],
          "empty": {}
        }
        """)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(value.text.utf8))
    }
  }
}
