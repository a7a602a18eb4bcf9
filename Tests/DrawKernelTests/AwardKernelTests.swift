import CDrawKernels
import DrawKernelBuilds
import Testing

/// Prices, ranks and awards, whatever the build and the processor.
@Suite struct AwardKernelTests {
  /// Prices and reserve prices are below it.
  static let priceLimit: UInt32 = 1 << 30

  @Test(arguments: Shape.all, [Int64.max, 4_000_000_000, 1_100_000_000])
  func prices(shape: Shape, largestRatio: Int64) {
    var random = Extremes(shape)
    let ratios = random.numbers(shape.count, -1...largestRatio)
    let lots = random.numbers(shape.count, 0...UInt32(1) << 24 - 1)
    let bidders = random.numbers(shape.count, 0...Int32(255))
    let limits = random.numbers(shape.lanes, 0...Int32(shape.places))
    let anchors = random.numbers(shape.lanes, 1...AwardKernelTests.priceLimit - 1)
    let reserves = anchors.map {
      random.number(0...min(2 * $0 - 1, AwardKernelTests.priceLimit - 1))
    }
    let builds = unsafe [
      awardsim_price_bids, unoptimised_price_bids, baseline_price_bids, cloned_price_bids,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var keys = [Int64](repeating: 0, count: shape.count)
      unsafe kernel(
        ratios, lots, bidders, limits, anchors, reserves, shape.lanes, shape.places, &keys)
      return [keys]
    }
  }

  /// Bids packed as numbers, those that are not valid last.
  private func sortedKeys(_ shape: Shape, _ random: inout Extremes) -> [Int64] {
    let last = [Int64](repeating: Int64(AwardKernelTests.priceLimit) << 32 - 1, count: shape.lanes)
    let none = random.numbers(shape.lanes, 0...shape.places)
    return random.ascendingRows(shape, upTo: last).enumerated().map { index, key in
      index / max(1, shape.lanes) < none[index % max(1, shape.lanes)] ? key : .max
    }
  }

  @Test(arguments: Shape.all)
  func sortedRows(shape: Shape) {
    var random = Extremes(shape)
    let mixed = sortedKeys(shape, &random).shuffled(using: &random)
    let builds = unsafe [
      awardsim_sort_rows, unoptimised_sort_rows, baseline_sort_rows, cloned_sort_rows,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var keys = mixed
      unsafe kernel(&keys, shape.lanes, shape.places)
      return [keys]
    }
  }

  @Test(arguments: Shape.all)
  func rankedSums(shape: Shape) {
    var random = Extremes(shape)
    let keys = sortedKeys(shape, &random)
    let builds = unsafe [
      awardsim_sum_ranked, unoptimised_sum_ranked, baseline_sum_ranked, cloned_sum_ranked,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var prices = [UInt32](repeating: 0, count: shape.count)
      var counts = [Int32](repeating: 0, count: shape.lanes)
      var sums = [Int64](repeating: 0, count: shape.count + shape.lanes)
      var sets = [UInt64](repeating: 0, count: shape.count + shape.lanes)
      unsafe kernel(keys, shape.lanes, shape.places, &prices, &counts, &sums, &sets)
      return [bits(prices), bits(counts), sums, bits(sets)]
    }
  }

  @Test(arguments: Shape.all, [1, 100, 10_000])
  func offerWeights(shape: Shape, steps: Int) {
    var random = Extremes(shape)
    let reserves = random.numbers(shape.lanes, 1...AwardKernelTests.priceLimit - 1)
    let prices = random.ascendingRows(shape, upTo: reserves)
    let weights = random.numbers(steps + 1, 1...UInt32(1) << 23)
    let builds = unsafe [
      awardsim_offer_weights, unoptimised_offer_weights, baseline_offer_weights,
      cloned_offer_weights,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var sums = [UInt32](repeating: 0, count: shape.count)
      unsafe kernel(prices, reserves, shape.lanes, shape.places, weights, UInt32(steps), &sums)
      return [bits(sums)]
    }
  }

  @Test(arguments: Shape.all, [Int32(0), 1, 2])
  func awards(shape: Shape, tie: Int32) {
    var random = Extremes(shape)
    let rows = Shape(lanes: shape.lanes, places: shape.places + 1)
    let last = [UInt32](repeating: AwardKernelTests.priceLimit - 1, count: shape.lanes)
    let prices = random.ascendingRows(rows, upTo: last)
    let sums = random.numbers(rows.count, 0...Int64(1) << 40)
    let counted = random.numbers(shape.lanes, 0...Int32(shape.places))
    let valid = counted.map { random.number(0...$0) }
    let shareCounts = random.numbers(shape.places + 1, 0...Int32(shape.places))
    let builds = unsafe [
      awardsim_award_lots, unoptimised_award_lots, baseline_award_lots, cloned_award_lots,
    ]
    for (minimum, matchesLowest) in [(Int32(0), Int32(0)), (1, 1), (3, 0)] {
      unsafe expectOneOutcome(of: builds) { kernel in
        var winners = [Int32](repeating: 0, count: shape.lanes)
        var awarded = [Int64](repeating: 0, count: shape.lanes)
        unsafe kernel(
          valid, counted, shareCounts, minimum, tie, prices, sums, matchesLowest, shape.lanes,
          &winners, &awarded)
        return [bits(winners), awarded]
      }
    }
  }
}
