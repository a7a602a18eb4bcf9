import Simulation
import Testing

@Suite struct SyntheticCaseErrorTests {
  @Test(arguments: [0, -1, 10_000_001]) func refusesItemCountsOutOfBounds(_ count: Int) {
    #expect(throws: SyntheticCaseError.count("items", count, bounds: 1...10_000_000)) {
      try SyntheticCase(items: count)
    }
  }

  @Test func refusesMoreBidsThanVendorsCanMake() {
    #expect(throws: SyntheticCaseError.count("bids", 151, bounds: 0...150)) {
      try SyntheticCase(items: 100, vendors: 2, bids: 151)
    }
  }

  @Test func countsThatAreLeftOutFollowTheItems() throws {
    let size = try SyntheticCase(items: 640)
    #expect(size.evidenceCount == 10_240)
    #expect(size.bidCount == 7_200)
    #expect(size.orderCount == 25_600)
  }

  @Test func theDefaultIsOfTheStatedSize() throws {
    let size = try SyntheticCase()
    #expect(size.itemCount >= 60)
    #expect(size.vendorCount >= 15)
    #expect(size.evidenceCount >= 900)
    #expect(size.bidCount >= 700)
    #expect(size.orderCount >= 2_000)
  }

  @Test func messagesNameWhatWasExpected() {
    let error = SyntheticCaseError.count("vendors", 0, bounds: 1...100_000)
    #expect(error.message == "0 vendors: expected 1 to 100000")
  }
}
