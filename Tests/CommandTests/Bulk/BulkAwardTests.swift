import Foundation
import Policy
import Quantities
import Reporting
import Testing

/// Large tables are awarded as small ones are: the same bytes, the same warnings, the same errors.
@Suite struct BulkAwardTests {
  /// Threads, and stretches of a file that are read at a time.
  static let readings = [(1, 262_144), (2, 97), (3, 64), (5, 1_000)]

  private func expectSame(
    _ paths: AwardPaths, _ readings: [(Int, Int)] = BulkAwardTests.readings, _ what: String = ""
  ) throws {
    let plain = try paths.plain()
    for (threads, length) in readings {
      let bulk = try paths.bulk(threads: threads, chunkLengthBytes: length)
      guard bulk != plain else { continue }
      Issue.record(
        "\(what), \(threads) threads, stretches of \(length): \(bulk)\nexpected: \(plain)")
      return
    }
  }

  @Test("generated tables, in both formats and languages", arguments: 0..<24 as Range<UInt64>)
  func generated(seed: UInt64) throws {
    let tables = GeneratedBids(seed: seed)
    var paths = try AwardPaths(bids: tables.bids, reserves: tables.reserves)
    paths.format = seed.isMultiple(of: 2) ? .csv : .json
    paths.language = seed % 4 < 2 ? .english : .traditionalChinese
    try expectSame(paths, BulkAwardTests.readings, "seed \(seed)")
  }

  @Test("every reading of the cutoff", arguments: Rounding.allCases, TieRule.allCases)
  func readings(rounding: Rounding, tie: TieRule) throws {
    for (seed, base) in zip((100 as UInt64)..., CutoffBase.allCases) {
      let tables = GeneratedBids(seed: seed)
      for (share, minimum, lotSeed) in [("0.9", 1, nil), ("0.5", 3, 7), ("0", 0, nil)]
        as [(String, Int, UInt64?)]
      {
        var paths = try AwardPaths(bids: tables.bids, reserves: tables.reserves)
        paths.policy = try AwardPaths.policy(share: share)
        (paths.policy.rounding, paths.policy.tie, paths.policy.base) = (rounding, tie, base)
        (paths.policy.minimumWinners, paths.policy.lotSeed) = (minimum, lotSeed)
        try expectSame(paths, [(3, 300)])
        paths.policy.contractPrice = .matchLowest
        paths.policy.priceReduction = .article53
        try expectSame(paths, [(2, 500)])
      }
    }
  }

  @Test(
    "a stretch of a file may end at every byte",
    arguments: zip(["\n", "\n", "\r\n", "\r"], [true, false, true, false]))
  func everyBoundary(lineBreak: String, isEnded: Bool) throws {
    let rows = [
      "\u{FEFF}remark,unit_price,item_id,vendor_id", "", "\"a,b\",90,甲,V1", "\"two",
      "lines\",95.5,甲,V2",
      "x,\"1,200\",甲,\"say \"\"hi\"\"\"", "  ", ",90,\"B\",V1", "\"\",80,B,V2", "\"\"\"\",90,甲,V3",
    ]
    let bids = rows.joined(separator: lineBreak) + (isEnded ? lineBreak : "")
    let paths = try AwardPaths(bids: bids, reserves: "item_id,reserve_price\n甲,100\nB,\n")
    // Every length with the longest line breaks; the others differ from it in few places.
    let lengths = stride(from: 1, to: bids.utf8.count + 3, by: lineBreak == "\r\n" ? 1 : 4)
    try expectSame(paths, lengths.map { (1 + $0 % 3, $0) })
  }

  @Test("tables with errors, one byte or more from right", arguments: 0..<12 as Range<UInt64>)
  func broken(seed: UInt64) throws {
    var random = SmallRandom(state: seed &* 77)
    let tables = GeneratedBids(seed: seed, items: 4)
    for round in 0..<12 {
      let isBids = round % 3 != 0
      let paths = try AwardPaths(
        bids: isBids ? random.mutated(Array(tables.bids.utf8)) : Array(tables.bids.utf8),
        reserves: isBids
          ? Array(tables.reserves.utf8) : random.mutated(Array(tables.reserves.utf8)))
      let plain = try paths.plain()
      for (threads, length) in [(1, 262_144), (2, 20 + random.below(200))] {
        let bulk = try paths.bulk(threads: threads, chunkLengthBytes: length)
        // Whatever this way leaves, the plain one says.
        guard bulk != plain, bulk != .unfit else { continue }
        Issue.record("seed \(seed), round \(round), \(length): \(bulk)\nexpected: \(plain)")
      }
    }
  }

