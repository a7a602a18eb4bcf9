import Policy
import Pricing
import Quantities
import Testing

@testable import Intake

/// Rows of `reserve_overrides.csv` replaced and added.
@Suite struct OverrideTableTests {
  private static let fields = [
    "item_id": 1, "reserve_price": 2, "reason": 3, "decided_by": 4, "decided_on": 5,
  ]

  private func override(_ item: String, _ price: String, _ reason: String = "why") throws
    -> ReserveOverride
  {
    ReserveOverride(
      itemID: ItemID(item), reservePrice: try Money(text: price), reason: reason, decidedBy: "X",
      decidedOn: try Day(text: "2026-02-03"), position: SourcePosition(file: "", line: 1))
  }

  private func edited(
    _ text: String?, _ overrides: [ReserveOverride], fields: [String: Int] = fields
  ) throws -> String {
    let table = try #require(
      OverrideTable(text.map { Array($0.utf8) }, fieldNumbers: fields, encoding: .utf8))
    return String(decoding: try table.replacing(overrides), as: UTF8.self)
  }

  @Test func beginsAFile() throws {
    #expect(
      try edited(nil, [override("A", "12.5")])
        == "item_id,reserve_price,reason,decided_by,decided_on\nA,12.50,why,X,2026-02-03\n")
  }

  @Test func keepsOtherRowsByteForByte() throws {
    let head = "item_id,reserve_price,reason,decided_by,decided_on\n"
    let before = "\"A\" , NT$1,\"multi\nline, \"\"q\"\"\", Y ,115/01/02\n\n"
    let after = "C,3,c,Y,2026-01-02"
    let text = head + before + "B,2,b,Y,2026-01-02\n" + after
    #expect(
      try edited(text, [override("B", "20"), override("D", "4", "a, \"b\"\nc")])
        == head + before + "B,20,why,X,2026-02-03\n" + after
        + "\nD,4,\"a, \"\"b\"\"\nc\",X,2026-02-03")
    #expect(
      try edited(text, [override("A", "7")])
        == head + "A,7,why,X,2026-02-03\n\nB,2,b,Y,2026-01-02\n" + after)
    #expect(try edited(text, []) == text)
  }

  @Test func keepsLineEndsOrderAndFurtherColumns() throws {
    let fields = [
      "item_id": 2, "reserve_price": 1, "reason": 3, "decided_by": 5, "decided_on": 6,
    ]
    let text =
      "\u{FEFF}底價,品項編號,理由,memo,決定人員,決定日期\r\n5,A,r,\"keep, me\",Y,2026-01-02\r\n"
    #expect(
      try edited(text, [override("A", "6"), override("B", "8")], fields: fields)
        == "\u{FEFF}底價,品項編號,理由,memo,決定人員,決定日期\r\n6,A,why,\"keep, me\",X,2026-02-03\r\n"
        + "8,B,why,,X,2026-02-03\r\n")
  }

  @Test func writesTheEncodingOfTheFile() throws {
    // 底 is A9 B3 and 價 BB F9 in code page 950.
    let head = Array("item_id,reserve_price,reason,decided_by,decided_on\n".utf8)
    let table = try #require(
      OverrideTable(
        head + Array("A,1,".utf8) + [0xA9, 0xB3] + Array(",Y,2026-01-02\n".utf8),
        fieldNumbers: OverrideTableTests.fields, encoding: .big5))
    let bytes = try table.replacing([override("B", "2", "底價")])
    let end = Array("B,2,".utf8) + [0xA9, 0xB3, 0xBB, 0xF9] + Array(",X,2026-02-03\n".utf8)
    #expect(bytes.suffix(end.count) == end[...])
    #expect(throws: IntakeError.self) { try table.replacing([override("B", "2", "😀")]) }
  }

  @Test func needsAFieldForEveryColumn() {
    let table = OverrideTable(
      Array("item_id,reserve_price\n".utf8), fieldNumbers: ["item_id": 1, "reserve_price": 2],
      encoding: .utf8)
    #expect(table == nil)
  }
}
