import CallOff
import Pipeline
import Policy
import Quantities
import Tendering
import Testing

@testable import Intake

@Test func readsBidsBesideReserves() throws {
  let folder = try TemporaryFolder([
    "b.csv": "item_id,vendor_id,unit_price\nI1,V1,5\nI2,V1,6\n",
    "r.csv": "item_id,reserve_price\nI1,10\nI2,\n",
    "t.csv": "item_id,vendor_id,unit_price\nI1,V1,4\n",
  ])
  let path = { (name: String) in folder.path + "/" + name }
  let award = try LooseFiles.award(
    bids: path("b.csv"), reserves: path("r.csv"), rebids: path("t.csv"))
  #expect(award.reserves.map(\.reservePrice) == [Money(minorUnits: 1_000), nil])
  #expect(award.bids.map(\.position.description) == [path("b.csv:2"), path("b.csv:3")])
  #expect(award.rebids.count == 1)
  #expect(award.inputFiles.map(\.name) == [path("r.csv"), path("b.csv"), path("t.csv")])
  let plain = try LooseFiles.award(bids: path("b.csv"), reserves: path("r.csv"))
  #expect(plain.rebids.isEmpty)
}

@Test func aBidForNoListedItemIsAnError() throws {
  let folder = try TemporaryFolder([
    "b.csv": "item_id,vendor_id,unit_price\nI3,V1,5\n", "r.csv": "item_id,reserve_price\nI1,10\n",
  ])
  let bids = folder.path + "/b.csv"
  let error = #expect(throws: IntakeError.self) {
    try LooseFiles.award(bids: bids, reserves: folder.path + "/r.csv")
  }
  #expect(
    error?.lines == [
      "\(bids):2:1: item_id “I3” is in no row of the table reserves,"
        + " expected an item that the table reserves lists"
    ])
}

@Test func readsOrdersBesideTiers() throws {
  let folder = try TemporaryFolder([
    "o.csv":
      "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price\n"
      + "O1,I1,V1,A1,2026-05-01,3,85\n",
    "t.csv": "lower_bound,rate\n0,1%\n", "empty.csv": "",
  ])
  let path = { (name: String) in folder.path + "/" + name }
  let fees = try LooseFiles.fees(orders: path("o.csv"), tiers: path("t.csv"))
  #expect(fees.orders.map(\.amount) == [Money(minorUnits: 25_500)])
  #expect(fees.tiers.name == path("t.csv"))
  let invalid = #expect(throws: IntakeError.self) {
    try LooseFiles.fees(orders: path("o.csv"), tiers: path("empty.csv"))
  }
  #expect(invalid?.exitStatus == 65)
  let missing = #expect(throws: IntakeError.self) {
    try LooseFiles.fees(orders: path("o.csv"), tiers: path("none.csv"))
  }
  #expect(missing?.exitStatus == 66)
}

@Test func readsBig5() throws {
  let folder = try TemporaryFolder(["r.csv": "item_id,reserve_price\nA1,200\n"])
  // 品項編號,廠商,單價 ⏎ A1,許功蓋,100 ⏎ in code page 950.
  let bids: [UInt8] = [
    0xAB, 0x7E, 0xB6, 0xB5, 0xBD, 0x73, 0xB8, 0xB9, 0x2C, 0xBC, 0x74, 0xB0, 0xD3, 0x2C, 0xB3,
    0xE6, 0xBB, 0xF9, 0x0A, 0x41, 0x31, 0x2C, 0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C, 0x2C, 0x31,
    0x30, 0x30, 0x0A,
  ]
  try folder.write("b.csv", bids)
  let award = try LooseFiles.award(
    bids: folder.path + "/b.csv", reserves: folder.path + "/r.csv",
    options: ReadOptions(encoding: .big5))
  #expect(award.bids.map(\.vendorID.text) == ["許功蓋"])
  #expect(award.inputFiles.last?.sha256 == sha256(bids))
  let error = #expect(throws: IntakeError.self) {
    try LooseFiles.award(bids: folder.path + "/b.csv", reserves: folder.path + "/r.csv")
  }
  #expect(error?.exitStatus == 65)
}

/// With a broken mapping nothing is said of headings that it would have explained.
@Test func aBrokenMappingIsTheOnlyError() throws {
  let folder = try TemporaryFolder([
    "b.csv": "a,b,c\n1,2,3\n", "r.csv": "a,b\n1,2\n", "m.yaml": "bid: x\n",
  ])
  let error = #expect(throws: IntakeError.self) {
    try LooseFiles.award(
      bids: folder.path + "/b.csv", reserves: folder.path + "/r.csv",
      options: ReadOptions(mappingPath: folder.path + "/m.yaml"))
  }
  #expect(error?.lines.allSatisfy { $0.hasPrefix(folder.path + "/m.yaml:1:1: ") } == true)
}

@Test func everyMissingFileIsNamed() throws {
  let folder = try TemporaryFolder(["b.csv": "item_id,vendor_id,unit_price\nI1,V1,5\n"])
  let path = { (name: String) in folder.path + "/" + name }
  let award = #expect(throws: IntakeError.self) {
    try LooseFiles.award(bids: path("b.csv"), reserves: path("r.csv"), rebids: path("t.csv"))
  }
  #expect(award?.exitStatus == 66)
  #expect(
    award?.lines.map { $0.split(separator: ":").first.map(String.init) } == [
      path("r.csv"), path("t.csv"),
    ])
  let fees = #expect(throws: IntakeError.self) {
    try LooseFiles.fees(orders: path("o.csv"), tiers: path("f.csv"))
  }
  #expect(fees?.lines.count == 2)
}
