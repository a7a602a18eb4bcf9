public import Statistics

/// Sums over draws, and over each randomisation of them where draws are not independent.
public struct SampleMoments: Hashable, Codable, Sendable {
  /// Of all draws.
  public private(set) var all = ExactMoments()
  /// Of the draws of each randomisation; empty where draws are independent.
  public private(set) var replicates: [ExactMoments]

  init(replicateCount: Int) {
    replicates = Array(repeating: ExactMoments(), count: replicateCount)
  }

  /// Adds the value of a draw.
  mutating func add(_ value: Int64, draw: Int) {
    all.add(value)
    if !replicates.isEmpty { replicates[draw % replicates.count].add(value) }
  }

  /// Adds the values of consecutive draws; `nil` is none.
  mutating func add(_ values: [Int64?], firstDraw: Int) {
    all.add(contentsOf: values)
    guard !replicates.isEmpty else { return }
    for (place, value) in values.enumerated() {
      if let value { replicates[(firstDraw + place) % replicates.count].add(value) }
    }
  }

  /// Adds the values of other draws.
  mutating func merge(_ other: SampleMoments) {
    all.merge(other.all)
    for index in replicates.indices { replicates[index].merge(other.replicates[index]) }
  }

  /// Whether the parts fit together.
  func isWhole(replicateCount: Int) -> Bool {
    replicates.count == replicateCount
      && (replicates.isEmpty || replicates.reduce(0) { $0 + $1.count } == all.count)
  }

  /// The standard error of the mean of all draws.
  ///
  /// Of independent draws s / √n. Where the draws of a randomisation share luck out, their own spread
  /// says nothing of the error of their mean: that shows between the randomisations, each with its
  /// own mean.
  ///
  /// - Returns: `nil` where there are fewer than two draws, or randomisations with draws, and where a
  ///   sum of squares has left its range.
  public var standardError: Double? {
    guard !replicates.isEmpty else { return all.standardError }
    let means = replicates.filter { $0.count > 0 }.map { Double($0.sum) / Double($0.count) }
    guard means.count > 1, !all.hasOverflowed else { return nil }
    let count = Double(means.count)
    let mean = means.reduce(0, +) / count
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count - 1) / count).squareRoot()
  }
}
