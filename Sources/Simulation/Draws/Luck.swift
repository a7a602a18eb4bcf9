import Statistics

/// How the words of the draws are chosen.
public enum Sampling: String, CaseIterable, Hashable, Sendable {
  /// Independent random words.
  case random
  /// Words of scrambled Sobol points: draws share the luck of an item out among them.
  case sobol

  /// The randomisations that a run consists of; 0 where draws are independent.
  var replicateCount: Int { self == .sobol ? Luck.replicateCount : 0 }
}

/// The words of one use of luck: those of each item and draw, the same in every scenario.
///
/// Slot 0 has four words for the draw as a whole. Of what is drawn several times, bids or orders, each
/// place has a word of up to four kinds: what it is, who it is from. The words of one kind lie together,
/// so that a kind that is not needed costs nothing.
struct Luck: Sendable {
  /// Randomisations of the Sobol points that a run consists of.
  ///
  /// Only between them does the error of a mean show. A draw belongs to the one that its number leaves
  /// as remainder.
  static let replicateCount = 32
  /// Kinds of words that a place may have.
  static let kindCount = 4

  let random: CountedRandom
  let even: EvenWords?

  /// Independent words of a stream.
  init(seed: UInt64, stream: UInt32) {
    random = CountedRandom(seed: seed, stream: stream)
    even = nil
  }

  /// Words of a stream, evenly spread where that was asked for.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - stream: The stream.
  ///   - sampling: How words are chosen.
  ///   - places: Places that are worth spreading.
  ///   - order: The kinds of words, the one that matters most first.
  init(seed: UInt64, stream: UInt32, _ sampling: Sampling, places: Int, order: [Int]) {
    random = CountedRandom(seed: seed, stream: stream)
    even =
      sampling == .sobol
      ? EvenWords(seed: seed, stream: stream + 16, places: places, order: order) : nil
  }

  /// The four words of one slot of an item in a draw; slots after the first are independent.
  func block(unit: UInt32, draw: UInt32, slot: UInt32) -> SIMD4<UInt32> {
    guard slot == 0, let even else { return random.block(unit: unit, draw: draw, slot: slot) }
    return even.firstBlock(unit: unit, draw: draw)
  }

  /// The word of one kind at a place.
  func word(unit: UInt32, draw: UInt32, place: Int, kind: Int) -> UInt32 {
    if let even, place < even.places {
      return even.word(unit: unit, draw: draw, dimension: even.dimension(place: place, kind: kind))
    }
    return random.block(
      unit: unit, draw: draw, slot: Luck.slot(group: place / 4, kind: kind))[place % 4]
  }

  /// The slot of the words of one kind at four places.
  static func slot(group: Int, kind: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: 1 + kindCount * group + kind)
  }
}

/// Words of scrambled Sobol points.
///
/// The first dimensions are the most even, so they go to what matters most: the words of slot 0, then
/// the most important kind of every place, then the next one of every place.
struct EvenWords: Sendable {
  let points: ScrambledSobol
  /// Places with words of their own; more places than there are dimensions have independent ones.
  let places: Int
  /// The place of each kind in the order of importance.
  private let ranks: [Int]

  init?(seed: UInt64, stream: UInt32, places: Int, order: [Int]) {
    let most = (ScrambledSobol.dimensionLimit - 4) / Luck.kindCount
    self.places = max(min(places, most), 0)
    guard
      let points = try? ScrambledSobol(
        seed: seed, stream: stream, dimensionCount: 4 + Luck.kindCount * self.places)
    else { return nil }
    self.points = points
    ranks = (0..<Luck.kindCount).map { order.firstIndex(of: $0) ?? $0 }
  }

  /// The dimension of the word of one kind at a place.
  func dimension(place: Int, kind: Int) -> Int { 4 + ranks[kind] * places + place }

  /// Every randomisation of an item is a unit of its own.
  static func unit(_ unit: UInt32, draw: UInt32) -> (unit: UInt32, index: UInt32) {
    let replicates = UInt32(Luck.replicateCount)
    return (unit &* replicates &+ draw % replicates, draw / replicates)
  }

  func word(unit: UInt32, draw: UInt32, dimension: Int) -> UInt32 {
    let (unit, index) = EvenWords.unit(unit, draw: draw)
    return points.word(unit: unit, index: index, dimension: dimension)
  }

  func firstBlock(unit: UInt32, draw: UInt32) -> SIMD4<UInt32> {
    var words = SIMD4<UInt32>()
    for dimension in 0..<4 { words[dimension] = word(unit: unit, draw: draw, dimension: dimension) }
    return words
  }
}
