import Foundation
import Testing

/// How tables may be written (RFC 4180, encodings, headings) and how a wrong one is reported.
@Suite struct TableShapeTests {
  private func award(
    _ bids: [UInt8], _ extra: [String] = []
  ) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    try folder.write("bids.csv", bytes: bids)
    try folder.write("reserves.csv", "item_id,reserve_price\nA,100\n")
    return try Program.run(
      ["award", "--bids", "bids.csv", "--reserves", "reserves.csv", "--format", "csv"] + extra,
      in: folder)
  }

  @Test(
    "every form of RFC 4180 reads as the same two bids",
    arguments: [
      "item_id,vendor_id,unit_price\nA,V1,90\nA,V2,95\n",
      "item_id,vendor_id,unit_price\r\nA,V1,90\r\nA,V2,95",
      "\u{FEFF}item_id,vendor_id,unit_price\n\"A\",\"V1\",\"90\"\nA,V2,95\n",
      "單價,品項編號,廠商\n90,A,V1\n95,A,V2\n",
      "Item_ID,VENDOR_ID, unit_price \nA,V1,90\nA,V2,95\n",
      "note,item_id,vendor_id,unit_price\n\"two\nlines, \"\"quoted\"\"\",A,V1,90\n,A,V2,95\n",
    ])
  func forms(text: String) throws {
    let outcome = try award(Array(text.utf8))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.rows.dropFirst().map { Array($0.prefix(5)) } == [
        ["A", "V1", "90", "1", "awarded"], ["A", "V2", "95", "2", "awarded"],
      ])
    #expect(outcome.errors.isEmpty || outcome.errors.contains("“note”"))
  }

  @Test(
    "a faulty table is refused at FILE:LINE:COLUMN with what was expected",
    arguments: [
      // Line breaks inside quotation marks count as physical lines.
      ("item_id,vendor_id,unit_price\nA,\"V\n\n1\",90\nA,V2,x\n", "bids.csv:5:3: ", "“x”"),
      ("item_id,vendor_id,unit_price\nA,V1,90\nA,\"V2,95\nA,V3,x\n", "bids.csv:3:2: ", "closed"),
      ("item_id,vendor_id,unit_price\nA,V\u{0}1,90\n", "bids.csv:2:2: ", "NUL"),
      ("item_id,vendor_id,unit_price\nA,V1,9\u{7}0\n", "bids.csv:2:3: ", "control character"),
      ("item_id,vendor_id,unit_price\nA,V1\n", "bids.csv:2:3: ", "3"),
      ("item_id,vendor_id,unit_price\nA,V1,90,91\n", "bids.csv:2:4: ", "3"),
      ("item_id,vendor,price\nA,V1,90\n", "bids.csv:1:2: ", "“vendor”"),
      ("item_id,vendor,price\nA,V1,90\n", "bids.csv:1:3: ", "“price”"),
      ("item_id,vendor_id,unit_price,status\nA,V1,90,won\n", "bids.csv:2:4: ", "valid"),
      ("item_id,vendor_id,unit_price,status\nA,V1,90,won\n", "bids.csv:2:4: ", "disqualified"),
      ("item_id,vendor_id,unit_price\nA,V1,90\nA,V1,91\n", "bids.csv:3:2: ", "line 2"),
      ("item_id,vendor_id,unit_price\nB,V1,90\n", "bids.csv:2:1: ", "reserves"),
      ("A,V1,90\n", "bids.csv:1:1: ", "item_id, vendor_id, unit_price"),
      ("", "bids.csv:1:1: ", "headings"),
    ])
  func faults(text: String, place: String, named: String) throws {
    let outcome = try award(Array(text.utf8))
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines.contains { $0.hasPrefix(place) && $0.contains(named) },
      "\(outcome.errors)")
    #expect(outcome.errors.contains("expected"))
  }

  @Test func twoRowsOfAVendorAreAnErrorWhateverTheirStatus() throws {
    let outcome = try award(
      Array("item_id,vendor_id,unit_price,status\nA,V,90,valid\nA,V,,disqualified\n".utf8))
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("bids.csv:3:2: "))
  }

  /// 品項編號,廠商,單價 and 許功蓋, whose second bytes are ASCII's backslash, in code page 950.
  private let big5: [UInt8] =
    [0xAB, 0x7E, 0xB6, 0xB5, 0xBD, 0x73, 0xB8, 0xB9, 0x2C, 0xBC, 0x74, 0xB0, 0xD3, 0x2C]
    + [0xB3, 0xE6, 0xBB, 0xF9, 0x0A]
    + [0x41, 0x2C, 0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C, 0x2C, 0x39, 0x30, 0x0A]

  @Test func bigFiveIsReadWhereItIsSaid() throws {
    let outcome = try award(big5, ["--encoding", "big5"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.last?[1] == "許功蓋")
    let refused = try award(big5)
    #expect(refused.status == 65)
    #expect(refused.errors.hasPrefix("bids.csv:1:1: "))
    #expect(refused.errors.contains("big5"))
  }

  @Test(
    "no bytes make the program crash or run without end",
    arguments: [
      [UInt8](repeating: 0x22, count: 300_001), [UInt8](repeating: 0x2C, count: 1_000_000),
      [UInt8](repeating: 0, count: 4_096),
      (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 167) },
      [0xFF, 0xFE, 0x41, 0],
      Array("item_id,vendor_id,unit_price\nA,".utf8)
        + [UInt8](repeating: 0x56, count: 2_000_000) + Array(",5\n".utf8),
    ])
  func hostileBytes(bytes: [UInt8]) throws {
    for encoding in ["utf-8", "big5"] {
      let outcome = try award(bytes, ["--encoding", encoding])
      #expect(outcome.status == 65)
      #expect(outcome.errors.hasPrefix("bids.csv:"))
    }
  }
}
