extension Equilibrium {
  /// How near the integrals come.
  public enum Precision: Hashable, Sendable {
    /// To what the rounding of the costs leaves, about 10⁻¹⁴ of the reserve price.
    case full
    /// To a millionth of the reserve price or better, in a small part of the time: for tables.
    case millionth

    /// The error that an integral of a probability over shares may have.
    ///
    /// Times a cost it is that of an integral up to the cost.
    var tolerance: Double {
      switch self {
      case .full: 1e-14
      case .millionth: 1e-9
      }
    }

    /// Shares of the entrants from 0 to 1 between which an integral over shares is smooth.
    var shareKnots: [Double] {
      switch self {
      case .full: Precision.fineKnots
      case .millionth: [0, 0.25, 0.5, 0.75, 1]
      }
    }

    /// Shares of the entrants between whose costs an integral over costs is smooth: a distribution may
    /// be narrow beside the reserve price.
    var costKnots: [Double] {
      switch self {
      case .full: Precision.fineKnots
      case .millionth: [1e-8, 0.25, 0.5, 0.75, 1 - 1e-8]
      }
    }

    /// Even steps, and ever smaller ones at both ends.
    private static let fineKnots: [Double] = {
      var knots = (0...16).map { Double($0) / 16 }
      var distance = 0x1p-4
      for _ in 0..<9 {
        distance /= 32
        knots += [distance, 1 - distance]
      }
      return knots.sorted()
    }()
  }
}
