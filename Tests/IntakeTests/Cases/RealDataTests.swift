import Foundation
import Pipeline
import Policy
import Pricing
import Quantities
import Tendering
import Testing

@testable import Intake

/// The folder of the real data, which is no part of the project.
private let realData = ProcessInfo.processInfo.environment["AWARDSIM_REAL_DATA"]
private let isSkipped: Comment =
  "SKIPPED: set AWARDSIM_REAL_DATA to the folder of the real data to test the mappings on it"

private func mapping(_ name: String) -> ReadOptions {
  ReadOptions(mappingPath: projectFolder + "datasets/mappings/\(name).yaml")
}

@Suite(.enabled(if: realData != nil, isSkipped))
struct RealDataTests {
  private let tsuchiura = (realData ?? "") + "/tsuchiura/tsuchiura_data.csv"

  /// In 27 lots one name stands on two rows, in lot 538 on three: all 28 repetitions are reported.
  @Test func everyRepeatedBidderIsReportedWithItsLines() throws {
    let error = #expect(throws: IntakeError.self) {
      try LooseFiles.award(bids: tsuchiura, reserves: tsuchiura, options: mapping("tsuchiura"))
    }
    let lines = error?.lines ?? []
    #expect(lines.count == 28)
    let pairs: [(line: Int, first: Int)] = [
      (67, 64), (153, 152), (757, 755), (813, 808), (937, 936), (1308, 1307), (1317, 1229),
      (1355, 1354), (1460, 1459), (1671, 1670), (1672, 1670), (1899, 1898), (1909, 1908),
      (2133, 2132), (2207, 2197), (2221, 2211), (2459, 2455), (3000, 2996), (3618, 3615),
      (3813, 3812), (4668, 4666), (4672, 4670), (4675, 4674), (5078, 5077), (5114, 5113),
      (5120, 5119), (5123, 5122), (5764, 5763),
    ]
    for (text, (line, first)) in zip(lines, pairs) {
      #expect(text.hasPrefix("\(tsuchiura):\(line):3: "))
      #expect(text.contains("stands on line \(first) already"))
    }
  }

  @Test func withTheRowAsTheVendorEveryBidIsRead() throws {
    let award = try LooseFiles.award(
      bids: tsuchiura, reserves: tsuchiura, options: mapping("tsuchiura-by-row"))
    #expect(award.bids.count == 6_013)
    #expect(award.reserves.count == 1_565)
    #expect(award.bids.count { $0.status == .disqualified } == 240)
    #expect(award.bids.count { $0.unitPrice == nil } == 41)
    #expect(award.bids.count { $0.unitPrice != nil && $0.status == .valid } == 5_773)
    #expect(award.bids.first?.vendorID.text == "muramatsu #1")
    #expect(award.bids.first?.submittedAt == "2007-06-07")
    #expect(award.bids.last?.position.line == 6_014)
    let sha256 = "6a3e4dfb8284abd76550f6a8cf3822c34e31fe0d9100f730c46372942ac02853"
    #expect(award.inputFiles.last?.sha256 == sha256)
    let reserves = try award.reserves.compactMap(\.reservePrice).total()
    #expect(reserves == (try Money(units: 47_389_110_900)))
  }

  @Test func readsTheScheduleAsHistoricalAwards() throws {
    let read = try schedule(mappedBy: mapping("gsa-schedule-70"))
    #expect(read.contents.items?.count == 2_243)
    let evidence = try #require(read.contents.evidence)
    let projectManagers = evidence.filter { $0.itemID.text == "project manager" }
    #expect(projectManagers.count == 91)
    #expect(evidence.count == 4_124)
    let prices = projectManagers.map(\.unitPrice).sorted()
    #expect(prices[45] == Money(minorUnits: 13_048))
    #expect(try evidence.map(\.unitPrice).total() == Money(minorUnits: 48_070_110))
    // One for the rows that each section leaves out; the header's own are about the framework.
    #expect(read.diagnostics.warnings.count { $0.file == "s70_data.csv" } == 2)
  }

  /// Without the conditions on them, the prices that are no numbers are errors, each in its place.
  @Test func pricesThatAreNoNumbersAreErrors() throws {
    let folder = try TemporaryFolder([:])
    let path = folder.path + "/map.yaml"
    let shipped = try inputBytes(at: projectFolder + "datasets/mappings/gsa-schedule-70.yaml")
    let text = String(decoding: shipped, as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.contains("not_in: [N/A, 0.75%]") }
    try folder.write("map.yaml", Array(lines.joined(separator: "\n").utf8))
    let error = #expect(throws: IntakeError.self) {
      try schedule(mappedBy: ReadOptions(mappingPath: path))
    }
    let prices = error?.lines.filter { $0.contains("(unit_price)") } ?? []
    #expect(prices.count == 13)
    #expect(prices.allSatisfy { $0.contains(":6: ") && $0.contains("is not a number") })
  }

  /// The schedule as a case, beside a header that the data does not have.
  private func schedule(mappedBy options: ReadOptions) throws -> CaseFolder {
    let folder = try TemporaryFolder([
      "case.yaml": """
      case_no: "1150202"
      title: IT Schedule 70
      currency: USD
      pricing_date: 2016-03-31
      contract_start: 2016-04-01
      contract_end: 2017-03-31
      """
    ])
    let path = (realData ?? "") + "/gsa-schedule-70/s70_data.csv"
    try folder.write("s70_data.csv", try inputBytes(at: path))
    return try CaseFolder.read(folder.path, options: options)
  }
}