  /// Each wrong in a way of its own, behind right rows.
  static let faults: [String] = [
    "A,V9", "A,V9,1,2,3", ",V9,1", "A,,1", "A,V9,", "A,V9,0", "A,V9,-5", "A,V9,abc", "A,V9,1.234",
    "A,V9,9223372036854775808", "A,V9,99999999999999999999999", "A,V9,10000000000000", "Z,V9,1",
    "A,V1,1", "A,V1,999", "A,\"V9,1", "A,V\"9,1", "A,\"V9\"x,1", "A,V\u{0}9,1", "A,V\u{1}9,1",
    "A,V\u{7F}9,1", "A,V\u{85}9,1", "A,V\u{200B}9,1", "A,\u{AD},1",
    "A," + String(repeating: "v", count: 201) + ",1",
    "A," + String(repeating: "品", count: 201) + ",1",
    "A," + String(repeating: "v", count: 100_001) + ",1",
    String(repeating: ",", count: 1_500), "A,\"V\n\n9\"\"\",0", "caf\u{E9},V9,1", "\"\"", "A,V9,１２",
    "A,\"V9\"\"\",1e5",
    "A,\"\",1", "A,V2\u{301},1", "A,V2\u{301},1\nA,V2\u{301},2",
  ]

  @Test("each kind of error has its message, line and column", arguments: faults)
  func fault(row: String) throws {
    let head = "item_id,vendor_id,unit_price\n"
    let right = (1...20).map { "A,V\($0),\(80 + $0)\nB,\"V\n\($0)\",70\n" }.joined()
    let reserves = "item_id,reserve_price\nA,100\nB,\n"
    for bids in [head + right + row + "\n" + right.replacing("V", with: "W"), head + right + row] {
      let paths = try AwardPaths(bids: bids, reserves: reserves)
      try expectSame(paths, [(1, 262_144), (2, 100), (3, 37)], String(row.prefix(40)))
    }
  }

  @Test(
    "errors of reserve prices and of both tables",
    arguments: [
      "A,100\nA,101", "A,0", "A,x", ",5", "A", "A,1,2", "A,100\nA,100", "A,\nA,5",
      "A,\"1,000\"\nA,1000",
      "cafe\u{301},5\ncaf\u{E9},6", "A,100\n\"", "B,5\nA,x", "A,9223372036854775808",
    ])
  func reserves(rows: String) throws {
    let bids = "item_id,vendor_id,unit_price\nA,V1,90\nA,V1,91\nB,V1,9\ncaf\u{E9},V1,4\nC,V\",4\n"
    for bids in [bids, "item_id,vendor_id,unit_price\nA,V1,90\n"] {
      let paths = try AwardPaths(bids: bids, reserves: "item_id,reserve_price\n" + rows + "\n")
      let plain = try paths.plain()
      for (threads, length) in [(1, 262_144), (2, 10)] {
        let bulk = try paths.bulk(threads: threads, chunkLengthBytes: length)
        #expect(bulk == plain || bulk == .unfit)
      }
    }
  }

  @Test(
    "re-bids decide ties, or are refused",
    arguments: [
      "A,V3,89", "A,V3,95", "A,V9,1", "Z,V1,1", "A,V3,0", "A,V3,89\nA,V3,88", "B,V1,1", "A,V1,1",
      "",
    ])
  func rebids(rows: String) throws {
    let bids =
      "item_id,vendor_id,unit_price\n"
      + (1...4).map { "A,V\($0),\($0 < 2 ? 80 : 90)\nB,V\($0),90\n" }.joined()
    var paths = try AwardPaths(
      bids: bids, reserves: "item_id,reserve_price\nA,100\nB,\n",
      rebids: "item_id,vendor_id,unit_price\n" + rows + "\n")
    paths.policy = try AwardPaths.policy(share: "0.5")
    try expectSame(paths, BulkAwardTests.readings, rows)
  }

