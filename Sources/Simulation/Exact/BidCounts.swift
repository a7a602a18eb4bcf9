import Statistics

/// How many bids are submitted for an item and how many of these screening admits, with the probability
/// of each pair.
struct BidCounts {
  /// One pair.
  struct Term {
    /// Bids submitted, those that screening refuses among them.
    let submitted: Int
    /// Bids that it admits.
    let admitted: Int
    /// The probability.
    let probability: Double
  }

  /// Every pair that occurs.
  let terms: [Term]

  /// Bids that are all admitted.
  ///
  /// - Parameter submitted: The probability of no bid, of one, of two and so on.
  init(submitted: [Double]) {
    terms = submitted.enumerated().compactMap { count, probability in
      probability > 0 ? Term(submitted: count, admitted: count, probability: probability) : nil
    }
  }

  /// The bids of a model.
  ///
  /// - Parameters:
  ///   - model: How vendors bid.
  ///   - barred: The vendors that screening keeps out, by their indices among all.
  /// - Throws: `NumericalError` where a probability has no value.
  init(_ model: BidderModel, barred: [Int32]) throws(NumericalError) {
    let isBarred = model.candidates.map {
      barred.contains(Int32(truncatingIfNeeded: $0.vendorIndex))
    }
    let submitted = model.bidCountProbabilities
    guard isBarred.contains(true) else {
      self.init(submitted: submitted)
      return
    }
    switch model.entry {
    case .counted:
      let weights = zip(model.candidates, isBarred).map { (Double($0.weight), $1) }
      let sampling = try SuccessiveSampling(
        unmarked: weights.filter { !$0.1 }.map(\.0), marked: weights.filter(\.1).map(\.0))
      self.init(submitted, refused: sampling.probabilities)
    case .byWord:
      // Each candidate decides for itself, so which of them bid is as good as drawn with equal weights.
      let count = isBarred.count { $0 }
      let sampling = try SuccessiveSampling(
        unmarked: Array(repeating: 1, count: isBarred.count - count),
        marked: Array(repeating: 1, count: count))
      self.init(submitted, refused: sampling.probabilities)
    }
  }

  private init(_ submitted: [Double], refused: (Int) -> [Double]) {
    terms = submitted.enumerated().flatMap { count, probability -> [Term] in
      guard probability > 0 else { return [] }
      return refused(count).enumerated().compactMap { hits, share in
        hits <= count && share > 0
          ? Term(submitted: count, admitted: count - hits, probability: probability * share) : nil
      }
    }
  }
}
