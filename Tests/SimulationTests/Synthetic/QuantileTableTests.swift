import Statistics
import Testing

@testable import Simulation

@Suite struct QuantileTableTests {
  static let tables: [QuantileTable] = [
    .bidToReserve, .orderAmount, .historicalFactor, .agencyFactor, .listFactor, .promotionFactor,
    .marketLevel, .demandWeight,
  ]

  @Test(arguments: tables) func risesFromTheFirstKnotToTheLast(_ table: QuantileTable) {
    let knots = table.knots
    #expect(knots.first?.millionths == 0)
    #expect(knots.last?.millionths == 1_000_000)
    #expect(zip(knots, knots.dropFirst()).allSatisfy { $0.millionths < $1.millionths })
    #expect(table.value(at: 0) == knots.first?.value)
    let values = stride(from: 0, through: UInt32.max, by: 1 << 20).map(table.value)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    let highest = knots.last?.value ?? 0
    #expect(table.value(at: .max) <= highest)
  }

  @Test(arguments: [(0, 10), (250, 15), (500, 20), (625, 40), (750, 60), (875, 80)])
  func isLinearBetweenKnots(_ perMille: Int64, _ expected: Int64) {
    let table = QuantileTable([(0, 10), (500_000, 20), (750_000, 60), (1_000_000, 100)])
    // Eighths and quarters are exact in units of 2⁻³².
    #expect(table.value(at: UInt32(perMille << 32 / 1_000)) == expected)
  }

  /// The quantiles that the test data's description states.
  @Test(
    arguments: [
      (1, 706_000), (5, 818_000), (25, 955_000), (50, 976_000), (75, 985_000), (95, 994_000),
    ] as [(Int64, Int64)])
  func bidRatiosHaveTheMeasuredQuantiles(_ percent: Int64, _ expected: Int64) {
    let value = QuantileTable.bidToReserve.value(at: UInt32(percent << 32 / 100))
    #expect(abs(value - expected) <= 1)
  }

  @Test func orderAmountsHaveThePublishedMean() {
    #expect(abs(OrderAmountMoments.mean - 1_030_000) < 10_300)
  }

  @Test func sampledAmountsHaveTheTablesMean() {
    var draws = RandomStream(seed: 20_260_120, stream: 1)
    let count = 400_000
    var sum: Int64 = 0
    for _ in 0..<count { sum += draws.value(.orderAmount) }
    let error = OrderAmountMoments.deviation / Double(count).squareRoot()
    #expect(abs(Double(sum) / Double(count) - OrderAmountMoments.mean) < 5 * error)
  }
}

/// The mean and the standard deviation of the order amounts, by integrating the table.
enum OrderAmountMoments {
  static var mean: Double { moment { ($0 + $1) / 2 } }

  static var deviation: Double {
    (moment { ($0 * $0 + $0 * $1 + $1 * $1) / 3 } - mean * mean).squareRoot()
  }

  private static func moment(_ ofPiece: (Double, Double) -> Double) -> Double {
    let knots = QuantileTable.orderAmount.knots
    return zip(knots, knots.dropFirst()).reduce(0) { sum, piece in
      let share = Double(piece.1.millionths - piece.0.millionths) / 1_000_000
      return sum + share * ofPiece(Double(piece.0.value), Double(piece.1.value))
    }
  }
}
