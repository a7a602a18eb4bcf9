import CDrawKernels
import DrawKernelBuilds
import Testing

/// Prices of bids, whatever the build and the processor.
@Suite struct PriceKernelTests {
  private static let unit: Int64 = 100
  private static let largest = Int64(RankedPrices.limit) - 1

  /// Reserve prices below twice their anchors, in minor units; 0 or less where there is none.
  private struct Reserves {
    let reserves: [Int64]
    let anchors: [Int64]

    init(_ shape: Shape, areEqual: Bool, _ random: inout Extremes) {
      let count = areEqual ? min(1, shape.lanes) : shape.lanes
      let anchors = random.numbers(count, 1...largest)
      let reserves = anchors.map { random.number(0...min(2 * $0 - 1, largest)) }
      let repeats = areEqual ? shape.lanes : 1
      self.anchors = repeatElement(anchors.map { $0 * unit }, count: repeats).flatMap(\.self)
      self.reserves = repeatElement(reserves.map { $0 * unit }, count: repeats).flatMap(\.self)
    }

    /// The rows that pricing needs.
    func rows() -> [UInt32] {
      var rows = [UInt32](repeating: 0, count: 4 * reserves.count)
      let answer = unsafe awardsim_set_prices(reserves, anchors, reserves.count, unit, &rows)
      #expect(answer == (reserves.max() ?? 0) / unit)
      return rows
    }
  }

  private func expectOneLayout(_ reserves: [Int64], _ anchors: [Int64]) -> Int64 {
    let builds = unsafe [
      awardsim_set_prices, unoptimised_set_prices, baseline_set_prices, cloned_set_prices,
    ]
    return unsafe expectOneOutcome(of: builds) { kernel in
      var rows = Room<UInt32>(4 * reserves.count)
      let answer = unsafe kernel(
        reserves, anchors, reserves.count, PriceKernelTests.unit, &rows.numbers)
      let bits = rows.bits()
      return [[answer], answer < 0 ? [] : bits]
    }[0][0]
  }

  @Test(arguments: Shape.all, [false, true])
  func layout(shape: Shape, areEqual: Bool) {
    var random = Extremes(shape)
    let given = Reserves(shape, areEqual: areEqual, &random)
    #expect(
      expectOneLayout(given.reserves, given.anchors)
        == (given.reserves.max() ?? 0) / PriceKernelTests.unit)
    guard shape.lanes > 0 else { return }
    let lane = random.number(0...shape.lanes - 1)
    // Without either there is no price; then one that is not whole, too large, or twice its anchor.
    for (reserve, anchor, fits) in [
      (0, 700, true), (700, 0, true), (-5, 33, true), (33, -5, true), (150, 300, false),
      (300, 350, false), (200, 100, false), (199, 100, false),
      ((PriceKernelTests.largest + 1) * 100, PriceKernelTests.largest * 100, false),
      (100, (PriceKernelTests.largest + 1) * 100, false), (.max, .max, false),
    ] {
      var (reserves, anchors) = (given.reserves, given.anchors)
      (reserves[lane], anchors[lane]) = (reserve, anchor)
      #expect((expectOneLayout(reserves, anchors) >= 0) == fits)
    }
  }

  @Test(arguments: Shape.all, [Int32.max, 1_999_999_999, 1_100_000_000])
  func prices(shape: Shape, largestPart: Int32) {
    var random = Extremes(shape)
    let builds = unsafe [
      awardsim_price_bids, unoptimised_price_bids, baseline_price_bids, cloned_price_bids,
    ]
    for areEqual in [false, true] {
      let given = Reserves(shape, areEqual: areEqual, &random)
      let rows = given.rows()
      let parts = random.numbers(shape.count, -2...largestPart)
      let limits = random.numbers(shape.lanes, 0...Int32(shape.places))
      let outcome = unsafe expectOneOutcome(of: builds) { kernel in
        var (counts, prices) = (Room<Int32>(shape.lanes), Room<Int32>(shape.count))
        unsafe kernel(
          parts, limits, rows, shape.lanes, shape.places, &counts.numbers, &prices.numbers)
        return [counts.bits(), prices.bits()]
      }
      let expected = parts.enumerated().map { index, part -> Int64 in
        let (place, lane) = index.quotientAndRemainder(dividingBy: shape.lanes)
        let anchor = given.anchors[lane] / PriceKernelTests.unit
        let price = max(1, (Int64(part) * anchor + 500_000_000) / 1_000_000_000)
        let isValid =
          part > 0 && price <= given.reserves[lane] / PriceKernelTests.unit && place < limits[lane]
        return isValid ? price : Int64(Int32.max)
      }
      #expect(outcome[1] == expected)
      let counts = (0..<shape.lanes).map { lane in
        Int64(
          stride(from: lane, to: shape.count, by: shape.lanes).count {
            expected[$0] < Int32.max
          })
      }
      #expect(outcome[0] == counts)
    }
  }
}
