import CDrawKernels
import Statistics

/// Who bids for one item, at which part of the reserve, in each of some draws: the lanes.
///
/// The first words: how many bid, the item's common factor. Of each place: the ratio of its bid, the
/// bidder, the disqualification. Where every candidate decides for itself, each place is a candidate's,
/// which bids by the word of its ratio. The lot of a bid is a hash of that word: whatever made the bid
/// equal another, the hash says nothing of it.
struct BidLanes {
  /// The stream of random words that bidding uses.
  static let stream: UInt32 = 1
  /// Kinds of words.
  static let (ratioKind, bidderKind, disqualificationKind) = (0, 1, 2)
  /// The kinds, the one that matters most first.
  static let kindsByImportance = [ratioKind, disqualificationKind, bidderKind, 3]
  /// The ratio of a disqualified bid.
  static let disqualified: Int64 = -1
  /// The ratio of a place without a bid.
  static let absent: Int64 = -2

  /// How many lanes there are.
  private(set) var lanes = 0
  /// Rows of lanes in the arrays below: places of a bid.
  private(set) var places = 0
  /// Places of each lane; beyond them, and where the ratio is ``absent``, there is no bid.
  private(set) var limits: [Int32] = []
  /// Bids submitted in each lane.
  private(set) var counts: [Int32] = []
  /// The bidder of each place, by its index among all vendors.
  private(set) var vendors: [Int32] = []
  /// Bid ÷ reserve price in 10⁻⁹, ``disqualified`` or ``absent``.
  private(set) var ratios: [Int64] = []
  /// The lot number of each bid, below 2²⁴: among equal bids the lowest ones win.
  private(set) var lots: [UInt32] = []

  private var firstWords: [UInt32] = []
  private var ratioWords: [UInt32] = []
  private var otherWords: [UInt32] = []
  private var candidates: [Int32] = []
  private var picker = CandidatePicker()
  private var scores = ScoreLanes()
  /// The vendors whose bids are disqualified here, and the ratios without that.
  private var barred: [Int32] = []
  private var drawnRatios: [Int64] = []

  /// Creates lanes that hold nothing yet.
  init() {}

  /// Creates lanes of given bids.
  init(_ given: [[(vendor: Int32, ratio: Int64, lot: UInt32)]]) {
    makeRoom(lanes: given.count, places: given.map(\.count).max() ?? 0)
    limits = given.map { Int32($0.count) }
    counts = limits
    for (lane, bids) in given.enumerated() {
      for (place, bid) in bids.enumerated() {
        let index = place * lanes + lane
        (vendors[index], ratios[index], lots[index]) = (bid.vendor, bid.ratio, bid.lot)
      }
    }
  }

  /// Draws the bids for an item.
  ///
  /// - Parameters:
  ///   - model: How vendors bid.
  ///   - table: Its candidates.
  ///   - words: The words of bidding, at the item.
  ///   - vendorScores: The common scores of the vendors in each lane.
  mutating func draw(
    _ model: BidderModel, _ table: CandidateTable, words: LuckLanes, vendorScores: VendorScores
  ) {
    barred = []
    words.fillFirst(&firstWords)
    switch model.entry {
    case .counted(let entry):
      countBids(entry, among: model.mostBids, lanes: words.draws.count)
      words.fill(&ratioWords, kind: BidLanes.ratioKind, places: places)
      words.fill(&otherWords, kind: BidLanes.bidderKind, places: places)
      picker.pick(table, words: otherWords, counts: counts, places: places, &candidates)
    case .byWord(let limit):
      makeRoom(lanes: words.draws.count, places: model.mostBids)
      words.fill(&ratioWords, kind: BidLanes.ratioKind, places: places)
      everyCandidate(below: limit)
    }
    unsafe awardsim_look_up(table.vendors, candidates, lanes * places, &vendors)
    fillRatios(model, table, vendorScores)
    strike(model, words)
    unsafe awardsim_lots(ratioWords, lanes * places, &lots)
  }

