import CDrawKernels
import DrawKernelBuilds
import Testing

/// Orders and their fees, whatever the build and the processor.
@Suite struct OrderKernelTests {
  /// Fees of so many tiers, the numbers before the division up to below 2⁵⁰.
  private struct Schedule {
    let bounds: [Int64]
    let factors: [Int64]
    let constants: [Int64]
    let divisor: UInt32
    let cap: Int64
    let largestAmount: Int64

    init(tiers: Int, _ random: inout Extremes) {
      let most: Int64 = random.number(1...Int64(1) << random.number(1...31) - 1)
      factors = random.numbers(tiers, 0...most)
      constants = random.numbers(tiers, 0...Int64(1) << 49 - 1)
      divisor = random.number(2...UInt32(1) << 31)
      largestAmount = Int64(1) << 49 / most
      bounds = [0] + random.numbers(tiers - 1, 1...largestAmount).sorted()
      cap = random.number(0...1) == 0 ? .max : random.number(0...Int64(1) << 40)
    }
  }

  /// Orders for an item, the prices of its awarded bids, and how these share the orders.
  private struct Orders {
    let starts: [Int32]
    let quantities: [Int64]
    let words: [UInt32]
    let winners: [Int32]
    let prices: [UInt32]
    let weightSums: [UInt32]

    init(_ shape: Shape, largestAmount: Int64, _ random: inout Extremes) {
      let counts = random.numbers(shape.lanes, 0...Int32(21))
      starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
      winners = random.numbers(shape.lanes, 0...Int32(shape.places))
      let last = [UInt32](repeating: 1 << 30 - 1, count: shape.lanes)
      let prices = random.ascendingRows(shape, upTo: last)
      self.prices = prices
      let weights = [UInt32](
        repeating: .max >> 1 / UInt32(max(1, shape.places)), count: shape.lanes)
      var sums = random.ascendingRows(shape, upTo: weights)
      for index in sums.indices.dropFirst(shape.lanes) { sums[index] += sums[index - shape.lanes] }
      weightSums = sums
      // Eight places more than orders.
      words = random.words(Int(starts[shape.lanes]) + 8)
      var quantities = [Int64](repeating: 0, count: words.count)
      for lane in 0..<shape.lanes where shape.places > 0 {
        let highest = Int64(prices[(shape.places - 1) * shape.lanes + lane])
        let most = min(Int64(1) << 31 - 1, largestAmount / highest)
        for index in Int(starts[lane])..<Int(starts[lane + 1]) {
          quantities[index] = random.number(0...most)
        }
      }
      self.quantities = quantities
    }
  }

  @Test(arguments: Shape.all, [1, 2, 5])
  func placedOrders(shape: Shape, tiers: Int) {
    var random = Extremes(shape)
    let builds = unsafe [
      awardsim_place_orders, unoptimised_place_orders, baseline_place_orders, cloned_place_orders,
    ]
    for round in 0..<4 {
      let schedule = Schedule(tiers: tiers, &random)
      let orders = Orders(shape, largestAmount: schedule.largestAmount, &random)
      unsafe expectOneOutcome(of: builds) { kernel in
        var sums = [Int64](repeating: 0, count: shape.lanes)
        var (feeSums, amounts) = (sums, [Int64](repeating: 0, count: orders.words.count))
        var (fees, ranks) = (amounts, [Int32](repeating: 0, count: orders.words.count))
        unsafe kernel(
          orders.quantities, orders.words, orders.starts, orders.winners, orders.prices,
          round % 2 == 0 ? shape.lanes : 0, orders.weightSums, shape.lanes, schedule.bounds,
          schedule.factors, schedule.constants, tiers, schedule.divisor, schedule.cap, &sums,
          &feeSums, round < 2 ? 1 : 0, &ranks, &amounts, &fees)
        return [sums, feeSums, bits(ranks), amounts, fees]
      }
    }
  }
}
