/// Random words as scores of the standard normal distribution and back, in whole numbers.
///
/// Scores are what correlates: weighted sums of them are normal again, and back as words they fit any
/// distribution (a Gaussian copula). Both directions are tables, worked out by Boost.Math in long
/// double and rounded, so that every machine has the same.
public struct NormalScores: Sendable {
  /// Parts of a score that make 1: 2²⁴.
  public static let one: Int64 = 1 << 24
  /// The one table there is, made when it is first needed; `nil` should its making fail.
  public static let shared: NormalScores? = try? NormalScores()

  private static let stepShift: Int64 = 15
  /// Beyond this score a word is the last one.
  private static let reach: Int64 = 7 << 24

  private let scores: TabulatedQuantiles
  private let words: [UInt32]

  init() throws(NumericalError) {
    let normal = ContinuousDistribution.normal(mean: 0, standardDeviation: 1)
    scores = try TabulatedQuantiles(scale: Double(NormalScores.one)) {
      probability throws(NumericalError) in try normal.quantile(probability)
    }
    let stepCount = 2 * NormalScores.reach >> NormalScores.stepShift
    var words: [UInt32] = []
    for step in 0...stepCount {
      let score = Double(step << NormalScores.stepShift - NormalScores.reach)
      let below = try normal.cumulative(score / Double(NormalScores.one))
      words.append(UInt32(min((below * 0x1p32).rounded(.down), 0x1p32 - 1)))
    }
    self.words = words
  }

  /// The score of a word in 2⁻²⁴: the normal quantile of (word + ½) / 2³².
  ///
  /// - Complexity: O(1).
  public func score(of word: UInt32) -> Int64 { scores.number(for: word) }

  /// The scores of many words, as ``score(of:)`` has them.
  ///
  /// - Parameters:
  ///   - scores: Room for a score each. More room is made where it is needed.
  ///   - words: At least `count` words.
  ///   - count: How many there are.
  /// - Complexity: O(count), several at a time.
  public func fill(_ scores: inout [Int64], words: [UInt32], count: Int) {
    self.scores.fill(&scores, words: words, count: count)
  }

  /// The word of a score in 2⁻²⁴: the share of 2³² below it.
  ///
  /// - Complexity: O(1).
  public func word(ofScore score: Int64) -> UInt32 {
    let position = min(max(score, -NormalScores.reach), NormalScores.reach - 1) + NormalScores.reach
    let index = Int(position >> NormalScores.stepShift)
    let offset = position & (1 << NormalScores.stepShift - 1)
    let start = Int64(words[index])
    return UInt32(start + ((Int64(words[index + 1]) - start) * offset) >> NormalScores.stepShift)
  }
}
