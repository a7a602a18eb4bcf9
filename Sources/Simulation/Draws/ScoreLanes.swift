import Statistics

/// The words of bids that have something in common: of the vendor in a draw, of the item in a draw.
///
/// A bid's normal score is the weighted sum of three, and the vendor's level; as a word it fits any
/// distribution.
struct ScoreLanes {
  /// A word for each bid, in rows of lanes.
  private(set) var words: [UInt32] = []
  private var own: [Int64] = []
  private var common: [Int64] = []

  /// Works the words out.
  ///
  /// - Parameters:
  ///   - factors: What weighs how much.
  ///   - normal: Scores of words and back.
  ///   - ownWords: The bid's own words, in rows.
  ///   - item: The first words of the item: those of the second row are its factor's.
  ///   - candidates: Who bids, in rows.
  ///   - table: What the candidates are.
  ///   - vendorScores: The common scores of the vendors.
  ///   - lanes: How many lanes there are.
  ///   - places: How many rows.
  mutating func fill(
    _ factors: BidderModel.Factors, _ normal: NormalScores, own ownWords: [UInt32],
    item: [UInt32], candidates: [Int32], _ table: CandidateTable, _ vendorScores: VendorScores,
    lanes: Int, places: Int
  ) {
    normal.fill(&own, words: ownWords, count: lanes * places)
    common.removeAll(keepingCapacity: true)
    for lane in 0..<lanes {
      common.append(factors.itemWeight * normal.score(of: item[lanes + lane]))
    }
    words.makeRoom(lanes * places)
    for place in 0..<places {
      for lane in 0..<lanes {
        let index = place * lanes + lane
        let candidate = Int(candidates[index])
        let vendor = vendorScores.score(ofVendor: Int(table.vendors[candidate]), lane: lane)
        let parts =
          factors.vendorWeight * vendor + common[lane] + factors.ownWeight * own[index]
        words[index] = normal.word(
          ofScore: table.levels[candidate] + parts / BidderModel.Factors.one)
      }
    }
  }
}