  /// Disqualifies the bids of some vendors, and only theirs, beside those drawn as disqualified.
  ///
  /// - Parameter vendors: The vendors by their ascending indices among all.
  mutating func bar(_ vendors: [Int32]) {
    guard vendors != barred else { return }
    if barred.isEmpty { drawnRatios = ratios } else { ratios = drawnRatios }
    barred = vendors
    guard let first = vendors.first, let last = vendors.last else { return }
    for index in 0..<lanes * places where ratios[index] > 0 {
      let vendor = self.vendors[index]
      if first...last ~= vendor, vendors.contains(vendor) { ratios[index] = BidLanes.disqualified }
    }
  }

  /// Draws how many bid in each lane.
  private mutating func countBids(_ entry: EntryCounts, among candidates: Int, lanes: Int) {
    counts.removeAll(keepingCapacity: true)
    for lane in 0..<lanes {
      counts.append(
        Int32(truncatingIfNeeded: entry.count(for: firstWords[lane], among: candidates)))
    }
    makeRoom(lanes: lanes, places: Int(counts.max() ?? 0))
    limits = counts
  }

  /// Gives every candidate a place, and counts those that bid.
  private mutating func everyCandidate(below limit: UInt64) {
    limits = Array(repeating: Int32(truncatingIfNeeded: places), count: lanes)
    counts = Array(repeating: 0, count: lanes)
    for place in 0..<places {
      for lane in 0..<lanes {
        candidates[place * lanes + lane] = Int32(truncatingIfNeeded: place)
        counts[lane] += UInt64(ratioWords[place * lanes + lane]) < limit ? 1 : 0
      }
    }
  }

  private mutating func fillRatios(
    _ model: BidderModel, _ table: CandidateTable, _ vendorScores: VendorScores
  ) {
    let count = lanes * places
    guard let factors = model.factors, let normal = NormalScores.shared else {
      guard case .byWord = model.entry else {
        model.ratios.fill(&ratios, words: ratioWords, count: count)
        return
      }
      otherWords.makeRoom(count)
      for index in 0..<count { otherWords[index] = model.ratioWord(of: ratioWords[index]) }
      model.ratios.fill(&ratios, words: otherWords, count: count)
      return
    }
    scores.fill(
      factors, normal, own: ratioWords, item: firstWords, candidates: candidates, table,
      vendorScores, lanes: lanes, places: places)
    model.ratios.fill(&ratios, words: scores.words, count: count)
  }

  /// Marks the bids that are disqualified, and places without one.
  private mutating func strike(_ model: BidderModel, _ words: LuckLanes) {
    let count = lanes * places
    if model.disqualifiedBelow > 0 {
      words.fill(&otherWords, kind: BidLanes.disqualificationKind, places: places)
      unsafe awardsim_mark(
        otherWords, 0, model.disqualifiedBelow, count, BidLanes.disqualified, &ratios)
    }
    if case .byWord(let limit) = model.entry {
      unsafe awardsim_mark(ratioWords, limit, 1 << 32, count, BidLanes.absent, &ratios)
    }
  }

  private mutating func makeRoom(lanes: Int, places: Int) {
    (self.lanes, self.places) = (lanes, places)
    candidates.makeRoom(lanes * places)
    vendors.makeRoom(lanes * places)
    ratios.makeRoom(lanes * places)
    lots.makeRoom(lanes * places)
  }
}

extension BidRatios {
  /// The ratios that words stand for, as ``ratio(for:)`` has them.
  fileprivate func fill(_ ratios: inout [Int64], words: [UInt32], count: Int) {
    switch source {
    case .observed(let list) where atoms == nil && list.count <= UInt32.max && list[0] > 0:
      unsafe awardsim_listed_numbers(list, list.count, words, count, &ratios)
    case .tabulated(let table) where atoms == nil && table.number(for: 0) > 0:
      table.fill(&ratios, words: words, count: count)
    default:
      for index in 0..<count { ratios[index] = ratio(for: words[index]) }
    }
  }
}
