import Pipeline
import Policy
import Quantities
import Statistics
import Tendering
import Testing

@testable import Simulation

@Suite struct CalibrationTests {
  private static let position = SourcePosition(file: "past", line: 1)

  /// Lots with a reserve price of NT$1,000,000.
  private static func calibration(
    _ lots: [[(vendor: Int, price: Int64?, isValid: Bool)]]
  ) throws -> Calibration {
    let items = lots.indices.map { ItemID("I\($0)") }
    let bids = try zip(items, lots).flatMap { item, lot in
      try lot.map { bid in
        Bid(
          itemID: item, vendorID: VendorID("V\(bid.vendor)"),
          unitPrice: try bid.price.map { try Money(units: $0) },
          status: bid.isValid ? .valid : .disqualified, position: position)
      }
    }
    return Calibration(bids: bids, reserves: try items.map { ($0, try Money(units: 1_000_000)) })
  }

  @Test("Counts, shares and ties are counted") func counting() throws {
    let calibration = try CalibrationTests.calibration([
      [(0, 900_000, true), (1, 900_000, true), (2, 1_000_000, true), (3, 400_000, false)],
      [(0, 1_100_000, true), (1, nil, false)],
      [],
    ])
    let fits = calibration.groups[0].fits
    #expect(calibration.groups.count == 1)
    #expect(fits.lotCount == 3 && fits.bidCount == 6 && fits.vendorCount == 4)
    #expect(fits.disqualified.decimalText == (try Rational(1, over: 3)).decimalText())
    #expect(fits.disqualifiedRatios == [0.4])
    #expect(fits.tied.decimalText == "0.5")
    #expect(fits.ratios.bidCount == 4)
    #expect(fits.ratios.atReserve.decimalText == "0.25")
    #expect(fits.ratios.aboveReserve.decimalText == "0.25")
    #expect(fits.entry.sample?.cells.map(\.count) == [0, 2, 4])
    #expect(fits.entry.observed?.text == "{0: 1, 2: 1, 4: 1}")
  }

  /// Bids drawn from a known distribution, in known numbers.
  private static func drawn(
    lots: Int, _ ratio: (Double) throws -> Double, seed: UInt64 = 3
  ) throws -> [[(vendor: Int, price: Int64?, isValid: Bool)]] {
    var stream = RandomStream(seed: seed, stream: 0)
    return try (0..<lots).map { _ in
      try (0..<1 + stream.next(below: 8)).map { _ in
        (stream.next(below: 30), Int64(try ratio(stream.nextUniform()) * 1_000_000), true)
      }
    }
  }

  static let known: [(String, StatedRatio)] = [
    ("beta", .beta(alpha: 9, beta: 1.5)),
    ("discount-lognormal", .discountLognormal(logMean: -3, logDeviation: 0.6)),
    ("lognormal", .lognormal(logMean: -0.25, logDeviation: 0.06)),
    (
      "discount-mixture",
      .discountMixture(
        weight: 0.7, first: .init(logMean: -4, logDeviation: 0.4),
        second: .init(logMean: -1.6, logDeviation: 0.25))
    ),
  ]

  @Test("The family that bids were drawn from fits, and gives their quantiles", arguments: known)
  func families(name: String, distribution: StatedRatio) throws {
    let lots = try CalibrationTests.drawn(lots: 500) { uniform in
      try distribution.quantile(min(max(uniform, 1e-9), 1 - 1e-9), isBelowReserve: true)
    }
    let ratios = try CalibrationTests.calibration(lots).groups[0].fits.ratios
    let family = try #require(ratios.families.first { $0.name == name })
    // D of the true distribution exceeds 1.95 / √n once in a thousand samples.
    let distance = try #require(family.kolmogorovSmirnov)
    #expect(distance < 1.95 / Double(ratios.bidCount).squareRoot())
    let least = ratios.families.compactMap(\.aic).min()
    // A mixture may fit as well with more parameters, each of which costs 2.
    #expect(try #require(family.aic) - #require(least) < 12)
    for probability in [0.05, 0.25, 0.5, 0.75, 0.95] {
      let fitted = try #require(ratios.quantile(probability, of: family))
      let exact = try distribution.quantile(probability, isBelowReserve: true)
      #expect(abs(fitted - exact) < 0.01, "\(probability)")
    }
  }

  @Test("Cumulative share, its complement and quantile agree", arguments: known)
  func consistency(name: String, distribution: StatedRatio) throws {
    for probability in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
      let ratio = try distribution.quantile(probability, isBelowReserve: true)
      #expect(abs(try distribution.cumulativeBelowReserve(ratio) - probability) < 1e-9)
      let above = try distribution.survivalBelowReserve(ratio)
      #expect(abs(above - (1 - probability)) < 1e-9)
    }
    #expect(try distribution.shareBelowReserve() <= 1)
  }

  @Test("Lots whose bids are alike show it, and so do vendors") func likeness() throws {
    var stream = RandomStream(seed: 7, stream: 2)
    let alike = (0..<80).map { _ -> [(vendor: Int, price: Int64?, isValid: Bool)] in
      let level = Int64(700_000 + stream.next(below: 250_000))
      return (0..<5).map { (($0, level + Int64(stream.next(below: 5_000)), true)) }
    }
    let byLot = try CalibrationTests.calibration(alike).groups[0].fits
    #expect(byLot.lotShare > 0.95)
    #expect(byLot.vendorShare < 0.05)
    let byVendor = try CalibrationTests.calibration(
      (0..<80).map { _ in
        (0..<5).map { ($0, Int64(700_000 + 50_000 * $0 + stream.next(below: 5_000)), true) }
      }
    ).groups[0].fits
    #expect(byVendor.vendorShare > 0.9)
    #expect(byVendor.lotShare < 0.05)
  }

  @Test("Nothing to fit is no crash and no number")
  func nothing() throws {
    for lots in [[], [[]], [[(0, 1_000_000, true)]], [[(0, nil, false)]]]
      as [[[(vendor: Int, price: Int64?, isValid: Bool)]]]
    {
      let calibration = try CalibrationTests.calibration(lots)
      let fits = calibration.groups[0].fits
      #expect(fits.ratios.families.allSatisfy { $0.aic == nil && $0.stated == nil })
      #expect(fits.ratios.chosen == nil)
      _ = calibration.settings(.parametric)
      _ = calibration.settings(.empirical)
    }
  }
}
