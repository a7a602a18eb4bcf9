import CDrawKernels
import DrawKernelBuilds
import Testing

/// Bids in the order of their prices, whatever the build and the processor.
@Suite struct RankKernelTests {
  /// Packed bids, sorted in each lane.
  private func sortedKeys(_ shape: Shape, _ random: inout Extremes) -> [Int64] {
    RankedPrices(shape, &random).rows.map { price in
      // Of bids with equal prices none is twice there.
      Int64(price) << 32 | Int64(random.number(0...UInt32.max))
    }
  }

  @Test(arguments: Shape.all)
  func packedBids(shape: Shape) {
    var random = Extremes(shape)
    let prices = RankedPrices(shape, &random).rows
    let lots = random.numbers(shape.count, 0...UInt32(1) << 24 - 1)
    let bidders = random.numbers(shape.count, 0...Int32(255))
    let builds = unsafe [
      awardsim_pack_bids, unoptimised_pack_bids, baseline_pack_bids, cloned_pack_bids,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var keys = Room<Int64>(shape.count)
      unsafe kernel(prices, lots, bidders, shape.count, &keys.numbers)
      return [keys.bits()]
    }
    let expected = prices.indices.map { index in
      (Int64(prices[index]) * 1 << 32) + Int64(lots[index]) * 256 + Int64(bidders[index])
    }
    #expect(outcome[0] == expected)
  }

  @Test(arguments: Shape.all)
  func sortedRows(shape: Shape) {
    var random = Extremes(shape)
    let mixed = sortedKeys(shape, &random).shuffled(using: &random)
    let builds = unsafe [
      awardsim_sort_rows, unoptimised_sort_rows, baseline_sort_rows, cloned_sort_rows,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var keys = Room(mixed)
      unsafe kernel(&keys.numbers, shape.lanes, shape.places)
      return [keys.bits()]
    }
    expectSorted(outcome[0], shape, as: mixed)
  }

  @Test(arguments: Shape.all)
  func sortedPrices(shape: Shape) {
    var random = Extremes(shape)
    let mixed = RankedPrices(shape, &random).shuffled(&random)
    let builds = unsafe [
      awardsim_sort_prices, unoptimised_sort_prices, baseline_sort_prices, cloned_sort_prices,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var prices = Room(mixed)
      unsafe kernel(&prices.numbers, shape.lanes, shape.places)
      return [prices.bits()]
    }
    expectSorted(outcome[0], shape, as: mixed.map { Int64($0) })
  }

  private func expectSorted(_ rows: [Int64], _ shape: Shape, as mixed: [Int64]) {
    for lane in 0..<shape.lanes {
      let places = stride(from: lane, to: shape.count, by: shape.lanes)
      #expect(places.map { rows[$0] } == places.map { mixed[$0] }.sorted())
    }
  }

  @Test(arguments: Shape.all)
  func unpackedBids(shape: Shape) {
    var random = Extremes(shape)
    let keys = sortedKeys(shape, &random)
    let builds = unsafe [
      awardsim_unpack_bids, unoptimised_unpack_bids, baseline_unpack_bids, cloned_unpack_bids,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var prices = Room<Int32>(shape.count)
      var sets = Room<UInt64>(shape.count + shape.lanes)
      unsafe kernel(keys, shape.lanes, shape.places, &prices.numbers, &sets.numbers)
      return [prices.bits(), sets.bits()]
    }
    #expect(outcome[0] == keys.map { $0 >> 32 })
    var sets = [UInt64](repeating: 0, count: shape.lanes)
    for index in keys.indices {
      let isValid = keys[index] >> 32 < Int32.max
      sets.append(sets[index] | (isValid ? 1 << UInt64(keys[index] & 0xFF % 64) : 0))
    }
    #expect(outcome[1] == sets.map { Int64(bitPattern: $0) })
  }

  @Test(arguments: Shape.all, [1, 100, 10_000])
  func offerWeights(shape: Shape, steps: Int) {
    var random = Extremes(shape)
    let weights = random.numbers(steps + 1, 1...UInt32(1) << 23)
    let builds = unsafe [
      awardsim_offer_weights, unoptimised_offer_weights, baseline_offer_weights,
      cloned_offer_weights,
    ]
    for least in [0, Int32(steps) + 1] {
      let reserves = random.numbers(shape.lanes, least...RankedPrices.limit - 1)
      let prices = RankedPrices(shape, upTo: reserves, &random)
      let outcome = unsafe expectOneOutcome(of: builds) { kernel in
        var sums = Room<UInt32>(shape.count)
        unsafe kernel(
          prices.rows, reserves.map { UInt32($0) }, shape.lanes, shape.places, weights,
          UInt32(steps), &sums.numbers)
        return [sums.bits()]
      }
      for lane in 0..<shape.lanes {
        let column = prices.column(lane)
        var sum: Int64 = 0
        for (place, price) in column.enumerated() {
          let step = (price - column[0]) * Int64(steps) / Int64(reserves[lane])
          sum += Int64(weights[Int(step)])
          #expect(outcome[0][place * shape.lanes + lane] == sum)
        }
      }
    }
  }
}
