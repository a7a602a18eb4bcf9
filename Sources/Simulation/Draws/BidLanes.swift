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
  static let disqualified: Int32 = -1
  /// The ratio of a place without a bid.
  static let absent: Int32 = -2

  /// How many lanes there are.
  private(set) var lanes = 0
  /// Rows of lanes in the arrays below: places of a bid.
  private(set) var places = 0
  /// Places of each lane; beyond them, and where the part is ``absent``, there is no bid.
  private(set) var limits: [Int32] = []
  /// Bids submitted in each lane.
  private(set) var counts: [Int32] = []
  /// Bid ÷ reserve price in 10⁻⁹, no more than 2³¹ − 1, ``disqualified`` or ``absent``.
  private(set) var parts: [Int32] = []
  /// Whether it is known who bids, and which lots the bids have.
  private(set) var hasVendors = true
  /// The bidder of each place, by its index among all vendors.
  private(set) var vendors: [Int32] = []
  /// The lot number of each bid, below 2²⁴: among equal bids the lowest ones win.
  private(set) var lots: [UInt32] = []

  private var firstWords: [UInt32] = []
  private var ratioWords: [UInt32] = []
  private var otherWords: [UInt32] = []
  private var candidates: [Int32] = []
  private var picker = CandidatePicker()
  private var scores = ScoreLanes()
  /// The ratios as they are, where some may be larger than ``parts`` can be.
  private var ratios: [Int64] = []
  private var hasRatios = false
  /// The vendors whose bids are disqualified here, and the parts without that.
  private var barred: [Int32] = []
  private var drawnParts: [Int32] = []

  /// Creates lanes that hold nothing yet.
  init() {}

  /// Creates lanes of given bids.
  init(_ given: [[(vendor: Int32, ratio: Int64, lot: UInt32)]], hasVendors: Bool = true) {
    self.hasVendors = hasVendors
    makeRoom(lanes: given.count, places: given.map(\.count).max() ?? 0)
    ratios.makeRoom(lanes * places)
    vendors.makeRoom(lanes * places)
    lots.makeRoom(lanes * places)
    limits = given.map { Int32($0.count) }
    counts = limits
    for (lane, bids) in given.enumerated() {
      for (place, bid) in bids.enumerated() {
        let index = place * lanes + lane
        (vendors[index], ratios[index], lots[index]) = (bid.vendor, bid.ratio, bid.lot)
        parts[index] = Int32(clamping: bid.ratio)
      }
    }
    hasRatios = true
  }

  /// The bid of a place as a part of the reserve price in 10⁻⁹; not positive where there is none.
  func ratio(at index: Int) -> Int64 {
    parts[index] > 0 && hasRatios ? ratios[index] : Int64(parts[index])
  }

  /// Draws the bids for an item.
  ///
  /// - Parameters:
  ///   - model: How vendors bid.
  ///   - table: Its candidates.
  ///   - words: The words of bidding, at the item.
  ///   - vendorScores: The common scores of the vendors in each lane.
  ///   - needsVendors: Whether it counts who bids.
  mutating func draw(
    _ model: BidderModel, _ table: CandidateTable, words: LuckLanes, vendorScores: VendorScores,
    needsVendors: Bool
  ) {
    barred.removeAll()
    hasVendors = needsVendors
    let needsCandidates = needsVendors || model.factors != nil
    if model.needsFirstWords {
      words.fillFirst(&firstWords)
    } else {
      firstWords.makeRoom(4 * words.draws.count)
    }
    switch model.entry {
    case .counted(let entry):
      entry.fill(&counts, words: firstWords, lanes: words.draws.count, among: model.mostBids)
      makeRoom(lanes: words.draws.count, places: Int(counts.max() ?? 0))
      limits = counts
      words.fill(&ratioWords, kind: BidLanes.ratioKind, places: places)
      if needsCandidates { pick(table, among: model.mostBids, words) }
    case .byWord(let limit):
      makeRoom(lanes: words.draws.count, places: model.mostBids)
      words.fill(&ratioWords, kind: BidLanes.ratioKind, places: places)
      countWords(below: limit)
      if needsCandidates { placeAll() }
    }
    fillParts(model, table, vendorScores)
    strike(model, words)
    guard needsVendors else { return }
    vendors.makeRoom(lanes * places)
    lots.makeRoom(lanes * places)
    unsafe awardsim_look_up(table.vendors, candidates, lanes * places, &vendors)
    unsafe awardsim_lots(ratioWords, lanes * places, &lots)
  }

  /// Disqualifies the bids of some vendors, and only theirs, beside those drawn as disqualified.
  ///
  /// - Parameter vendors: The vendors by their ascending indices among all; none where it is not known
  ///   who bids.
  mutating func bar(_ vendors: [Int32]) {
    guard vendors != barred else { return }
    if barred.isEmpty { drawnParts = parts } else { parts = drawnParts }
    barred = vendors
    guard let first = vendors.first, let last = vendors.last else { return }
    for index in 0..<lanes * places where parts[index] > 0 {
      let vendor = self.vendors[index]
      if first...last ~= vendor, vendors.contains(vendor) { parts[index] = BidLanes.disqualified }
    }
  }

  /// Draws who bids in each lane.
  private mutating func pick(_ table: CandidateTable, among count: Int, _ words: LuckLanes) {
    // Where all of them bid, which is drawn first makes no difference.
    guard counts.contains(where: { $0 < count }) else { return placeAll() }
    words.fill(&otherWords, kind: BidLanes.bidderKind, places: places)
    picker.pick(table, words: otherWords, counts: counts, places: places, &candidates)
  }

  /// Gives every candidate a place.
  private mutating func placeAll() {
    candidates.makeRoom(lanes * places)
    for place in 0..<places {
      for lane in 0..<lanes {
        candidates[place * lanes + lane] = Int32(truncatingIfNeeded: place)
      }
    }
  }

  /// Counts the candidates of each lane that bid.
  private mutating func countWords(below limit: UInt64) {
    limits = Array(repeating: Int32(truncatingIfNeeded: places), count: lanes)
    counts = Array(repeating: 0, count: lanes)
    for place in 0..<places {
      for lane in 0..<lanes {
        counts[lane] += UInt64(ratioWords[place * lanes + lane]) < limit ? 1 : 0
      }
    }
  }

  private mutating func fillParts(
    _ model: BidderModel, _ table: CandidateTable, _ vendorScores: VendorScores
  ) {
    let count = lanes * places
    guard let factors = model.factors, let normal = NormalScores.shared else {
      guard case .byWord = model.entry else {
        look(up: ratioWords, in: model.ratios)
        return
      }
      otherWords.makeRoom(count)
      for index in 0..<count { otherWords[index] = model.ratioWord(of: ratioWords[index]) }
      look(up: otherWords, in: model.ratios)
      return
    }
    scores.fill(
      factors, normal, own: ratioWords, item: firstWords, candidates: candidates, table,
      vendorScores, lanes: lanes, places: places)
    look(up: scores.words, in: model.ratios)
  }

  /// Looks up the part that each word stands for.
  private mutating func look(up words: [UInt32], in source: BidRatios) {
    let count = lanes * places
    hasRatios = !source.fill(&parts, words: words, count: count)
    guard hasRatios else { return }
    ratios.makeRoom(count)
    source.fill(&ratios, words: words, count: count)
    unsafe awardsim_clamp(ratios, count, &parts)
  }

  /// Marks the bids that are disqualified, and places without one.
  private mutating func strike(_ model: BidderModel, _ words: LuckLanes) {
    let count = lanes * places
    if model.disqualifiedBelow > 0 {
      words.fill(&otherWords, kind: BidLanes.disqualificationKind, places: places)
      unsafe awardsim_mark(
        otherWords, 0, model.disqualifiedBelow, count, BidLanes.disqualified, &parts)
    }
    if case .byWord(let limit) = model.entry {
      unsafe awardsim_mark(ratioWords, limit, 1 << 32, count, BidLanes.absent, &parts)
    }
  }

  private mutating func makeRoom(lanes: Int, places: Int) {
    (self.lanes, self.places) = (lanes, places)
    parts.makeRoom(lanes * places)
  }
}
