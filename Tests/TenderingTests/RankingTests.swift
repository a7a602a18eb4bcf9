import Tendering
import Testing

struct RankingTests {
  @Test("Equal prices share a rank and the next rank skips: 1, 2, 2, 4")
  func sharedRanks() throws {
    let sample = SampleTender(reserve: 100, prices: [95, 90, nil, 99, 95, 101])
    let award = try SampleRule().rule().award(sample.tender())
    #expect(award.bids.map(\.rank) == [2, 1, nil, 4, 2, nil])
  }

  @Test("All equal prices rank first", arguments: 1...5)
  func allEqual(count: Int) throws {
    let sample = SampleTender(reserve: 100, prices: Array(repeating: 90, count: count))
    let award = try SampleRule().rule().award(sample.tender())
    #expect(award.bids.map(\.rank) == Array(repeating: 1, count: count))
  }
}