  @Test(
    "tables without rows, without headings, or without anything",
    arguments: [
      "", "\u{FEFF}", "\n", "\n\n \n", "item_id,vendor_id,unit_price",
      "item_id,vendor_id,unit_price\n\n\n",
      "item,vendor\nA,V1", "item_id,vendor_id,unit_price,item_id\nA,V1,1,A",
      "\"item_id,vendor_id,unit_price\n",
      "item_id,vendor_id,unit_price,\n", ",,\nA,V1,1",
    ])
  func headings(bids: String) throws {
    for format in [TableFormat.csv, .json] {
      var paths = try AwardPaths(bids: bids, reserves: "item_id,reserve_price\nA,1\n")
      paths.format = format
      let plain = try paths.plain()
      for (threads, length) in BulkAwardTests.readings {
        let bulk = try paths.bulk(threads: threads, chunkLengthBytes: length)
        // Headings with errors are left to the plain way.
        if bulk != .unfit { #expect(bulk == plain) }
      }
    }
  }

  @Test("a lot of many bids, and many bids of one vendor among them")
  func largeLot() throws {
    let rows = (0..<3_000).map { "A,V\($0),\(50 + $0 * 7 % 60)\n" }
    let head = "item_id,vendor_id,unit_price\n"
    for repeated in ["", "A,V17,3\nA,V2999,5\nA,V17,3\n"] {
      let paths = try AwardPaths(
        bids: head + rows.joined() + repeated, reserves: "item_id,reserve_price\nA,100\n")
      try expectSame(paths, [(1, 262_144), (2, 3_000)])
    }
  }

  @Test(
    "many items anywhere in the table, some with long names, in quotation marks or of one vendor twice",
    arguments: 0..<4 as Range<UInt64>)
  func scattered(seed: UInt64) throws {
    var random = SmallRandom(state: seed &* 131 + 5)
    let items = (0..<1_040).map { item in
      item % 9 == 0 ? "an item with the long name \(item)" : "I\(item)"
    }
    var rows: [String] = []
    for item in items {
      for vendor in 0..<1 + random.below(2) {
        let name = random.below(20) == 0 ? "\"\(item)\"" : item
        rows.append("\(name),V\(vendor),\(90 + random.below(15))\n")
      }
    }
    // Rows of an item that is not listed, and of a vendor that has a bid already: with errors.
    if seed % 4 == 1 { rows += ["Z9,V1,5\n", "Z9,V2,5\n"] }
    if seed % 4 == 2 { rows += ["I1,V0,5\n", "I1039,V0,7\n", "I1,V0,5\n"] }
    // Half of it in order: the reader goes from one way of looking up to the other and back.
    let half = rows.count / 2
    rows = Array(rows[..<half]) + random.shuffled(Array(rows[half...]))
    if seed > 0 { rows = random.shuffled(rows) }
    let paths = try AwardPaths(
      bids: "item_id,vendor_id,unit_price\n" + rows.joined(),
      reserves: "item_id,reserve_price\n" + items.map { "\($0),100\n" }.joined())
    try expectSame(paths, [(3, 9_000)], "seed \(seed)")
  }

  @Test(
    "a table that changes while it is read ends in an error, whatever becomes of it",
    arguments: 0..<6)
  func changed(kind: Int) throws {
    let head = "item_id,vendor_id,unit_price\n"
    let rows = (0..<400).map { "A,V\($0),\(50 + $0 % 60)\n" }.joined()
    let paths = try AwardPaths(bids: head + rows, reserves: "item_id,reserve_price\nA,100\n")
    let changes = [
      "", head, head + rows + "A,W,1\n", head + rows.replacing("A,", with: "\"\n"),
      String(repeating: "\u{0}", count: 9_000), head + rows.replacing("V", with: "\""),
    ]
    try paths.expectFailure(afterChangingBidsTo: changes[kind], threads: 2, chunkLengthBytes: 500)
  }
}
