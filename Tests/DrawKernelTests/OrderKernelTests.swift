import CDrawKernels
import DrawKernelBuilds
import Testing

/// Orders and their fees, whatever the build and the processor.
@Suite struct OrderKernelTests {
  @Test(arguments: Shape.all, [1, 2, 5, AWARDSIM_TIERS])
  func placedOrders(shape: Shape, tiers: Int) {
    var random = Extremes(shape)
    let builds = unsafe [
      awardsim_place_orders, unoptimised_place_orders, baseline_place_orders, cloned_place_orders,
    ]
    for round in 0..<8 {
      let schedule = Schedule(tiers: tiers, isSmall: round % 2 == 0, &random)
      let orders = GivenOrders(shape, largestAmount: schedule.largestAmount, &random)
      let (paysOwn, keepsOrders) = (round / 2 % 2 == 0, round / 4 == 0)
      let outcome = unsafe expectOneOutcome(of: builds) { kernel in
        var (sums, feeSums) = (Room<Int64>(shape.lanes), Room<Int64>(shape.lanes))
        var ranks = Room<Int32>(orders.words.count)
        var (amounts, fees) = (Room<Int64>(orders.words.count), Room<Int64>(orders.words.count))
        unsafe kernel(
          orders.quantities, orders.words, orders.starts, orders.winners, orders.prices,
          paysOwn ? shape.lanes : 0, orders.weightSums, shape.lanes, schedule.bounds,
          schedule.factors, schedule.constants, tiers, schedule.divisor, schedule.cap,
          schedule.largestAmount, &sums.numbers, &feeSums.numbers, keepsOrders ? 1 : 0,
          &ranks.numbers, &amounts.numbers, &fees.numbers)
        return [sums.bits(), feeSums.bits(), ranks.bits(), amounts.bits(), fees.bits()]
      }
      for lane in 0..<shape.lanes {
        let placed = orders.placed(lane: lane, paysOwn: paysOwn)
        let fees = placed.map { schedule.fee(of: $0.amount) }
        #expect(outcome[0][lane] == placed.reduce(0) { $0 + $1.amount })
        #expect(outcome[1][lane] == fees.reduce(0, +))
        guard keepsOrders else { continue }
        #expect(placed.map { outcome[2][$0.place] } == placed.map { Int64($0.rank) })
        #expect(placed.map { outcome[3][$0.place] } == placed.map(\.amount))
        #expect(placed.map { outcome[4][$0.place] } == fees)
      }
    }
  }
}

/// Fees of so many tiers, the numbers before the division up to below 2⁵⁰.
private struct Schedule {
  let bounds: [Int64]
  let factors: [Int64]
  let constants: [Int64]
  let divisor: UInt32
  let cap: Int64
  let largestAmount: Int64

  /// Makes a schedule; a small one has amounts below 2³², no more than half of them as fees and small
  /// constants.
  init(tiers: Int, isSmall: Bool, _ random: inout Extremes) {
    divisor = random.number(2...UInt32(1) << (isSmall ? 30 : 31))
    let most: Int64 =
      isSmall
      ? random.number(1...Int64(divisor) / 2) : random.number(1...1 << random.number(1...31) - 1)
    factors = random.numbers(tiers, 0...most)
    let constant = Int64(1) << 49 - 1
    constants = random.numbers(
      tiers, 0...(isSmall ? min(constant, Int64(divisor) << 30 - 1) : constant))
    largestAmount = min(Int64(1) << 49 / most, isSmall ? 1 << 32 - 1 : .max)
    bounds = [0] + random.numbers(tiers - 1, 1...2 * largestAmount).sorted()
    cap = random.number(0...1) == 0 ? .max : random.number(0...Int64(1) << 40)
  }

  func fee(of amount: Int64) -> Int64 {
    let tier = bounds.lastIndex { $0 <= amount } ?? 0
    return min(cap, (constants[tier] + factors[tier] * amount) / Int64(divisor))
  }
}

/// Orders for an item, the prices of its awarded bids, and how these share the orders.
private struct GivenOrders {
  private let shape: Shape
  let starts: [Int32]
  let quantities: [Int32]
  let words: [UInt32]
  let winners: [Int32]
  let prices: [Int32]
  let weightSums: [UInt32]

  init(_ shape: Shape, largestAmount: Int64, _ random: inout Extremes) {
    self.shape = shape
    let counts = random.numbers(shape.lanes, 0...Int32(21))
    starts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 + 3) / 4 * 4) }
    winners = random.numbers(shape.lanes, 0...Int32(shape.places))
    let last = [Int32](repeating: RankedPrices.limit - 1, count: shape.lanes)
    let highest = last.map { random.number(1...min(Int64($0), largestAmount)) }
    let prices = random.ascendingRows(shape, upTo: highest.map { Int32($0) })
    self.prices = prices
    let weights = [UInt32](
      repeating: .max >> 1 / UInt32(max(1, shape.places)), count: shape.lanes)
    var sums = random.ascendingRows(shape, upTo: weights)
    for index in sums.indices.dropFirst(shape.lanes) { sums[index] += sums[index - shape.lanes] }
    weightSums = sums
    // Eight places more than orders, with anything in them.
    words = random.words(Int(starts[shape.lanes]) + 8)
    var quantities = random.numbers(words.count, 0...Int32.max)
    for lane in 0..<shape.lanes where shape.places > 0 {
      let most = min(Int64(Int32.max), largestAmount / highest[lane])
      for place in starts[lane]..<starts[lane + 1] {
        let isOrder = place < starts[lane] + counts[lane]
        quantities[Int(place)] = isOrder ? random.number(0...Int32(most)) : 0
      }
    }
    self.quantities = quantities
  }

  /// The orders of a lane with what they come to.
  func placed(lane: Int, paysOwn: Bool) -> [(place: Int, rank: Int, amount: Int64)] {
    let count = Int(winners[lane])
    guard count > 0 else { return [] }
    let sums = (0..<count).map { UInt64(weightSums[$0 * shape.lanes + lane]) }
    return (Int(starts[lane])..<Int(starts[lane + 1])).filter { quantities[$0] > 0 }.map { place in
      let target = (UInt64(words[place]) * sums[count - 1]) >> 32
      let rank = sums.count { $0 <= target }
      let price = prices[(paysOwn ? rank * shape.lanes : 0) + lane]
      return (place, rank, Int64(price) * Int64(quantities[place]))
    }
  }
}
