import Benchmark
import CDrawKernels
import CallOff
import Policy
import Quantities
import Statistics

/// Orders with awards that are given: each chooses a vendor, has an amount and a fee.
struct GivenOrders: TimedWork {
  private static let (lanes, vendors, rounds) = (64, 12, 800)

  private let fees: FeeLadder
  private let formula: FeeFormula
  private var starts: [Int32] = [0]
  private let quantities: [Int32]
  private let words: [UInt32]
  private let winners: [Int32]
  private var prices: [Int32] = []
  private var weightSums: [UInt32] = []
  private var (amountSums, feeSums): ([Int64], [Int64])
  private var (ranks, amounts, charged): ([Int32], [Int64], [Int64])
  private(set) var count = 0

  /// Makes ten to thirty orders in each of 64 lanes with twelve vendors.
  init() throws {
    formula = try FeeFormula(FeeRule(table: try Lots.feeTiers(), policy: FeePolicy()))
    guard let fees = FeeLadder(formula) else { throw NoLadder() }
    self.fees = fees
    let (lanes, vendors) = (GivenOrders.lanes, GivenOrders.vendors)
    var random = RandomStream(seed: 42, stream: 1)
    var quantities: [Int32] = []
    for _ in 0..<lanes {
      let orders = 10 + Int(random.nextWord() % 21)
      count += GivenOrders.rounds * orders
      for _ in 0..<orders { quantities.append(1 + Int32(random.nextWord() % 200)) }
      // Each lane has a multiple of four places.
      while quantities.count % 4 > 0 { quantities.append(0) }
      starts.append(Int32(quantities.count))
    }
    // The kernel reads eight places more.
    quantities += Array(repeating: 0, count: 8)
    self.quantities = quantities
    let places = quantities.count
    words = (0..<places).map { _ in random.nextWord() }
    winners = (0..<lanes).map { _ in 1 + Int32(random.nextWord() % UInt32(vendors)) }
    for rank in 0..<vendors {
      for lane in 0..<lanes {
        prices.append(9_000 + Int32(rank * 80 + lane % 8))
        weightSums.append(
          (rank == 0 ? 0 : weightSums[(rank - 1) * lanes + lane]) + 90 - UInt32(rank))
      }
    }
    (amountSums, feeSums) = (Array(repeating: 0, count: lanes), Array(repeating: 0, count: lanes))
    ranks = Array(repeating: 0, count: places)
    (amounts, charged) = (Array(repeating: 0, count: places), Array(repeating: 0, count: places))
  }

  private mutating func place() {
    awardsim_place_orders(
      quantities, words, starts, winners, prices, GivenOrders.lanes, weightSums, GivenOrders.lanes,
      fees.bounds, fees.factors, fees.constants, fees.bounds.count, fees.divisor, fees.cap,
      fees.largestAmount, &amountSums, &feeSums, 0, &ranks, &amounts, &charged)
  }

  /// Charges one order after the other by the rule.
  mutating func isRight() -> Bool {
    place()
    let lanes = GivenOrders.lanes
    return (0..<lanes).allSatisfy { lane in
      var (amount, fee): (Int64, Int64) = (0, 0)
      for order in Int(starts[lane])..<Int(starts[lane + 1]) {
        let total = Int(weightSums[(Int(winners[lane]) - 1) * lanes + lane])
        let target = words[order].scaled(below: total)
        var rank = 0
        while target >= weightSums[rank * lanes + lane] { rank += 1 }
        let price = Money(minorUnits: 100 * Int64(prices[rank * lanes + lane]))
        let quantity = Int64(quantities[order])
        let own = Money(minorUnits: price.minorUnits * quantity)
        guard quantity > 0 else { continue }
        amount += own.minorUnits
        fee += formula.fee(quantity: quantity, unitPrice: price, amount: own)?.minorUnits ?? 0
      }
      return amount == 100 * amountSums[lane] && fee == 100 * feeSums[lane] && fee > 0
    }
  }

  mutating func run() {
    for _ in 0..<GivenOrders.rounds { place() }
    blackHole(amountSums)
  }
}

/// Fees that the kernel does not know.
private struct NoLadder: Error {}
