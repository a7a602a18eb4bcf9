import Statistics

/// The valid prices of an item by their share, in pieces that are constant or continuous.
struct PricePieces {
  /// One piece.
  struct Piece {
    /// Where it begins and ends, as shares of the valid prices.
    let from: Double
    let to: Double
    /// The price at a share.
    let price: Price
  }

  /// The price within a piece.
  enum Price {
    case constant(Double)
    case continuous((Double) throws(NumericalError) -> Double)
  }

  /// The pieces, ascending from 0 to 1.
  let pieces: [Piece]
  /// Whether continuous prices are tabulated: they are linear between their points then, and looking
  /// closer than to a millionth finds nothing but kinks.
  var isTabulated = false

  /// The expected sum of awarded prices.
  ///
  /// - Parameters:
  ///   - terms: How many win.
  ///   - weighting: Whether every winner counts, or every draw.
  /// - Returns: The sum with its error.
  /// - Throws: `NumericalError` where a price has no value.
  func sum(
    _ terms: WinnerTerms, _ weighting: WinnerTerms.Weighting
  ) throws(NumericalError) -> Integral {
    var sum = Integral.zero
    var below = 0.0
    for piece in pieces where piece.to > piece.from {
      let upTo = terms.winners(belowShare: piece.to, weighting)
      defer { below = upTo }
      switch piece.price {
      case .constant(let price):
        let part = price * (upTo - below)
        sum = sum + Integral(value: part, error: 0x1p-48 * part.magnitude)
      case .continuous(let price):
        sum = sum + (try integral(price, piece, terms, weighting))
      }
    }
    return sum
  }

  private func integral(
    _ price: (Double) throws(NumericalError) -> Double, _ piece: Piece, _ terms: WinnerTerms,
    _ weighting: WinnerTerms.Weighting
  ) throws(NumericalError) -> Integral {
    let width = piece.to - piece.from
    let precision: Equilibrium.Precision = isTabulated ? .millionth : .full
    let tolerance = isTabulated ? 2e-7 : 1e-10
    let knots = precision.shareKnots.map { piece.from + width * $0 }
    let scale = try price(piece.from + width / 2).magnitude
    var sum = Integral.zero
    for (from, to) in zip(knots, knots.dropFirst()) where to > from {
      sum =
        sum
        + (try Quadrature.integrate(from: from, to: to, tolerance: tolerance * scale) {
          share throws(NumericalError) in
          try price(share) * terms.density(atShare: share, weighting)
        })
    }
    return sum
  }
}
