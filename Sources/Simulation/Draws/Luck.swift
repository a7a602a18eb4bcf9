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

/// The words of one use of luck: four for each item, draw and slot, the same in every scenario.
struct Luck: Sendable {
  /// Randomisations of the Sobol points that a run consists of.
  ///
  /// Only between them does the error of a mean show. A draw belongs to the one that its number leaves
  /// as remainder.
  static let replicateCount = 32

  private let random: CountedRandom
  private let even: EvenWords?

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
  ///   - slots: Slots after the first that are worth spreading.
  ///   - order: The four words of a slot, the one that matters most first.
  init(seed: UInt64, stream: UInt32, _ sampling: Sampling, slots: Int, order: [Int]) {
    random = CountedRandom(seed: seed, stream: stream)
    even =
      sampling == .sobol
      ? EvenWords(seed: seed, stream: stream + 16, slots: slots, order: order) : nil
  }

  /// The four words of one slot of an item in a draw.
  func block(unit: UInt32, draw: UInt32, slot: UInt32) -> SIMD4<UInt32> {
    even?.block(unit: unit, draw: draw, slot: slot)
      ?? random.block(unit: unit, draw: draw, slot: slot)
  }
}

/// Words of scrambled Sobol points.
///
/// The first dimensions are the most even, so they go to what matters most: the words of slot 0, then
/// the most important word of every slot, then the next one of every slot.
private struct EvenWords: Sendable {
  private let points: ScrambledSobol
  private let slots: Int
  /// The place of each word of a slot in the order of importance.
  private let ranks: [Int]

  init?(seed: UInt64, stream: UInt32, slots: Int, order: [Int]) {
    // More slots than there are dimensions have independent words.
    let kept = min(slots, (ScrambledSobol.dimensionLimit - 4) / 4)
    guard
      let points = try? ScrambledSobol(
        seed: seed, stream: stream, dimensionCount: 4 + 4 * max(kept, 0))
    else { return nil }
    self.points = points
    self.slots = max(kept, 0)
    ranks = (0..<4).map { order.firstIndex(of: $0) ?? $0 }
  }

  /// The words of a slot; `nil` for a slot beyond those that are spread.
  func block(unit: UInt32, draw: UInt32, slot: UInt32) -> SIMD4<UInt32>? {
    guard slot <= slots else { return nil }
    let replicates = UInt32(Luck.replicateCount)
    // Every randomisation of an item is a unit of its own.
    let place = points.place(
      unit: unit &* replicates &+ draw % replicates, index: draw / replicates)
    var words = SIMD4<UInt32>()
    for word in 0..<4 {
      let dimension = slot == 0 ? word : 4 + ranks[word] * slots + Int(slot) - 1
      words[word] = points.word(at: place, dimension: dimension)
    }
    return words
  }
}
